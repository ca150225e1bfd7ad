import type { OrganisationKind } from "../directory/types";
import { roundedCount } from "./few";
import type { Measure } from "./measures";
import { OTHER } from "./path";

/**
 * What care of one person for one thing costs, in pounds, by the kind of partner. Made up for demonstration: round
 * figures that stand in the right order, so that a board can see what moves. They are no tariff and no contract.
 */
export const PRICES: Readonly<Record<OrganisationKind, number>> = {
  pharmacy: 20,
  voluntary: 30,
  practice: 40,
  "social-enterprise": 50,
  "social-care": 60,
  "community-trust": 80,
  specialist: 120,
  "mental-health-trust": 140,
  "hospital-trust": 160,
};

/** One partner's care in a period at the prices of the list. */
export interface CostLine {
  /** Null: those that are too few to be shown apart. */
  readonly organisationId: string | null;
  /** Whom it took on, to the nearest five. */
  readonly people: number;
  /** Null where it would tell who is within: lines of several kinds. */
  readonly pounds: number | null;
}

/** From counts that may be shown, the biggest cost first. A line of several partners has no price. */
export function costLines(
  counts: readonly { readonly keys: readonly string[]; readonly people: number }[],
  kindOf: (organisationId: string) => OrganisationKind | undefined,
): readonly CostLine[] {
  return counts
    .map(({ keys, people }): CostLine => {
      const shown = roundedCount(people);
      const [only] = keys;
      const kind = keys.length === 1 && only !== undefined && only !== OTHER ? kindOf(only) : undefined;
      return kind === undefined
        ? { organisationId: null, people: shown, pounds: null }
        : { organisationId: only ?? null, people: shown, pounds: shown * PRICES[kind] };
    })
    .sort((a, b) => (b.pounds ?? -1) - (a.pounds ?? -1));
}

/** How much of the care that was taken on is given outside the hospital. */
export const inTheCommunity = (
  kindOf: (organisationId: string) => OrganisationKind | undefined,
): Omit<Measure, "id"> => ({
  how: "share",
  better: null,
  points: ({ organisationId, acceptedAt, cancelled }) => {
    if (organisationId === null || acceptedAt === null || cancelled) return [];
    const kind = kindOf(organisationId);
    return kind === undefined ? [] : [{ partner: organisationId, value: kind === "hospital-trust" ? 0 : 1 }];
  },
});
