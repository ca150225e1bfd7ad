/** What somebody can be in a brand's usability lab: who studies, who runs sessions, and who watches them. */
export const LAB_ROLES = ["researcher", "facilitator", "observer"] as const;
export type LabRole = (typeof LAB_ROLES)[number];

export type LabRight =
  | "make-studies"
  | "run-sessions"
  | "watch-sessions"
  | "see-results"
  | "delete-participants";

/** Who does what: a table that is read, and nothing beside it decides. */
const RIGHTS: Readonly<Record<LabRole, readonly LabRight[]>> = {
  researcher: ["make-studies", "run-sessions", "watch-sessions", "see-results", "delete-participants"],
  facilitator: ["run-sessions", "watch-sessions", "delete-participants"],
  observer: ["watch-sessions"],
};

/** The roles in the lab that are kept of somebody. They are the brand's own: at an organisation they are none. */
export const labRolesOf = (
  kept: readonly { readonly organisationId: string | null; readonly role: string }[],
): readonly LabRole[] =>
  LAB_ROLES.filter((role) => kept.some((each) => each.organisationId === null && each.role === role));

export const mayInLab = ({ roles }: { readonly roles: readonly LabRole[] }, right: LabRight): boolean =>
  roles.some((role) => RIGHTS[role].includes(right));
