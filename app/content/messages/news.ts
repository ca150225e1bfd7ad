import type { PatientTemplate } from "~/domain/fulfilment/messages";
import type { MessageFacts } from "~/domain/messages/types";
import { whenWords } from "../deadlines";

/** What a message tells, in the words that emails, letters and our own pages share. None names a service or a partner. */
interface News {
  /** As a subject or a heading: whoever sees it over a shoulder learns nothing of what it is about. */
  readonly headline: string;
  readonly happened: string;
  /** What to do; `by` is "5 pm tomorrow", or empty when nothing is due. */
  readonly todo: (by: string) => string;
}

const nothing = () => "You do not need to do anything.";
const byWords = (by: string): string => (by === "" ? "" : ` by ${by}`);

export const NEWS: Readonly<Record<PatientTemplate, News>> = {
  "request-received": {
    headline: "Your request has reached us",
    happened: "Thank you for asking. We have all that you told us.",
    todo: () => "Keep your reference. You will need it when you ring us.",
  },
  "time-given": {
    headline: "You have a time",
    happened: "There is a time for you.",
    todo: () => "Look at your page to see when and where. If you cannot come, tell us there.",
  },
  "asked-next": {
    headline: "Your request has moved on",
    happened: "The first people could not help, so we have asked the next ones.",
    todo: nothing,
  },
  "please-choose": {
    headline: "Please choose who to ask",
    happened: "The people we asked cannot help, so we have come back to you.",
    todo: (by) => `Please choose who to ask next${byWords(by)}. If you do not, our front desk will help.`,
  },
  "with-front-desk": {
    headline: "Our front desk has your request",
    happened: "A person at our front desk has your request now.",
    todo: nothing,
  },
  "with-manager": {
    headline: "Our manager has your request",
    happened: "Your request has waited too long. We are sorry. Our manager has it now.",
    todo: () => "You do not need to do anything. If you get worse while you wait, call 111.",
  },
  "care-complete": {
    headline: "Your request is done",
    happened: "Your request is complete.",
    todo: () => "Look at your page to see how it ended. If it is not over, you can say so there.",
  },
  "request-closed": {
    headline: "Your request is closed",
    happened: "Your request is closed.",
    todo: () => "Look at your page to see why, and what else you can ask for.",
  },
  "please-answer": {
    headline: "Please answer a question",
    happened: "The people who have your request need to know something first.",
    todo: (by) => `Please answer their question on your page${byWords(by)}.`,
  },
  "may-be-late": {
    headline: "Our answer may be late",
    happened: "We said when you would have an answer. It may be late.",
    todo: () => "You do not need to do anything. If you get worse while you wait, call 111.",
  },
  "we-are-late": {
    headline: "We are late with your request",
    happened: "We did not give you an answer when we said we would. We are sorry.",
    todo: () => "Your page shows who has it now. If you get worse while you wait, call 111.",
  },
  "earlier-time": {
    headline: "You can have an earlier time",
    happened: "An earlier time has come free, and you can have it.",
    todo: (by) => `Please say yes or no on your page${byWords(by)}. Your own time is kept until you say yes.`,
  },
  "earlier-time-gone": {
    headline: "The earlier time has gone",
    happened: "Someone took the earlier time first.",
    todo: () => "You do not need to do anything. Your own time is as it was.",
  },
  "question-answered": {
    headline: "Your question has an answer",
    happened: "You asked something, and there is an answer for you.",
    todo: () => "Look at your page to read it.",
  },
  "partner-left": {
    headline: "Other people have your request now",
    happened: "The people who had your request no longer work with us.",
    todo: (by) =>
      by === ""
        ? "You do not need to do anything. Your page shows who has it now."
        : `Please choose who to ask next by ${by}. If you do not, our front desk will help.`,
  },
};

/** By when somebody must act, in words; empty when nothing is due. */
export const byOf = ({ by, now }: Pick<MessageFacts, "by" | "now">): string =>
  by === null ? "" : whenWords(by, now);

/** The headline of any message that a person was sent, also one whose template this release no longer has. */
export const headlineOf = (template: string): string =>
  new Map<string, News>(Object.entries(NEWS)).get(template)?.headline ?? "News of your request";
