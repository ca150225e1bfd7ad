import { Button } from "nhsuk-react-components";
import { CHOICE_WORDS, PROPOSAL } from "~/content/board/governance";
import { CHOICES } from "~/domain/governance/tally";
import { Radios } from "../form/radios";
import { TextArea } from "../form/text-fields";
import { Seen } from "../manage/seen";
import { fieldsOf, type SentBack } from "../manage/typed";

interface FormProps {
  readonly action: string;
  /** The seat that is spoken from. */
  readonly seat: string;
}

/** Asks a member how it votes, and why. `seen` is how many votes it had cast when the page was opened. */
export function VoteForm({
  action,
  seat,
  member,
  sent,
  seen,
  before,
}: FormProps & {
  readonly member: string;
  readonly sent: SentBack | null;
  readonly seen: number;
  /** The vote that stands; null where there is none. */
  readonly before: { readonly choice: string; readonly reason: string } | null;
}) {
  const fields = fieldsOf(sent, before ?? {});
  return (
    <form method="post" action={action} noValidate>
      <Seen fields={fields} seen={String(seen)} />
      <input type="hidden" name="as" value={seat} />
      <input type="hidden" name="intent" value="vote" />
      <Radios
        {...fields.one("choice")}
        legend={PROPOSAL.voteFor(member)}
        choices={CHOICES.map((choice) => ({ value: choice, label: CHOICE_WORDS[choice] }))}
      />
      <TextArea
        {...fields.text("reason")}
        label={PROPOSAL.reason}
        hint={PROPOSAL.reasonHint}
        maxLength={1_000}
      />
      <Button type="submit">{before === null ? PROPOSAL.cast : PROPOSAL.change}</Button>
    </form>
  );
}

export function RemarkForm({ action, seat, sent }: FormProps & { readonly sent: SentBack | null }) {
  const fields = fieldsOf(sent);
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="as" value={seat} />
      <input type="hidden" name="intent" value="say" />
      <TextArea {...fields.text("text")} label={PROPOSAL.say} hint={PROPOSAL.sayHint} maxLength={2_000} />
      <Button type="submit" secondary>
        {PROPOSAL.sayIt}
      </Button>
    </form>
  );
}

export const WithdrawForm = ({ action, seat }: FormProps) => (
  <form method="post" action={action} id="withdraw">
    <input type="hidden" name="as" value={seat} />
    <input type="hidden" name="intent" value="withdraw" />
    <h2 className="nhsuk-heading-m">{PROPOSAL.withdrawTitle}</h2>
    <p>{PROPOSAL.withdrawHow}</p>
    <Button type="submit" secondary>
      {PROPOSAL.withdraw}
    </Button>
  </form>
);
