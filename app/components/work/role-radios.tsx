import { ROLE_WORDS } from "~/content/people";
import { ORGANISATION_ROLES } from "~/domain/access/roles";
import { sentence } from "~/domain/shared/in-words";
import { Radios } from "../form/radios";

/** Which role somebody is to have, and what each may do. */
export const RoleRadios = ({
  legend,
  error,
  chosen,
}: {
  readonly legend: string;
  readonly error?: string | undefined;
  readonly chosen?: string | undefined;
}) => (
  <Radios
    name="role"
    legend={legend}
    error={error}
    choices={ORGANISATION_ROLES.map((role) => ({
      value: role,
      label: ROLE_WORDS[role].label,
      hint: sentence(ROLE_WORDS[role].may),
    }))}
    chosen={chosen}
  />
);
