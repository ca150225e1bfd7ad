import type { Arrangement, OrganisationKind } from "./types";

/** Every kind of organisation, in the order in which a form lists them. */
export const ORGANISATION_KINDS = [
  "practice",
  "community-trust",
  "mental-health-trust",
  "hospital-trust",
  "specialist",
  "pharmacy",
  "social-care",
  "voluntary",
  "social-enterprise",
] as const satisfies readonly OrganisationKind[];

/** Every way to be bound, the most usual first. */
export const ARRANGEMENTS = [
  "own-contract",
  "alliance",
  "joint-venture",
  "subcontract",
  "employed",
] as const satisfies readonly Arrangement[];
