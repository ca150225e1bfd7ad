import { Button } from "nhsuk-react-components";
import { PEOPLE } from "~/content/people";
import { errorOf, type FieldError } from "../form/error-summary";
import { TextField } from "../form/text-fields";
import { RoleRadios } from "./role-radios";

/** Asks whom to invite, and as what. */
export const InviteForm = ({
  action,
  errors,
  typed,
}: {
  readonly action: string;
  readonly errors: readonly FieldError[];
  readonly typed: { readonly name: string; readonly email: string; readonly role: string } | null;
}) => (
  <section aria-labelledby="invite">
    <h2 className="nhsuk-heading-m" id="invite">
      {PEOPLE.invite}
    </h2>
    <p>{PEOPLE.inviteHow}</p>
    <form method="post" action={action} noValidate>
      <TextField
        name="name"
        label={PEOPLE.name}
        error={errorOf(errors, "name")}
        value={typed?.name}
        width={20}
        autoComplete="off"
      />
      <TextField
        name="email"
        label={PEOPLE.email}
        hint={PEOPLE.emailHint}
        error={errorOf(errors, "email")}
        value={typed?.email}
        width={20}
        autoComplete="off"
      />
      <RoleRadios legend={PEOPLE.role} error={errorOf(errors, "role")} chosen={typed?.role} />
      <Button type="submit">{PEOPLE.send}</Button>
    </form>
  </section>
);

/** The link of an invitation, which is shown this once. */
export const InvitationMade = ({ name, link }: { readonly name: string; readonly link: string }) => (
  <section className="done-note" role="status" aria-labelledby="made">
    <h2 className="nhsuk-heading-s" id="made">
      {PEOPLE.made(name)}
    </h2>
    <p className="invitation-link">{link}</p>
    <p>{PEOPLE.madeHow}</p>
  </section>
);
