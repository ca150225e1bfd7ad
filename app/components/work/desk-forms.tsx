import { Button, InsetText } from "nhsuk-react-components";
import { WORK } from "~/content/told";
import { NOTE_LENGTH } from "~/domain/fulfilment/note";
import type { CommandType } from "~/domain/fulfilment/part-state";
import { errorOf, type FieldError } from "../form/error-summary";
import { type Choice, Radios } from "../form/radios";
import { TextArea } from "../form/text-fields";
import type { Typed } from "./answer-forms";
import { MistakeForm, RaiseForm, ReopenForm, ReplyForm } from "./change-forms";
import { Folded } from "./folded";

interface DeskWork {
  readonly version: number;
  /** Of this page as it was drawn: what is sent twice from one of its forms is done once. */
  readonly pageKey: string;
  readonly may: readonly CommandType[];
  /** The person asked something, and nobody answered yet. */
  readonly hasQuestion: boolean;
  readonly asked: {
    readonly who: string;
    readonly of: "patient" | "referrer";
    readonly question: string;
  } | null;
  readonly choices: readonly (Choice | { readonly divider: string })[];
  readonly cannot: readonly {
    readonly offerId: string;
    readonly name: string;
    readonly reasons: readonly string[];
  }[];
  readonly higher: readonly Choice[];
}

interface DeskProps {
  readonly action: string;
  readonly work: DeskWork;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
}

/** What the front desk may do with a part now, and nothing else; what is seldom needed is folded away. */
export function DeskActions(props: DeskProps) {
  const { action, work, errors, typed } = props;
  const may = (type: CommandType): boolean => work.may.includes(type);
  const change = (intent: CommandType) => ({
    action,
    errors,
    typed,
    sent: { intent, version: work.version, key: `${work.pageKey}.${intent}` },
  });
  const isOpen = (intent: CommandType): boolean => errors.length > 0 && typed.intent === intent;
  return (
    <>
      {may("give-information") && work.asked ? <GiveForm {...props} asked={work.asked} /> : null}
      {may("reply") && work.hasQuestion ? <ReplyForm {...change("reply")} hasQuestion /> : null}
      {may("reroute") ? <RerouteForm {...props} /> : null}
      {may("close") ? <CloseForm {...props} /> : null}
      {may("reopen") ? (
        <>
          <h2 className="nhsuk-heading-m">Open it again</h2>
          <ReopenForm {...change("reopen")} />
        </>
      ) : null}
      {may("reply") && !work.hasQuestion ? (
        <Folded summary={WORK.write} open={isOpen("reply")}>
          <ReplyForm {...change("reply")} hasQuestion={false} />
        </Folded>
      ) : null}
      {may("raise-priority") ? (
        <Folded summary="It is more urgent now" open={isOpen("raise-priority")}>
          <RaiseForm {...change("raise-priority")} higher={work.higher} />
        </Folded>
      ) : null}
      {may("enter-in-error") ? (
        <Folded summary="What the partner wrote down was a mistake" open={isOpen("enter-in-error")}>
          <MistakeForm {...change("enter-in-error")} />
        </Folded>
      ) : null}
    </>
  );
}

const Sent = ({
  intent,
  work: { version, pageKey },
}: {
  readonly intent: CommandType;
  readonly work: DeskWork;
}) => (
  <>
    <input type="hidden" name="key" value={`${pageKey}.${intent}`} />
    <input type="hidden" name="intent" value={intent} />
    <input type="hidden" name="version" value={version} />
  </>
);

/** What a partner waits for: the practice's answer, or the person's, who may ring. */
function GiveForm({
  action,
  work,
  errors,
  typed,
  asked,
}: DeskProps & { readonly asked: NonNullable<DeskWork["asked"]> }) {
  return (
    <form method="post" action={action} noValidate>
      <Sent intent="give-information" work={work} />
      <h2 className="nhsuk-heading-m">
        {asked.of === "patient" ? "Answer for the person" : "Find out from the practice"}
      </h2>
      <p>{asked.who} cannot go on before it knows:</p>
      <InsetText>
        <p>{asked.question}</p>
      </InsetText>
      <TextArea
        name="answer"
        label="The answer"
        hint={`${asked.who} reads this, and goes on with the request.`}
        error={errorOf(errors, "answer")}
        value={typed.answer}
        rows={3}
        maxLength={NOTE_LENGTH}
      />
      <Button type="submit">Give the answer</Button>
    </form>
  );
}

function RerouteForm({ action, work, errors, typed }: DeskProps) {
  return (
    <form method="post" action={action} noValidate>
      <Sent intent="reroute" work={work} />
      <h2 className="nhsuk-heading-m">Ask a partner</h2>
      {work.choices.length === 0 ? (
        <p id="offer">
          Nobody is left who could be asked. Find another way, call the person, then close it below.
        </p>
      ) : (
        <>
          <Radios
            name="offer"
            legend="Who can be asked"
            small
            error={errorOf(errors, "offer")}
            choices={work.choices}
            chosen={typed.offer}
          />
          <TextArea
            name="note"
            label="Why you ask them"
            hint="Kept with the request."
            error={errorOf(errors, "note")}
            value={typed.note}
            rows={2}
            maxLength={NOTE_LENGTH}
          />
          <Button type="submit">Ask them</Button>
        </>
      )}
      {work.cannot.length > 0 ? (
        <>
          <h3 className="nhsuk-heading-s">Who cannot take it, and why</h3>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {work.cannot.map(({ offerId, name, reasons }) => (
              <li key={offerId}>
                {name}: {reasons.join(". ")}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </form>
  );
}

function CloseForm({ action, work, errors, typed }: DeskProps) {
  return (
    <form method="post" action={action} noValidate>
      <Sent intent="close" work={work} />
      <h2 className="nhsuk-heading-m">Close it</h2>
      <TextArea
        name="reason"
        label="Why it is closed"
        hint="The person reads this. Say what they can do now."
        error={errorOf(errors, "reason")}
        value={typed.reason}
        rows={3}
        maxLength={NOTE_LENGTH}
      />
      <Button type="submit" secondary>
        Close and show the person why
      </Button>
    </form>
  );
}
