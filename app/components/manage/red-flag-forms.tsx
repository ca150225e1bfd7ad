import { Button, Tag } from "nhsuk-react-components";
import { LEADS_TO, RED_FLAGS } from "~/content/manage/services";
import type { FlagChange } from "~/domain/catalogue/red-flag-proposal";
import { EMERGENCIES, type RedFlag } from "~/domain/journeys/types";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-fields";
import { Group } from "./group";
import { Seen } from "./seen";
import { fieldsOf, type SentBack } from "./typed";

const TAGS = { same: "grey", new: "green", gone: "red", changed: "yellow" } as const;

/** The signs that people are asked for now, each with where it leads. */
export const FlagsInForce = ({
  words,
  flags,
}: {
  readonly words: readonly string[];
  readonly flags: readonly RedFlag[];
}) => (
  <section aria-labelledby="in-force">
    <h2 className="nhsuk-heading-m" id="in-force">
      {RED_FLAGS.inForce}
    </h2>
    {words.map((line) => (
      <p key={line}>{line}</p>
    ))}
    <ul className="manage-list" aria-labelledby="in-force">
      {flags.map(({ id, text, leadsTo }) => (
        <li key={id}>
          <span className="manage-list__name">{text}</span>
          <span>{LEADS_TO[leadsTo]}</span>
        </li>
      ))}
    </ul>
  </section>
);

export interface ProposalView {
  readonly id: string;
  readonly words: readonly string[];
  readonly changes: readonly FlagChange[];
  /** Whoever looks at it proposed it: they can take it back, and somebody else must agree. */
  readonly own: boolean;
  readonly movedOn: boolean;
}

/** What is proposed, sign by sign beside what holds now, and the ways to agree or to turn it down. */
export const Proposal = ({
  proposal,
  action,
}: {
  readonly proposal: ProposalView;
  readonly action: string;
}) => {
  const { id, words, changes, own, movedOn } = proposal;
  return (
    <section aria-labelledby="proposed" className="manage-proposal">
      <h2 className="nhsuk-heading-m" id="proposed">
        {RED_FLAGS.proposal}
      </h2>
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <ul className="manage-list" aria-labelledby="proposed">
        {changes.map((change) => (
          <li key={change.flag.id}>
            <span className="manage-list__name">
              {change.kind === "gone" ? <s>{change.flag.text}</s> : change.flag.text}
              {change.kind === "changed" ? (
                <span className="manage-list__small">
                  {RED_FLAGS.was(change.was.text, change.was.leadsTo)}
                </span>
              ) : null}
            </span>
            <span>{LEADS_TO[change.flag.leadsTo]}</span>
            <span>
              <Tag modifier={TAGS[change.kind]}>{RED_FLAGS.change[change.kind]}</Tag>
            </span>
          </li>
        ))}
      </ul>
      <p>{movedOn ? RED_FLAGS.movedOn : own ? RED_FLAGS.own : RED_FLAGS.publishHow}</p>
      <form method="post" action={action} id="proposal" className="button-row">
        <input type="hidden" name="proposal" value={id} />
        {own || movedOn ? null : (
          <Button type="submit" name="intent" value="publish">
            {RED_FLAGS.publish}
          </Button>
        )}
        <Button type="submit" name="intent" value="drop" secondary>
          {own ? RED_FLAGS.takeBack : RED_FLAGS.drop}
        </Button>
      </form>
    </section>
  );
};

/** Asks for other signs: a line each with where it leads, and where they come from. */
export function FlagsForm({
  action,
  sent,
  before,
  lines,
  seen,
}: {
  readonly action: string;
  readonly sent: SentBack | null;
  readonly before: SentBack["typed"];
  /** How the signs stood when the page was opened. */
  readonly seen: string;
  /** The names of each line's fields. */
  readonly lines: readonly { readonly flag: string; readonly sign: string; readonly leads: string }[];
}) {
  const fields = fieldsOf(sent, before);
  return (
    <form method="post" action={action} noValidate className="manage-form">
      <input type="hidden" name="intent" value="propose" />
      <Seen fields={fields} seen={seen} />
      <Group title={RED_FLAGS.propose} hint={`${RED_FLAGS.signHint}. ${RED_FLAGS.moreHint}`}>
        {lines.map(({ flag, sign, leads }, at) => {
          const { chosen, ...select } = fields.one(leads);
          return (
            <div key={flag} className="manage-pair">
              <input type="hidden" name={flag} value={fields.text(flag).value ?? ""} />
              <TextArea {...fields.text(sign)} label={RED_FLAGS.sign(at + 1)} rows={2} />
              <Select {...select} value={chosen} label={RED_FLAGS.leadsTo(at + 1)}>
                <option value="" />
                {EMERGENCIES.map((each) => (
                  <option key={each} value={each}>
                    {LEADS_TO[each]}
                  </option>
                ))}
              </Select>
            </div>
          );
        })}
      </Group>
      <TextField
        {...fields.text("source")}
        label={RED_FLAGS.from}
        hint={RED_FLAGS.fromHint}
        autoComplete="off"
      />
      <TextField {...fields.text("notice")} label={RED_FLAGS.notice} autoComplete="off" />
      <p>{RED_FLAGS.proposeHow}</p>
      <Button type="submit">{RED_FLAGS.save}</Button>
    </form>
  );
}
