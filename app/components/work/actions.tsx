import { WORK } from "~/content/told";
import type { CommandType } from "~/domain/fulfilment/part-state";
import type { Choice } from "../form/radios";
import {
  AcceptForm,
  type AnswerProps,
  BookForm,
  CompleteForm,
  DeclineForm,
  FailForm,
  type SaidNo,
  StartForm,
} from "./answer-forms";
import { MistakeForm, RaiseForm, ReopenForm, ReplyForm } from "./change-forms";
import { Folded } from "./folded";
import { AskForm, MissedForm, TransferForm, WithdrawForm } from "./hand-on-forms";

/** What the forms of one piece of work offer to choose from. */
interface Work {
  readonly may: readonly CommandType[];
  readonly hasTime: boolean;
  /** The person asked something, and nobody answered yet. */
  readonly hasQuestion: boolean;
  readonly times: readonly Choice[];
  readonly diary: string | null;
  readonly others: readonly Choice[];
  readonly higher: readonly Choice[];
  readonly saidNo: SaidNo;
}

/**
 * A form for each thing that a partner may do now, and for nothing else: an answer that is waited for first, and what is
 * seldom needed folded away.
 */
export function Actions({ work, ...props }: AnswerProps & { readonly work: Work }) {
  const answersFirst = work.hasQuestion && work.may.includes("reply");
  const inOrder: readonly CommandType[] = answersFirst
    ? ["reply", ...work.may.filter((type) => type !== "reply")]
    : work.may;
  return inOrder.map((type) => {
    const folded = (summary: string, form: JSX.Element) => (
      <Folded key={type} summary={summary} open={props.errors.length > 0 && props.typed.intent === type}>
        {form}
      </Folded>
    );
    const key = `${props.pageKey}.${type}`;
    const sent = { intent: type, version: props.version, part: props.partVersion, key };
    switch (type) {
      case "accept":
        return <AcceptForm key={type} {...props} times={work.times} diary={work.diary} />;
      case "decline":
        return <DeclineForm key={type} {...props} saidNo={work.saidNo} />;
      case "book": {
        const form = (
          <BookForm key={type} {...props} times={work.times} diary={work.diary} hasTime={work.hasTime} />
        );
        return work.hasTime ? folded("Move the appointment", form) : form;
      }
      case "start":
        return <StartForm key={type} {...props} />;
      case "complete":
        return <CompleteForm key={type} {...props} />;
      case "ask":
        return folded("Ask for something you must know first", <AskForm {...props} />);
      case "reply": {
        const form = <ReplyForm key={type} {...props} sent={sent} hasQuestion={work.hasQuestion} />;
        return work.hasQuestion ? form : folded(WORK.write, form);
      }
      case "did-not-attend":
        return folded("The person was not there", <MissedForm {...props} />);
      case "transfer":
        return folded("Hand it to another partner", <TransferForm {...props} others={work.others} />);
      case "raise-priority":
        return folded("It is more urgent now", <RaiseForm {...props} sent={sent} higher={work.higher} />);
      case "withdraw":
        return folded("Cancel what you accepted", <WithdrawForm {...props} saidNo={work.saidNo} />);
      case "fail":
        return folded("If you cannot do it after all", <FailForm {...props} />);
      case "enter-in-error":
        return folded("This was written down by mistake", <MistakeForm {...props} sent={sent} />);
      case "reopen":
        return folded("It is not over", <ReopenForm {...props} sent={sent} />);
      default:
        return null;
    }
  });
}
