import { Button } from "nhsuk-react-components";
import { ONE_PARTNER } from "~/content/manage/partners";
import { PEOPLE } from "~/content/people";
import { TextField } from "../form/text-fields";
import { fieldsOf, type SentBack } from "./typed";

/** Who works at a partner, and a form that invites its manager. */
export function InviteManager({
  people,
  action,
  sent,
}: {
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly action: string;
  readonly sent: SentBack | null;
}) {
  const fields = fieldsOf(sent);
  return (
    <section aria-labelledby="people">
      <h2 className="nhsuk-heading-m" id="people">
        {ONE_PARTNER.people}
      </h2>
      {people.length === 0 ? <p>{ONE_PARTNER.noPeople}</p> : null}
      <ul className="manage-list" aria-labelledby="people">
        {people.map(({ id, name, role }) => (
          <li key={id}>
            <span className="manage-list__name">{name}</span>
            <span>{role}</span>
          </li>
        ))}
      </ul>
      <h3 className="nhsuk-heading-s" id="invite">
        {ONE_PARTNER.invite}
      </h3>
      <p>{ONE_PARTNER.inviteHow}</p>
      <form method="post" action={action} noValidate className="manage-form">
        <TextField {...fields.text("name")} label={PEOPLE.name} width={20} autoComplete="off" />
        <TextField
          {...fields.text("email")}
          label={PEOPLE.email}
          hint={PEOPLE.emailHint}
          width={20}
          autoComplete="off"
        />
        <Button type="submit" secondary>
          {PEOPLE.send}
        </Button>
      </form>
    </section>
  );
}
