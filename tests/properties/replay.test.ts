import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { rejudge } from "~/domain/routing/rejudge";
import { choose, route } from "~/domain/routing/route";
import type { Candidate, RoutingDecision } from "~/domain/routing/types";
import { runs } from "~tests/support/counts";
import { NOW } from "~tests/support/directory";
import { type World, worlds } from "./routing-worlds";

const RUNS = { numRuns: runs(300, 20_000) };
/** A forgery is tried many ways in each world. */
const FORGED = { numRuns: runs(200, 5_000) };
const SAME = { kind: "same" };

const decided = ({ contents, overlay, need }: World, judged = 0): RoutingDecision =>
  route(buildDirectory(contents), overlay, need, NOW, { judged });

/** As a database keeps it. */
const stored = (decision: RoutingDecision): RoutingDecision =>
  JSON.parse(JSON.stringify(decision)) as RoutingDecision;

/** The same decision with one candidate as somebody would have liked it. */
const tampered = (
  decision: RoutingDecision,
  at: number,
  change: (candidate: Candidate) => Partial<Candidate>,
): RoutingDecision => ({
  ...decision,
  candidates: decision.candidates.map((candidate, place) =>
    place === at ? { ...candidate, ...change(candidate) } : candidate,
  ),
});

describe(`a decision judged again, in ${RUNS.numRuns} worlds`, () => {
  it("differs in nothing, from the decision alone, before and after it was stored", () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(0, 7, 100), (world, judged) => {
        const decision = decided(world, judged);
        expect(rejudge(decision)).toEqual(SAME);
        expect(rejudge(stored(decision))).toEqual(SAME);
      }),
      RUNS,
    );
  });

  it("differs in nothing when a person chose from it", () => {
    fc.assert(
      fc.property(worlds, fc.nat(), (world, pick) => {
        const decision = decided(world);
        const eligible = decision.candidates.filter((candidate) => candidate.eligible);
        const chosen = eligible[pick % Math.max(1, eligible.length)];
        fc.pre(chosen !== undefined);
        expect(rejudge(choose(decision, chosen.offerId) ?? decision)).toEqual(SAME);
      }),
      RUNS,
    );
  });

  it("is found out when a verdict, a point, a line, the order or the choice was changed", () => {
    fc.assert(
      fc.property(worlds, fc.nat(), (world, pick) => {
        const decision = stored(decided(world));
        fc.pre(decision.candidates.length > 0);
        const at = pick % decision.candidates.length;
        const forged: RoutingDecision[] = [
          tampered(decision, at, ({ points }) => ({ points: points + 1 })),
          tampered(decision, at, ({ eligible }) => ({ eligible: !eligible })),
          tampered(decision, at, ({ lines }) => ({
            lines: [...lines, { reason: "distance", points: 0, text: "Round the corner" }],
          })),
          tampered(decision, at, ({ verdicts }) => ({
            verdicts: [...verdicts, { rule: "age", pass: false, code: "40", text: "Too old" }],
          })),
          { ...decision, chosen: "nobody-at-all" },
          { ...decision, chosen: "nobody-at-all", chosenBy: "person" },
          { ...decision, outcome: decision.outcome === "none" ? "offered" : "none" },
        ];
        for (const each of forged) expect(rejudge(each).kind).toBe("differs");
        // The eligible that stand on one page, in another order.
        const page = decision.candidates.filter(({ eligible }) => eligible).slice(0, decision.policy.judged);
        fc.pre(page.length > 1);
        const [first, ...rest] = decision.candidates;
        const turned = [...rest.slice(0, page.length - 1), first, ...rest.slice(page.length - 1)];
        const reordered = { ...decision, candidates: turned.filter((each) => each !== undefined) };
        expect(rejudge(reordered).kind).toBe("differs");
      }),
      FORGED,
    );
  });

  it("is found out when a fact that it was judged by was changed", () => {
    fc.assert(
      fc.property(worlds, fc.nat(), (world, pick) => {
        const decision = stored(decided(world));
        const eligible = decision.candidates.filter((candidate) => candidate.eligible);
        const chosen = eligible[pick % Math.max(1, eligible.length)];
        fc.pre(chosen !== undefined);
        const own = chosen.facts.terms;
        const closed = decision.terms.map((terms, place) =>
          place === own ? { ...terms, offerOpen: false } : terms,
        );
        expect(rejudge({ ...decision, terms: closed }).kind).toBe("differs");
        const at = decision.candidates.indexOf(chosen);
        const nearer = tampered(decision, at, ({ facts }) => ({
          facts: { ...facts, distanceKm: (facts.distanceKm ?? 0) + 8 },
        }));
        expect(rejudge(nearer).kind).toBe("differs");
        const asked = { ...decision.need, alreadyAsked: [chosen.offerId] };
        expect(rejudge({ ...decision, need: asked }).kind).toBe("differs");
      }),
      FORGED,
    );
  });
});

describe("a decision that was made before facts were kept whole", () => {
  it("is told apart, and not passed as good", () => {
    expect(rejudge({ format: 1 })).toEqual({ kind: "without-facts" });
  });
});
