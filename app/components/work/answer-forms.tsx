import { Button } from "nhsuk-react-components";
import { OUTCOME_WORDS } from "~/content/outcomes";
import { REFUSAL_ORDER, REFUSALS } from "~/content/refusals";
import { NOTE_LENGTH } from "~/domain/fulfilment/note";
import { OUTCOMES } from "~/domain/fulfilment/types";
import { REJECTED_REASONS } from "~/domain/routing/types";
import { errorOf, type FieldError } from "../form/error-summary";
import { Radios } from "../form/radios";
import { DateFields, TextArea, TextField } from "../form/text-fields";

/** What was typed, given back with the errors. */
export type Typed = Readonly<Record<string, string | undefined>>;

interface AnswerProps {
  readonly action: string;
  readonly version: number;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
}

function Sent({ intent, version }: { readonly intent: string; readonly version: number }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

/** Saying yes, with one of the offer's free times, or another. */
export function AcceptForm({
  times,
  ...props
}: AnswerProps & { readonly times: readonly { readonly value: string; readonly label: string }[] }) {
  const { errors, typed } = props;
  const hasTimes = times.length > 0;
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="accept" version={props.version} />
      <h2 className="nhsuk-heading-m">Accept and give a time</h2>
      {hasTimes ? (
        <Radios
          name="slot"
          legend="Your next free times"
          small
          className="free-times"
          error={errorOf(errors, "slot")}
          choices={[...times, { value: "other", label: "Another time" }]}
          chosen={typed.slot}
        />
      ) : (
        <input type="hidden" name="slot" value="other" />
      )}
      <div className={hasTimes ? "nhsuk-inset-text other-time" : undefined}>
        {hasTimes ? <p className="nhsuk-hint">Only if you chose “Another time”</p> : null}
        <DateFields
          name="date"
          legend="Date"
          error={errorOf(errors, "date-day", "date-month", "date-year")}
          wrong={errors.find(({ field }) => field.startsWith("date-"))?.field}
          values={typed}
        />
        <TextField
          name="time"
          label="Time"
          hint="Like 9.30 am or 14:30"
          width={5}
          error={errorOf(errors, "time")}
          value={typed.time}
          autoComplete="off"
        />
      </div>
      <Button type="submit">Accept</Button>
    </form>
  );
}

/** Saying no, with a reason. It goes on to somebody else, or back to the person. */
export function DeclineForm({ goesTo, ...props }: AnswerProps & { readonly goesTo: string }) {
  const { errors, typed } = props;
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="decline" version={props.version} />
      <h2 className="nhsuk-heading-m">Decline</h2>
      <p>{goesTo}</p>
      <Radios
        name="reason"
        legend="Why"
        small
        error={errorOf(errors, "reason")}
        choices={REFUSAL_ORDER.map((code) => ({
          value: code,
          label: `${code} ${REJECTED_REASONS[code]}: ${REFUSALS[code].pick}`,
        }))}
        chosen={typed.reason}
      />
      <TextArea
        name="note"
        label="Note (if you like)"
        hint="For whoever has it next. Do not write about the person’s health."
        error={errorOf(errors, "note")}
        value={typed.note}
        rows={2}
        maxLength={NOTE_LENGTH}
      />
      <Button type="submit" secondary>
        Decline
      </Button>
    </form>
  );
}

export function StartForm(props: AnswerProps) {
  return (
    <form method="post" action={props.action}>
      <Sent intent="start" version={props.version} />
      <h2 className="nhsuk-heading-m">When care starts</h2>
      <p>The person sees that it has started.</p>
      <Button type="submit">Care has started</Button>
    </form>
  );
}

export function CompleteForm(props: AnswerProps) {
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="complete" version={props.version} />
      <h2 className="nhsuk-heading-m">When care is complete</h2>
      <Radios
        name="code"
        legend="How it ended"
        small
        error={errorOf(props.errors, "code")}
        choices={OUTCOMES.map((code) => ({ value: code, label: OUTCOME_WORDS[code] }))}
        chosen={props.typed.code}
      />
      <TextArea
        name="outcome"
        label="A note to the person (if you like)"
        hint="The person can read this."
        error={errorOf(props.errors, "outcome")}
        value={props.typed.outcome}
        rows={2}
        maxLength={NOTE_LENGTH}
      />
      <Button type="submit">Care is complete</Button>
    </form>
  );
}

/** For what was accepted and could not be done: people look at it next. */
export function FailForm(props: AnswerProps) {
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="fail" version={props.version} />
      <h2 className="nhsuk-heading-m">If you cannot do it after all</h2>
      <p>The front desk finds someone else. The person is told.</p>
      <TextArea
        name="failure"
        label="What happened"
        error={errorOf(props.errors, "failure")}
        value={props.typed.failure}
        rows={2}
        maxLength={NOTE_LENGTH}
      />
      <Button type="submit" secondary>
        Hand it to the front desk
      </Button>
    </form>
  );
}
