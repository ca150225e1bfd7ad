import { Button } from "nhsuk-react-components";
import { SAVED, WORKLIST } from "~/content/worklist";
import { Checkboxes } from "../form/checkboxes";
import type { Choice } from "../form/radios";
import { Select } from "../form/select";
import { TextField } from "../form/text-fields";
import { Folded } from "./folded";

/** What a worklist is asked for, as its address says it. */
interface Asked {
  readonly organisation: string;
  readonly state: string;
  readonly sort: string;
  readonly q: string;
  readonly service: string;
  readonly urgent: string;
}

/** Search, filter and order of a worklist: a form whose answers stand in the address. */
export function WorkSeek({
  action,
  asked,
  services,
  sorts,
  clear,
}: {
  readonly action: string;
  readonly asked: Asked;
  readonly services: readonly Choice[];
  readonly sorts: readonly Choice[];
  /** Where everything is shown again; null when nothing is left out. */
  readonly clear: string | null;
}) {
  return (
    <form method="get" action={action} className="work-seek" aria-label={WORKLIST.seek}>
      {asked.organisation ? <input type="hidden" name="organisation" value={asked.organisation} /> : null}
      {asked.state ? <input type="hidden" name="state" value={asked.state} /> : null}
      <TextField name="q" label={WORKLIST.search} value={asked.q} autoComplete="off" maxLength={80} />
      <Select name="service" label={WORKLIST.service} value={asked.service}>
        <option value="">{WORKLIST.everyService}</option>
        {services.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Select name="sort" label={WORKLIST.order} value={asked.sort || "deadline"}>
        {sorts.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Checkboxes
        name="urgent"
        legend={WORKLIST.urgency}
        choices={[{ value: "1", label: WORKLIST.urgentOnly }]}
        chosen={asked.urgent ? ["1"] : []}
      />
      <div className="work-seek__go">
        <Button type="submit" secondary>
          {WORKLIST.show}
        </Button>
        {clear ? <a href={clear}>{WORKLIST.showAll}</a> : null}
      </div>
    </form>
  );
}

/** The lists that somebody keeps, and a form to keep the one that is shown. */
export function SavedViews({
  saved,
  action,
  typed,
  error,
}: {
  readonly saved: readonly { readonly name: string; readonly href: string }[];
  readonly action: string;
  readonly typed: string | undefined;
  readonly error: string | undefined;
}) {
  return (
    <section className="saved-views" aria-labelledby="saved-views">
      <h2 className="nhsuk-heading-s" id="saved-views">
        {SAVED.heading}
      </h2>
      {saved.length > 0 ? (
        <ul className="saved-views__list">
          {saved.map(({ name, href }) => (
            <li key={name}>
              <a href={href}>{name}</a>
              <form method="post" action={action}>
                <input type="hidden" name="intent" value="drop-view" />
                <input type="hidden" name="name" value={name} />
                <button type="submit" className="saved-views__drop" aria-label={SAVED.drop(name)}>
                  {SAVED.dropShort}
                </button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <Folded summary={SAVED.keep} open={error !== undefined}>
        <form method="post" action={action} noValidate>
          <input type="hidden" name="intent" value="keep-view" />
          <TextField
            name="name"
            label={SAVED.name}
            hint={SAVED.what}
            value={typed}
            error={error}
            width={20}
            maxLength={40}
            autoComplete="off"
          />
          <Button type="submit" secondary>
            {SAVED.keep}
          </Button>
        </form>
      </Folded>
    </section>
  );
}
