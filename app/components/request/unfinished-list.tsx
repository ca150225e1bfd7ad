import { Button } from "nhsuk-react-components";
import { NOT_SENT } from "~/content/unfinished";

/** Something that was begun and is not sent. */
export interface Unfinished {
  readonly draftId: string;
  readonly service: string;
  readonly person: string | null;
  /** How far it is. */
  readonly state: string;
  readonly until: string;
  readonly href: string;
}

/** What was begun and is not sent, how long it is kept, and how to go on with it or throw it away. */
export function UnfinishedList({
  title,
  id,
  items,
  action,
}: {
  readonly title: string;
  /** Of its heading: a page may have several lists. */
  readonly id: string;
  readonly items: readonly Unfinished[];
  readonly action: string;
}) {
  if (items.length === 0) return null;
  return (
    <section className="unfinished" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {title}
      </h2>
      <ul className="unfinished__list">
        {items.map(({ draftId, service, person, state, until, href }) => (
          <li key={draftId}>
            <p className="unfinished__what">
              <a href={href}>{service}</a>
              {person ? NOT_SENT.person(person) : null}
            </p>
            <p className="unfinished__until">
              {state} {NOT_SENT.kept(until)}
            </p>
            <form method="post" action={action}>
              <input type="hidden" name="discard" value={draftId} />
              <Button type="submit" secondary>
                {NOT_SENT.discard}
                <span className="nhsuk-u-visually-hidden">: {service}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
