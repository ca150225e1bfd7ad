import type { PlainDate } from "../shared/time";
import { type Period, periodsInForce } from "./terms";
import type { OpenWork, Partnership } from "./types";

/**
 * How an organisation stands with the brand on a day: `partner`; it has `left`, or is `suspended`, by itself or with the
 * lead provider that answers for it; or it is `none` of these, for it has not joined yet.
 */
export type Standing =
  | { readonly kind: "partner" | "none" }
  | { readonly kind: "left" | "suspended"; readonly openWork: OpenWork };

/** Looks up how each organisation stands. Partnerships are given in any order. */
export function standings(
  partnerships: readonly Partnership[],
): (organisationId: string, day: PlainDate) => Standing {
  const byOrganisation = new Map<string, Partnership[]>();
  for (const partnership of partnerships) {
    const known = byOrganisation.get(partnership.organisationId);
    if (known === undefined) byOrganisation.set(partnership.organisationId, [partnership]);
    else known.push(partnership);
  }
  const of = (organisationId: string): readonly Partnership[] => byOrganisation.get(organisationId) ?? [];

  const standing = (organisationId: string, day: PlainDate): Standing => {
    const own = of(organisationId);
    if (periodsInForce(own, of).some((period) => covers(period, day))) return { kind: "partner" };
    const last = latestBegun(own, day);
    if (last === undefined) return { kind: "none" };
    const openWork = last.openWork ?? "reroute";
    if (last.endsOn !== null && last.endsOn < day) return { kind: "left", openWork };
    if (last.suspendedFrom !== null && last.suspendedFrom <= day) return { kind: "suspended", openWork };
    // Its own partnership is in force: the lead provider's is not.
    const lead = last.leadOrganisationId === null ? undefined : latestBegun(of(last.leadOrganisationId), day);
    if (lead === undefined) return { kind: "left", openWork: "reroute" };
    return {
      kind: lead.endsOn !== null && lead.endsOn < day ? "left" : "suspended",
      openWork: lead.openWork ?? "reroute",
    };
  };
  return standing;
}

/** The organisations that were partners and are not on a day: theirs is the work that goes on. */
export function noLongerPartners(partnerships: readonly Partnership[], day: PlainDate): readonly string[] {
  const standing = standings(partnerships);
  const ids = new Set(partnerships.map(({ organisationId }) => organisationId));
  return [...ids].filter((id) => ["left", "suspended"].includes(standing(id, day).kind)).sort();
}

const covers = ({ from, until, before }: Period, day: PlainDate): boolean =>
  from <= day && (until === null || day <= until) && (before === null || day < before);

export const latestBegun = (own: readonly Partnership[], day: PlainDate): Partnership | undefined =>
  own
    .filter(({ startsOn }) => startsOn <= day)
    .reduce<Partnership | undefined>(
      (last, one) => (last === undefined || one.startsOn > last.startsOn ? one : last),
      undefined,
    );
