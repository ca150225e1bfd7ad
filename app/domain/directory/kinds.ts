import type { Arrangement, OrganisationKind, Policy } from "./types";

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

/** What a policy gives points for, in the order in which a board weighs them. */
export const POINT_NAMES = [
  "distance",
  "wait",
  "continuity",
  "preference",
  "capacity",
  "kept",
  "share",
] as const satisfies readonly (keyof Policy["points"])[];
