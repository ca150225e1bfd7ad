import type { Led } from "./lead";
import {
  AS_LEAD,
  AT_BRAND,
  AT_ORGANISATION,
  BRAND_RIGHTS,
  type BrandRight,
  type OrganisationRight,
} from "./matrix";
import type { Roles } from "./roles";

/** Somebody at work in a brand. */
export interface AtWork extends Roles {
  /** The organisations that one of theirs answers for as their lead provider. */
  readonly answersFor: readonly Led[];
}

/** Whether somebody may do a thing at an organisation, or a thing of the brand's own. */
export function may(who: AtWork, what: OrganisationRight, organisationId: string): boolean;
export function may(who: AtWork, what: BrandRight): boolean;
export function may(who: AtWork, what: OrganisationRight | BrandRight, organisationId?: string): boolean {
  if (isBrandRight(what)) return who.brandRoles.some((role) => AT_BRAND[role].includes(what));
  const at = (wanted: string | undefined) =>
    who.memberships.some(
      (membership) => membership.organisationId === wanted && AT_ORGANISATION[membership.role].includes(what),
    );
  const asLead = () =>
    who.answersFor.some((led) => led.organisationId === organisationId && at(led.leadOrganisationId));
  return at(organisationId) || (AS_LEAD.includes(what) && asLead());
}

const isBrandRight = (what: OrganisationRight | BrandRight): what is BrandRight =>
  (BRAND_RIGHTS as readonly string[]).includes(what);

/** The organisations whose work somebody may see, each once: their own first, then those that these answer for. */
export const organisationsSeen = (who: AtWork): readonly string[] => [
  ...new Set(
    [...who.memberships, ...who.answersFor]
      .map(({ organisationId }) => organisationId)
      .filter((id) => may(who, "see-work", id)),
  ),
];

/** The organisation as whose somebody sees an organisation's work: itself, or its lead provider. */
export const seesAs = (who: AtWork, organisationId: string): string =>
  who.memberships.some((membership) => membership.organisationId === organisationId)
    ? organisationId
    : (who.answersFor.find((led) => led.organisationId === organisationId)?.leadOrganisationId ??
      organisationId);
