import type { PatientTemplate } from "~/domain/fulfilment/messages";
import type { MessageFacts } from "~/domain/messages/types";
import { byOf } from "./news";

/**
 * What a text may speak of. It can be read by whoever holds the phone, so it is not given the services, the partners or
 * the person's name.
 */
export type TextFacts = Pick<MessageFacts, "template" | "reference" | "by" | "now" | "link"> & {
  readonly brand: Pick<MessageFacts["brand"], "name">;
};

/** What to do, before the link. Only letters that a plain text has: no curly quotes, no dashes. */
const TEXTS: Readonly<Record<PatientTemplate, (by: string) => string>> = {
  "request-received": () => "we have your request. Keep this reference. See what happens next",
  "time-given": () => "you have a time. See when and where",
  "asked-next": () => "your request has moved on. See who has it now",
  "please-choose": (by) => `please choose who to ask next${by}. Choose here`,
  "with-front-desk": () => "our front desk has your request. You need do nothing. See more",
  "with-manager": () => "our manager has your request. Sorry for the wait. See more",
  "care-complete": () => "your request is done. See how it ended",
  "request-closed": () => "your request is closed. See why",
  "please-answer": (by) => `please answer a question${by}. Answer here`,
  "may-be-late": () => "our answer may be late. See what you can do",
  "we-are-late": () => "we are late, and we are sorry. See what you can do",
  "earlier-time": (by) => `you can have an earlier time. Say yes or no${by}`,
  "earlier-time-gone": () => "the earlier time has gone. Your own time is as it was. See it here",
  "question-answered": () => "your question has an answer. Read it here",
  "partner-left": (by) =>
    by === ""
      ? "other people have your request now. See who"
      : `please choose who to ask next${by}. Choose here`,
};

/** A text says the brand, the reference, what to do and where, and no more. */
export function textOf(facts: TextFacts): string {
  const by = byOf(facts).replaceAll("\u00a0", " ");
  const words = TEXTS[facts.template](by === "" ? "" : ` by ${by}`);
  return `${facts.brand.name}, ${facts.reference}: ${words}: ${facts.link}`;
}
