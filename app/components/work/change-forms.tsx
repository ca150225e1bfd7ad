import { Button } from "nhsuk-react-components";
import { WORK } from "~/content/told";
import { NOTE_LENGTH } from "~/domain/fulfilment/note";
import { errorOf } from "../form/error-summary";
import { type Choice, Radios } from "../form/radios";
import { TextArea } from "../form/text-fields";
import type { AnswerProps, Typed } from "./answer-forms";

type Change = Pick<AnswerProps, "errors" | "typed"> & {
  readonly action: string;
  /** What the form carries unseen: its intent, and the versions that were seen. */
  readonly sent: Readonly<Record<string, string | number>>;
};

const Hidden = ({ sent }: Pick<Change, "sent">) =>
  Object.entries(sent).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

/** It is more pressing than it was: partner and front desk say so alike. */
export function RaiseForm({ higher, ...props }: Change & { readonly higher: readonly Choice[] }) {
  const { errors, typed } = props;
  return (
    <form method="post" action={props.action} noValidate>
      <Hidden sent={props.sent} />
      <p>Every deadline comes forward. The person can see it.</p>
      <Radios
        name="priority"
        legend="How urgent it is now"
        small
        error={errorOf(errors, "priority")}
        choices={higher}
        chosen={typed.priority}
      />
      <Said name="sooner" label="Why" errors={errors} typed={typed} />
      <Button type="submit">Make it more urgent</Button>
    </form>
  );
}

/** An answer to what the person asked, or a word to them. */
export function ReplyForm({ hasQuestion, ...props }: Change & { readonly hasQuestion: boolean }) {
  return (
    <form method="post" action={props.action} noValidate>
      <Hidden sent={props.sent} />
      {hasQuestion ? <h2 className="nhsuk-heading-m">{WORK.asked}</h2> : null}
      <Said
        name="reply"
        label={hasQuestion ? WORK.answer : WORK.tellThem}
        hint={WORK.replyHint}
        errors={props.errors}
        typed={props.typed}
      />
      <Button type="submit" secondary={!hasQuestion}>
        {hasQuestion ? WORK.sendAnswer : WORK.send}
      </Button>
    </form>
  );
}

/** What was written down was a mistake. */
export function MistakeForm(props: Change) {
  return (
    <form method="post" action={props.action} noValidate>
      <Hidden sent={props.sent} />
      <p>It is marked as a mistake, and never deleted. The front desk looks at what the person needs.</p>
      <Said name="mistake" label="What the mistake is" errors={props.errors} typed={props.typed} />
      <Button type="submit" warning>
        Mark it as a mistake
      </Button>
    </form>
  );
}

/** What was over is not. */
export function ReopenForm(props: Change) {
  return (
    <form method="post" action={props.action} noValidate>
      <Hidden sent={props.sent} />
      <p>The front desk finds out what the person needs now. They get a new date.</p>
      <Said
        name="again"
        label="Why it is opened again"
        hint="The person can read this."
        errors={props.errors}
        typed={props.typed}
      />
      <Button type="submit" secondary>
        Open it again
      </Button>
    </form>
  );
}

function Said({
  name,
  label,
  hint,
  errors,
  typed,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly errors: AnswerProps["errors"];
  readonly typed: Typed;
}) {
  return (
    <TextArea
      name={name}
      label={label}
      hint={hint}
      error={errorOf(errors, name)}
      value={typed[name]}
      rows={2}
      maxLength={NOTE_LENGTH}
    />
  );
}
