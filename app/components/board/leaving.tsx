import { Button } from "nhsuk-react-components";
import { LEAVING } from "~/content/board/partners";
import { Radios } from "../form/radios";
import type { Fields } from "../manage/typed";
import { MemberTable } from "./member-table";

/** Asks what would come of a partner's leaving. */
export const LeavingForm = ({
  name,
  action,
  fields,
}: {
  readonly name: string;
  readonly action: string;
  readonly fields: Fields;
}) => (
  <section aria-labelledby="leaving">
    <h2 className="nhsuk-heading-m" id="leaving">
      {LEAVING.title(name)}
    </h2>
    <p>{LEAVING.intro}</p>
    <form method="post" action={action} noValidate>
      <Radios
        {...fields.one("openWork")}
        legend={LEAVING.openWork}
        small
        choices={[
          { value: "reroute", label: LEAVING.reroute },
          { value: "finish", label: LEAVING.finish },
        ]}
      />
      <Button className="nhsuk-button--secondary">{LEAVING.ask}</Button>
    </form>
  </section>
);

export interface LeavingShown {
  /** What is said before anything is counted. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly nobody: readonly string[];
  readonly one: readonly string[];
  /** Null when it has no open work. */
  readonly work: {
    readonly rows: readonly { readonly id: string; readonly to: string; readonly count: string }[];
    readonly all: string;
    readonly told: string;
    readonly few: boolean;
  } | null;
}

/** What would come of it. */
export const LeavingResult = ({ title, lines, nobody, one, work }: LeavingShown) => (
  <section className="leaving" aria-labelledby="leaving-result">
    <h2 className="nhsuk-heading-m" id="leaving-result">
      {title}
    </h2>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    <Services title={LEAVING.nobody} services={nobody} />
    <Services title={LEAVING.one} services={one} />
    {nobody.length + one.length === 0 ? <p>{LEAVING.allGiven}</p> : null}
    <h3 className="nhsuk-heading-s">{LEAVING.work}</h3>
    {work === null ? (
      <p>{LEAVING.noWork}</p>
    ) : (
      <>
        <MemberTable
          caption={LEAVING.work}
          columns={[{ name: LEAVING.to }, { name: LEAVING.pieces, number: true }]}
          rows={[
            ...work.rows.map(({ id, to, count }) => ({ id, cells: [to, count] })),
            { id: "all", cells: [LEAVING.has, work.all], all: true },
          ]}
        />
        {work.few ? <p className="nhsuk-hint">{LEAVING.fewHint}</p> : null}
        <p>{work.told}</p>
      </>
    )}
  </section>
);

const Services = ({ title, services }: { readonly title: string; readonly services: readonly string[] }) =>
  services.length === 0 ? null : (
    <>
      <h3 className="nhsuk-heading-s">{title}</h3>
      <ul>
        {services.map((service) => (
          <li key={service}>{service}</li>
        ))}
      </ul>
    </>
  );
