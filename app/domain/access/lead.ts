import { standings } from "../directory/standing";
import type { Partnership } from "../directory/types";
import type { PlainDate } from "../shared/time";

/** A partner, and the lead provider that answers for its work. */
export interface Led {
  readonly organisationId: string;
  readonly leadOrganisationId: string;
}

/**
 * Whom some organisations answer for on a day, by the partnerships that have begun and not ended. A partner that is
 * suspended is still answered for; one that has left, or whose lead provider has, is not.
 */
export function answersFor(
  leads: readonly string[],
  partnerships: readonly Partnership[],
  day: PlainDate,
): readonly Led[] {
  const led = partnerships.flatMap(({ organisationId, leadOrganisationId, startsOn, endsOn }) =>
    leadOrganisationId !== null &&
    leads.includes(leadOrganisationId) &&
    startsOn <= day &&
    (endsOn === null || day <= endsOn)
      ? [{ organisationId, leadOrganisationId }]
      : [],
  );
  if (led.length === 0) return led;
  const standing = standings(partnerships);
  return led.filter(({ organisationId }) => standing(organisationId, day).kind !== "left");
}
