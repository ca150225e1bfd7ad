import type { BrandRole, OrganisationRole } from "./roles";

/** What can be done at an organisation; `answer` is every command on work that it has. */
export const ORGANISATION_RIGHTS = [
  "see-work",
  "see-figures",
  "answer",
  "set-capacity",
  "keep-diary",
  "set-box",
  "keep-people",
] as const;
export type OrganisationRight = (typeof ORGANISATION_RIGHTS)[number];

/** What the brand's own people can do; `answer-desk` is every command on work that is theirs. */
export const BRAND_RIGHTS = ["see-desk", "answer-desk", "run-front-door"] as const;
export type BrandRight = (typeof BRAND_RIGHTS)[number];

/** Who may do what at an organisation. */
export const AT_ORGANISATION: Readonly<Record<OrganisationRole, readonly OrganisationRight[]>> = {
  reader: ["see-work", "see-figures"],
  booker: ["see-work", "see-figures", "answer", "set-capacity", "keep-diary"],
  manager: ["see-work", "see-figures", "answer", "set-capacity", "keep-diary", "set-box", "keep-people"],
};

/** Who may do what of the brand's own people. */
export const AT_BRAND: Readonly<Record<BrandRole, readonly BrandRight[]>> = {
  desk: ["see-desk", "answer-desk"],
  manager: ["see-desk", "answer-desk", "run-front-door"],
};

/** The most that anybody may do at an organisation that their own answers for, whatever their role. */
export const AS_LEAD: readonly OrganisationRight[] = ["see-work", "see-figures"];
