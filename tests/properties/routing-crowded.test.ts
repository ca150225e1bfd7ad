import fc from "fast-check";
import { expect, it } from "vitest";
import { buildDirectory, type Directory } from "~/domain/directory/directory";
import { onSphere } from "~/domain/directory/service-index";
import type { Offer } from "~/domain/directory/types";
import { judge, subjectOf } from "~/domain/eligibility/judge";
import { route } from "~/domain/routing/route";
import type { Need, Rule } from "~/domain/routing/types";
import { runs } from "~tests/support/counts";
import { NOW } from "~tests/support/directory";
import { crowdedWorlds } from "./routing-worlds";

const RUNS = { numRuns: runs(40, 2_000) };
const FAILED_SHOWN = 10;

interface Judged {
  readonly offer: Offer;
  /** A number that grows with distance; infinite when that is not known. */
  readonly far: number;
  readonly failed: Rule | null;
  readonly favoured: number;
}

/** Every provider's offer by itself, without an index. */
function bruteForce(directory: Directory, need: Need): Judged[] {
  const own = need.person.registeredWith && directory.organisationByOds(need.person.registeredWith.ods);
  const favoured = [...new Set([...(own ? [own.id] : []), ...need.preferences.knownTo])];
  const rank = ({ organisationId, id }: Offer) =>
    `${directory.organisation(organisationId)?.odsCode ?? "~"} ${id}`;
  return directory.offers
    .filter(({ role }) => role === "provider")
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map((offer) => {
      const km = need.place === null ? null : subjectOf(directory, offer, need).km;
      const place = favoured.indexOf(offer.organisationId);
      const isFar = place < 0 && offer.locationId !== null && km !== null && km > directory.policy.reachKm;
      const failed = judge(directory, offer, need, NOW).find(({ pass }) => !pass)?.rule ?? null;
      const far = farness(directory, offer, need);
      return { offer, far, failed: isFar ? "reach" : failed, favoured: place };
    });
}

/** Kilometres would tell two places apart that are equally far, by the last digit of their rounding. */
function farness(directory: Directory, offer: Offer, need: Need): number {
  const centre = directory.centreOf(offer);
  if (need.place === null || centre === undefined) return Number.POSITIVE_INFINITY;
  const a = onSphere(centre.position);
  const b = onSphere(need.place.position);
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2;
}

const byDistance = (a: Judged, b: Judged): number => (a.far === b.far ? 0 : a.far - b.far);

function inOrder(judged: readonly Judged[]): Judged[] {
  const eligible = judged.filter(({ failed }) => failed === null);
  const nearness = ({ offer, far }: Judged) => (offer.locationId === null || far === Infinity ? 0 : far);
  const first = eligible
    .filter(({ favoured }) => favoured >= 0)
    .sort((a, b) => a.favoured - b.favoured || nearness(a) - nearness(b));
  const others = eligible.filter(({ favoured }) => favoured < 0);
  const located = others.filter(({ offer }) => offer.locationId !== null).sort(byDistance);
  const unlocated = others.filter(({ offer }) => offer.locationId === null);
  const turns = Array.from({ length: others.length }, (_, turn) => [located[turn], unlocated[turn]]).flat();
  return [...first, ...turns.filter((each) => each !== undefined)];
}

it(`shows and counts in ${RUNS.numRuns} crowded towns exactly what judging every offer by itself finds`, () => {
  fc.assert(
    fc.property(crowdedWorlds, ({ contents, overlay, need }) => {
      const directory = buildDirectory(contents);
      const judged = bruteForce(directory, need);
      const { candidates, notShown } = route(directory, overlay, need, NOW);
      const providers = candidates.filter(({ facts }) => facts.role === "provider");
      const shown = new Set(providers.map(({ offerId }) => offerId));

      const eligible = inOrder(judged);
      const page = eligible.slice(0, directory.policy.judged).map(({ offer }) => offer.id);
      expect(
        providers
          .filter((each) => each.eligible)
          .map((each) => each.offerId)
          .sort(),
      ).toEqual(page.sort());
      expect(notShown.eligible).toBe(eligible.length - page.length);

      const counts: Partial<Record<Rule, number>> = {};
      const failing = judged.filter(({ failed }) => failed !== null);
      for (const { failed, offer } of failing) {
        if (failed !== null && !shown.has(offer.id)) counts[failed] = (counts[failed] ?? 0) + 1;
      }
      expect(notShown.failed).toEqual(counts);

      const near = failing.filter(({ failed, favoured }) => failed !== "reach" || favoured >= 0);
      const nearest = near.sort(byDistance).slice(0, FAILED_SHOWN);
      const failed = providers.filter((each) => !each.eligible);
      expect(failed.map(({ offerId }) => offerId).sort()).toEqual(
        nearest.map(({ offer }) => offer.id).sort(),
      );
      // They stand by the kilometres that a stored decision keeps, to the millimetre.
      const km = failed.map(({ facts }) => facts.centreKm ?? Number.POSITIVE_INFINITY);
      expect(km).toEqual([...km].sort((a, b) => a - b));
    }),
    RUNS,
  );
});
