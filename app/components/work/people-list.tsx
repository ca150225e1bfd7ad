import { Button } from "nhsuk-react-components";
import { PEOPLE } from "~/content/people";

interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

/** Who works at an organisation, a line each, with the way to change what they may do. */
export const PeopleList = ({
  people,
}: {
  readonly people: readonly (Somebody & { readonly href: string })[];
}) => (
  <ul className="people" aria-label={PEOPLE.title}>
    {people.map(({ id, name, email, role, href }) => (
      <li key={id} className="people__line">
        <span className="people__name">{name}</span>
        <span className="people__email">{email}</span>
        <span>{role}</span>
        <a href={href}>
          {PEOPLE.change}
          <span className="nhsuk-u-visually-hidden"> {name}</span>
        </a>
      </li>
    ))}
  </ul>
);

/** Who was invited and has not come yet; nothing when nobody was. */
export function InvitationList({
  invitations,
  action,
}: {
  readonly invitations: readonly (Somebody & { readonly until: string })[];
  readonly action: string;
}) {
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invited">
      <h2 className="nhsuk-heading-m" id="invited">
        {PEOPLE.invited}
      </h2>
      <ul className="people">
        {invitations.map(({ id, name, email, role, until }) => (
          <li key={id} className="people__line">
            <span>
              <span className="people__name">{name}</span>
              <span className="people__until">{until}</span>
            </span>
            <span className="people__email">{email}</span>
            <span>{role}</span>
            <form method="post" action={action}>
              <Button type="submit" name="withdraw" value={id} secondary small>
                {PEOPLE.withdraw}
                <span className="nhsuk-u-visually-hidden"> {name}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
