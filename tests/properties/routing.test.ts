import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { type Terms, TermsPool } from "~/domain/directory/terms";
import { type DirectoryContents, type Overlay, UNKNOWN_STATE } from "~/domain/directory/types";
import { judge } from "~/domain/eligibility/judge";
import { RULES } from "~/domain/eligibility/rules";
import { Gatherings } from "~/domain/routing/gatherings";
import { OFFER_ORDERS, offersInOrder } from "~/domain/routing/offer-order";
import { route } from "~/domain/routing/route";
import type { RoutingDecision } from "~/domain/routing/types";
import { runs } from "~tests/support/counts";
import { NOW } from "~tests/support/directory";
import { type World, worlds } from "./routing-worlds";

const RUNS = { numRuns: runs(300, 20_000) };
const EVERY = { judged: Number.MAX_SAFE_INTEGER };
const holds = (check: (world: World) => void) => fc.assert(fc.property(worlds, check), RUNS);

/** Terms hold one of the places that have these hours: which one does not matter. */
const hoursOf = (terms: Terms | undefined) =>
  terms?.hours && {
    opening: terms.hours.opening,
    onBankHolidays: terms.hours.onBankHolidays,
    exceptions: terms.hours.exceptions,
    temporary: terms.hours.temporary,
  };

const choicesOf = ({ outcome, chosen, candidates, notShown, at, need }: RoutingDecision) => ({
  ...{ outcome, chosen, notShown, at, need },
  eligible: candidates.filter(({ eligible }) => eligible),
});

const eligibleIds = (decision: RoutingDecision): string[] =>
  decision.candidates
    .filter(({ eligible, facts }) => eligible && facts.role === "provider")
    .map(({ offerId }) => offerId);

describe(`a routing decision, in ${RUNS.numRuns} worlds`, () => {
  it("finds eligible exactly the providers that no rule fails", () => {
    holds(({ contents, overlay, need }) => {
      const directory = buildDirectory(contents);
      const passing = contents.offers
        .filter(({ role }) => role === "provider")
        .filter((offer) => judge(directory, offer, need, NOW).every(({ pass }) => pass))
        .map(({ id }) => id);
      const decision = route(directory, overlay, need, NOW, EVERY);
      expect(eligibleIds(decision).sort()).toEqual(passing.sort());
      for (const { eligible, verdicts } of decision.candidates) {
        expect(verdicts.every(({ pass }) => pass)).toBe(eligible);
      }
    });
  });

  it("meets every rule failing, in worlds as odd as these", () => {
    const failing = new Set<string>();
    for (const { contents, need } of fc.sample(worlds, { numRuns: 200, seed: 3 })) {
      const directory = buildDirectory(contents);
      for (const offer of contents.offers) {
        for (const { rule, pass, code } of judge(directory, offer, need, NOW)) {
          if (!pass) failing.add(rule);
          expect(code === null).toBe(pass);
        }
      }
    }
    expect([...failing].sort()).toEqual(RULES.map(({ rule }) => rule).sort());
  });

  it("shares terms only among offers whose terms are the same", () => {
    holds(({ contents }) => {
      const { services, organisations, locations, partnerships, offers } = contents;
      const directory = buildDirectory(contents);
      for (const offer of offers) {
        const by = organisations.find(({ id }) => id === offer.organisationId);
        const of = services.find(({ id }) => id === offer.serviceId);
        if (by === undefined || of === undefined) throw new Error("An offer of nobody, or of nothing");
        const alone = new TermsPool((id) =>
          partnerships.filter(({ organisationId }) => organisationId === id),
        );
        const at = locations.find(({ id }) => id === offer.locationId);
        const own = alone.termsOf(offer, of, by, at);
        const shared = directory.termsOf(offer);
        expect({ ...shared, hours: hoursOf(shared) }).toEqual({ ...own, hours: hoursOf(own) });
      }
    });
  });

  it("accounts for every provider's offer: shown, or counted by the rule it failed", () => {
    holds(({ contents, overlay, need }) => {
      const directory = buildDirectory(contents);
      const decision = route(directory, overlay, need, NOW);
      const shown = decision.candidates
        .filter(({ facts }) => facts.role === "provider")
        .map((each) => each.offerId);
      const { eligible, failed } = decision.notShown;
      const hidden = Object.values(failed).reduce((sum, count) => sum + count, eligible);
      const providers = contents.offers.filter(({ role }) => role === "provider");
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.length + hidden).toBe(providers.length);
      expect(Object.values(failed).every((count) => count > 0)).toBe(true);
    });
  });

  it("has whole points that add up exactly", () => {
    holds(({ contents, overlay, need }) => {
      for (const { points, lines, eligible } of route(buildDirectory(contents), overlay, need, NOW)
        .candidates) {
        expect(lines.reduce((sum, line) => sum + line.points, 0)).toBe(points);
        expect(Number.isInteger(points)).toBe(true);
        expect(lines.every((line) => line.points >= 0)).toBe(true);
        expect(lines.length > 0).toBe(eligible);
      }
    });
  });

  it("never hides an offer for its capacity or its wait", () => {
    holds(({ contents, overlay, need }) => {
      const directory = buildDirectory(contents);
      const full: Overlay = new Map(
        contents.offers.map(({ id }) => [
          id,
          { ...UNKNOWN_STATE, capacity: "no-capacity", capacityConfirmedAt: NOW },
        ]),
      );
      const known = eligibleIds(route(directory, overlay, need, NOW));
      const without = eligibleIds(route(directory, full, need, NOW));
      expect(without.sort()).toEqual(known.sort());
    });
  });

  it("is the same whatever the order of the rows", () => {
    fc.assert(
      fc.property(worlds, fc.infiniteStream(fc.nat()), ({ contents, overlay, need }, numbers) => {
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, key: numbers.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const other: DirectoryContents = {
          ...contents,
          organisations: shuffled(contents.organisations),
          partnerships: shuffled(contents.partnerships),
          locations: shuffled(contents.locations),
          offers: shuffled(contents.offers),
        };
        expect(route(buildDirectory(other), overlay, need, NOW)).toEqual(
          route(buildDirectory(contents), overlay, need, NOW),
        );
      }),
      RUNS,
    );
  });

  it("makes the same choices with explanations off", () => {
    holds(({ contents, overlay, need }) => {
      const directory = buildDirectory(contents);
      const whole = route(directory, overlay, need, NOW);
      const bare = route(directory, overlay, need, NOW, { explain: false });
      expect(bare).toEqual({
        ...whole,
        candidates: whole.candidates.map((candidate) => ({ ...candidate, verdicts: [], lines: [] })),
      });
    });
  });

  it("makes the same choices from what was gathered before, of whatever is known now, without those who cannot be asked", () => {
    holds(({ contents, overlay, need }) => {
      const directory = buildDirectory(contents);
      const gatherings = new Gatherings(directory);
      const before = { ...need, alreadyAsked: [] };
      const later = new Date(Date.parse(NOW) + 86_400_000).toISOString();
      for (const [asked, known, at] of [
        [need, new Map(), NOW],
        [before, overlay, NOW],
        [need, overlay, NOW],
        [need, overlay, later],
      ] as const) {
        const again = route(directory, known, asked, at, { explain: false, failed: false, gatherings });
        expect(choicesOf(again)).toEqual(choicesOf(route(directory, known, asked, at, { explain: false })));
      }
    });
  });

  it("reaches every eligible offer by showing more, in one order that never changes", () => {
    holds(({ contents, overlay, need }) => {
      const directory = buildDirectory(contents);
      const all = eligibleIds(route(directory, overlay, need, NOW, EVERY));
      const page = contents.brand.policy.judged;
      for (let judged = page; judged <= all.length + page; judged += page) {
        const decision = route(directory, overlay, need, NOW, { judged });
        expect(eligibleIds(decision)).toEqual(all.slice(0, judged));
        expect(decision.notShown.eligible).toBe(Math.max(0, all.length - judged));
        expect(decision.chosen).toBe(route(directory, overlay, need, NOW).chosen);
      }
    });
  });

  it("reaches every eligible offer once in every order that a person can choose, the recommended one first", () => {
    holds(({ contents, overlay, need }) => {
      const decision = route(buildDirectory(contents), overlay, need, NOW, EVERY);
      if (decision.outcome !== "offered") return;
      const all = eligibleIds(decision);
      for (const order of OFFER_ORDERS) {
        const ids = offersInOrder(decision, order).map(({ offerId }) => offerId);
        expect([...ids].sort()).toEqual([...all].sort());
        expect(ids[0]).toBe(all[0]);
      }
      expect(offersInOrder(decision, "best").map(({ offerId }) => offerId)).toEqual(all);
    });
  });

  it("never opens a practice's own list to another practice's people", () => {
    holds(({ contents, overlay, need }) => {
      const directory = buildDirectory(contents);
      const decision = route(directory, overlay, need, NOW, EVERY);
      for (const { offerId, eligible, facts } of decision.candidates) {
        if (!eligible || !directory.offer(offerId)?.ownListOnly) continue;
        expect(facts.organisationOds).not.toBeNull();
        expect(facts.organisationOds).toBe(need.person.registeredWith?.ods);
      }
    });
  });

  it("chooses somebody exactly when somebody can be asked, and never a provider for a referral", () => {
    holds(({ contents, overlay, need }) => {
      const decision = route(buildDirectory(contents), overlay, need, NOW);
      const chosen = decision.candidates.find(({ offerId }) => offerId === decision.chosen);
      expect(chosen === undefined).toBe(decision.outcome === "none");
      if (chosen === undefined) {
        expect(decision.candidates.some(({ eligible }) => eligible)).toBe(false);
        return;
      }
      expect(chosen.eligible).toBe(true);
      expect(chosen.facts.role).toBe(decision.outcome === "referral" ? "referrer" : "provider");
      if (decision.outcome === "referral") {
        expect(chosen.facts.organisationOds).toBe(need.person.registeredWith?.ods);
      }
    });
  });
});
