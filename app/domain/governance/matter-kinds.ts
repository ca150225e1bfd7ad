/** What the members of a brand can decide together. Signs of danger are not among it: two people publish those. */
export const MATTER_KINDS = [
  "admit",
  "leave",
  "suspend",
  "resume",
  "policy",
  "add-service",
  "retire-service",
  "box-rule",
  "constitution",
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];
