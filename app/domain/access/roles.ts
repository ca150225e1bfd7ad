import { z } from "zod";

/** What somebody can be at an organisation, the least first. */
export const ORGANISATION_ROLES = ["reader", "booker", "manager"] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** What one of the brand's own people can be. */
const BRAND_ROLES = ["desk", "manager"] as const;
export type BrandRole = (typeof BRAND_ROLES)[number];

const RoleHere = z.enum(ORGANISATION_ROLES);
const OwnRole = z.enum(BRAND_ROLES);

/** A role at an organisation by its name; undefined for a name that is none. */
export const organisationRole = (name: string): OrganisationRole | undefined => RoleHere.safeParse(name).data;

/** What somebody is in a brand: at its organisations, and as one of its own people. */
export interface Roles {
  readonly memberships: readonly { readonly organisationId: string; readonly role: OrganisationRole }[];
  readonly brandRoles: readonly BrandRole[];
}

/** The roles that are kept of somebody, by name. A role that is not known is none, and lets nobody do anything. */
export function rolesOf(
  kept: readonly { readonly organisationId: string | null; readonly role: string }[],
): Roles {
  return {
    memberships: kept.flatMap(({ organisationId, role: name }) => {
      const role = organisationRole(name);
      return organisationId === null || role === undefined ? [] : [{ organisationId, role }];
    }),
    brandRoles: kept.flatMap(({ organisationId, role }) =>
      organisationId === null ? (OwnRole.safeParse(role).data ?? []) : [],
    ),
  };
}
