import { Button } from "nhsuk-react-components";
import { NOTE_LENGTH } from "~/domain/fulfilment/note";
import { errorOf } from "../form/error-summary";
import { type Choice, Radios } from "../form/radios";
import { TextArea } from "../form/text-fields";
import { type AnswerProps, ReasonFields, type SaidNo, Sent } from "./answer-forms";

/** A question that must be answered before the partner can go on. */
export function AskForm(props: AnswerProps) {
  const { errors, typed } = props;
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="ask" {...props} />
      <p>It is on hold until there is an answer. Your own time to act starts again then.</p>
      <Radios
        name="of"
        legend="Who can answer it"
        small
        error={errorOf(errors, "of")}
        choices={[
          { value: "patient", label: "The person" },
          { value: "referrer", label: "Their practice", hint: "The front desk asks them for you" },
        ]}
        chosen={typed.of}
      />
      <TextArea
        name="question"
        label="What you need to know"
        hint="They read this as you write it."
        error={errorOf(errors, "question")}
        value={typed.question}
        rows={2}
        maxLength={NOTE_LENGTH}
      />
      <Button type="submit">Ask</Button>
    </form>
  );
}

/** Handing it to another that could be asked now. */
export function TransferForm({ others, ...props }: AnswerProps & { readonly others: readonly Choice[] }) {
  const { errors, typed } = props;
  if (others.length === 0) return <p>Nobody else could be asked now.</p>;
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="transfer" {...props} />
      <p>They are asked at once, and the person is told. You keep the reference, not their answers.</p>
      <Radios
        name="offer"
        legend="Who takes it on"
        small
        error={errorOf(errors, "offer")}
        choices={others}
        chosen={typed.offer}
      />
      <TextArea
        name="handover"
        label="Note for them (if you like)"
        error={errorOf(errors, "handover")}
        value={typed.handover}
        rows={2}
        maxLength={NOTE_LENGTH}
      />
      <Button type="submit">Hand it on</Button>
    </form>
  );
}

/** Cancelling what was accepted. */
export function WithdrawForm(props: AnswerProps & { readonly saidNo: SaidNo }) {
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="withdraw" {...props} />
      <ReasonFields reason="withdraw-reason" note="withdraw-note" {...props} />
      <Button type="submit" warning>
        Cancel what we accepted
      </Button>
    </form>
  );
}

/** The person was not there. */
export function MissedForm(props: AnswerProps) {
  return (
    <form method="post" action={props.action} noValidate>
      <Sent intent="did-not-attend" {...props} />
      <p>It goes back to the person, who can choose you again.</p>
      <TextArea
        name="missed"
        label="Note (if you like)"
        hint="For the front desk. The person does not see it."
        error={errorOf(props.errors, "missed")}
        value={props.typed.missed}
        rows={2}
        maxLength={NOTE_LENGTH}
      />
      <Button type="submit" secondary>
        They were not there
      </Button>
    </form>
  );
}
