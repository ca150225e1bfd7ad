import { Button } from "nhsuk-react-components";
import { MOVING, OVERBOOK } from "~/content/diary";
import { OUTCOME_WORDS } from "~/content/outcomes";
import { REFUSAL_ORDER, REFUSALS } from "~/content/refusals";
import { NOTE_LENGTH } from "~/domain/fulfilment/note";
import { OUTCOMES } from "~/domain/fulfilment/types";
import { REJECTED_REASONS } from "~/domain/routing/types";
import { Checkboxes } from "../form/checkboxes";
import { errorOf, type FieldError } from "../form/error-summary";
import { Radios } from "../form/radios";
import { DateFields, TextArea, TextField } from "../form/text-fields";

/** What was typed, given back with the errors. */
export type Typed = Readonly<Record<string, string | undefined>>;

export interface AnswerProps {
  readonly action: string;
  /** Of the fulfilment, and of its part. */
  readonly version: number;
  readonly partVersion: number;
  /** Of this page as it was drawn: what is sent twice from one of its forms is done once. */
  readonly pageKey: string;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
}

export function Sent({
  intent,
  version,
  partVersion,
  pageKey,
}: { readonly intent: string } & Pick<AnswerProps, "version" | "partVersion" | "pageKey">) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="part" value={partVersion} />
      <input type="hidden" name="key" value={`${pageKey}.${intent}`} />
    </>
  );
}

type Times = readonly { readonly value: string; readonly label: string }[];

/** One of the offer's free times, or another. */
export function TimeFields({
  times,
  diary = null,
  errors,
  typed,
}: AnswerProps & {
  readonly times: Times;
  /** Where all the times of the diary are; null where there is none. */
  readonly diary?: string | null;
}) {
  const hasTimes = times.length > 0;
  const overbooks = errorOf(errors, "overbook") !== undefined || typed.overbook === "yes";
  return (
    <>
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
        {overbooks ? (
          <Checkboxes
            name="overbook"
            legend={OVERBOOK.legend}
            error={errorOf(errors, "overbook")}
            choices={[{ value: "yes", label: OVERBOOK.label }]}
            chosen={typed.overbook === "yes" ? ["yes"] : []}
          />
        ) : null}
      </div>
      {diary ? (
        <p>
          <a href={diary}>{MOVING.diary}</a>
        </p>
      ) : null}
    </>
  );
}

/** Saying yes, with a time or with one to come. */
export function AcceptForm({
  times,
  diary,
  ...props
}: AnswerProps & { readonly times: Times; readonly diary: string | null }) {
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="accept" {...props} />
      <h2 className="nhsuk-heading-m">Accept and give a time</h2>
      <TimeFields times={times} diary={diary} {...props} />
      <div className="button-row">
        <Button type="submit">Accept</Button>
        <Button type="submit" secondary name="intent" value="accept-later">
          Say yes, and give a time later
        </Button>
      </div>
    </form>
  );
}

/** The time that was still to come, or another in place of the one that was given. */
export function BookForm({
  times,
  diary,
  hasTime,
  ...props
}: AnswerProps & { readonly times: Times; readonly diary: string | null; readonly hasTime: boolean }) {
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="book" {...props} />
      {hasTime ? (
        <p>The new time is kept before the old one is let go. The person is told.</p>
      ) : (
        <h2 className="nhsuk-heading-m">Give a time</h2>
      )}
      <TimeFields times={times} diary={diary} {...props} />
      <Button type="submit">{hasTime ? "Move it" : "Give this time"}</Button>
    </form>
  );
}

/** What saying no leads to, and which reasons lead elsewhere. */
export interface SaidNo {
  readonly lead: string;
  /** By reason. */
  readonly elsewhere: Readonly<Record<string, string | undefined>>;
}

/** Why a partner says no, or cancels what it had accepted. */
export function ReasonFields({
  reason,
  note,
  saidNo,
  errors,
  typed,
}: Pick<AnswerProps, "errors" | "typed"> & {
  /** The fields' names. */
  readonly reason: string;
  readonly note: string;
  readonly saidNo: SaidNo;
}) {
  return (
    <>
      <p>{saidNo.lead}</p>
      <Radios
        name={reason}
        legend="Why"
        small
        error={errorOf(errors, reason)}
        choices={REFUSAL_ORDER.map((code) => {
          const hint = saidNo.elsewhere[code];
          const label = `${code} ${REJECTED_REASONS[code]}: ${REFUSALS[code].pick}`;
          return { value: code, label, ...(hint === undefined ? {} : { hint }) };
        })}
        chosen={typed[reason]}
      />
      <TextArea
        name={note}
        label="Note (if you like)"
        hint="For whoever has it next. Do not write about the person’s health."
        error={errorOf(errors, note)}
        value={typed[note]}
        rows={2}
        maxLength={NOTE_LENGTH}
      />
    </>
  );
}

/** Saying no, with a reason. It goes on to somebody else, back to the person, or to people who look at it. */
export function DeclineForm(props: AnswerProps & { readonly saidNo: SaidNo }) {
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="decline" {...props} />
      <h2 className="nhsuk-heading-m">Decline</h2>
      <ReasonFields reason="reason" note="note" {...props} />
      <Button type="submit" secondary>
        Decline
      </Button>
    </form>
  );
}

export function StartForm(props: AnswerProps) {
  return (
    <form method="post" action={props.action}>
      <Sent intent="start" {...props} />
      <h2 className="nhsuk-heading-m">When care starts</h2>
      <p>The person sees that it has started.</p>
      <Button type="submit">Care has started</Button>
    </form>
  );
}

export function CompleteForm(props: AnswerProps) {
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="complete" {...props} />
      <h2 className="nhsuk-heading-m">When care is complete</h2>
      <CompleteFields {...props} />
      <Button type="submit">Care is complete</Button>
    </form>
  );
}

/** How care ended, and what the person reads of it. */
export function CompleteFields(props: Pick<AnswerProps, "errors" | "typed">) {
  return (
    <>
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
    </>
  );
}

/** For what was accepted and could not be done: people look at it next. */
export function FailForm(props: AnswerProps) {
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="fail" {...props} />
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
