import { z } from "zod";
import type { FieldError } from "~/components/form/error-summary";
import { REFUSALS } from "~/content/refusals";
import type { Priority } from "~/domain/directory/types";
import { appointmentTime } from "~/domain/fulfilment/appointment-time";
import { noteErrors, readReason } from "~/domain/fulfilment/note";
import { PRIORITIES } from "~/domain/fulfilment/priority";
import { type Hold, OUTCOMES, type Outcome } from "~/domain/fulfilment/types";
import { line, lines } from "~/domain/journeys/input";
import type { RejectedReason } from "~/domain/routing/types";
import type { Instant } from "~/domain/shared/time";
import { CommandKey } from "~/usecases/command";
import type { GivenTime } from "~/usecases/take-time";

/** What a partner decided, from its form; or what to put right. */
export type Answer =
  | { readonly intent: "accept" | "book"; readonly time: GivenTime }
  | { readonly intent: "accept-later" }
  | { readonly intent: "decline"; readonly reason: RejectedReason; readonly note: string }
  | { readonly intent: "start" }
  | { readonly intent: "complete"; readonly code: Outcome; readonly outcome: string }
  | { readonly intent: "fail" | "did-not-attend" | "enter-in-error" | "reopen"; readonly note: string }
  | { readonly intent: "ask"; readonly of: Hold["of"]; readonly question: string }
  | { readonly intent: "transfer"; readonly offerId: string; readonly note: string }
  | { readonly intent: "withdraw"; readonly reason: RejectedReason; readonly note: string }
  | { readonly intent: "reply"; readonly text: string }
  | { readonly intent: "raise-priority"; readonly priority: Priority; readonly note: string };

/** A version that was never shown is no version of it. */
const version = line.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : -1));

/** Each form's fields have names of their own, for all of them stand on one page. */
const Fields = z.object({
  intent: line,
  version,
  part: version,
  key: CommandKey.nullable().catch(null),
  slot: line,
  "date-day": line,
  "date-month": line,
  "date-year": line,
  time: line,
  overbook: line,
  reason: line,
  note: lines,
  code: line,
  outcome: lines,
  failure: lines,
  of: line,
  question: lines,
  offer: line,
  handover: lines,
  "withdraw-reason": line,
  "withdraw-note": lines,
  missed: lines,
  priority: line,
  sooner: lines,
  mistake: lines,
  again: lines,
  reply: lines,
});
export type Typed = z.infer<typeof Fields>;

export function readAnswer(
  form: FormData,
  now: Instant,
): { readonly typed: Typed; readonly answer: Answer | null; readonly errors: readonly FieldError[] } {
  const typed = Fields.parse(Object.fromEntries(form));
  const read = answerOf(typed, now);
  return Array.isArray(read) ? { typed, answer: null, errors: read } : { typed, answer: read, errors: [] };
}

function answerOf(typed: Typed, now: Instant): Answer | FieldError[] {
  const { intent } = typed;
  switch (intent) {
    case "accept":
    case "book":
      return withTime(intent, typed, now);
    case "accept-later":
    case "start":
      return { intent };
    case "decline": {
      const said = readReason({ reason: typed.reason, note: typed.note });
      return said.ok
        ? { intent, reason: said.reason, note: said.note }
        : reasonErrors("reason", "note", typed);
    }
    case "withdraw": {
      const said = readReason({ reason: typed["withdraw-reason"], note: typed["withdraw-note"] });
      return said.ok
        ? { intent, reason: said.reason, note: said.note }
        : reasonErrors("withdraw-reason", "withdraw-note", typed);
    }
    case "complete": {
      const code = OUTCOMES.find((each) => each === typed.code);
      const errors = noteErrors("outcome", typed.outcome);
      if (code === undefined) return [{ field: "code", message: "Choose how it ended" }, ...errors];
      return errors.length > 0 ? errors : { intent, code, outcome: typed.outcome };
    }
    case "fail":
      return noted(intent, "failure", typed, "Say in a few words what happened");
    case "did-not-attend":
      return noted(intent, "missed", typed);
    case "enter-in-error":
      return noted(intent, "mistake", typed, "Say what the mistake is");
    case "reopen":
      return noted(intent, "again", typed, "Say why it is opened again");
    case "ask":
      return asked(typed);
    case "reply": {
      const errors = written("reply", typed.reply, "Write your answer");
      return errors.length > 0 ? errors : { intent, text: typed.reply };
    }
    case "transfer": {
      const errors = noteErrors("handover", typed.handover);
      if (typed.offer === "") return [{ field: "offer", message: "Choose whom to hand it to" }, ...errors];
      return errors.length > 0 ? errors : { intent, offerId: typed.offer, note: typed.handover };
    }
    case "raise-priority": {
      const priority = PRIORITIES.find((each) => each === typed.priority);
      const errors = written("sooner", typed.sooner, "Say why it is more urgent now");
      if (priority === undefined)
        return [{ field: "priority", message: "Choose how urgent it is" }, ...errors];
      return errors.length > 0 ? errors : { intent, priority, note: typed.sooner };
    }
    default:
      return [{ field: "answer", message: "Choose what to do with this request" }];
  }
}

function withTime(intent: "accept" | "book", typed: Typed, now: Instant): Answer | FieldError[] {
  if (typed.slot === "") return [{ field: "slot", message: "Choose a time, or give another one" }];
  if (typed.slot !== "other") return { intent, time: { slotId: typed.slot } };
  const time = appointmentTime(
    { day: typed["date-day"], month: typed["date-month"], year: typed["date-year"], time: typed.time },
    now,
  );
  if (time.ok) return { intent, time: { startsAt: time.startsAt, overbook: typed.overbook === "yes" } };
  return [{ field: time.field === "time" ? "time" : `date-${time.field}`, message: time.message }];
}

function asked({ of, question }: Typed): Answer | FieldError[] {
  const errors = written("question", question, "Write what you need to know");
  if (of !== "patient" && of !== "referrer")
    return [{ field: "of", message: "Choose who can answer it" }, ...errors];
  return errors.length > 0 ? errors : { intent: "ask", of, question };
}

/** A note that must be there when `missing` says what to do without one. */
function noted(
  intent: "fail" | "did-not-attend" | "enter-in-error" | "reopen",
  field: "failure" | "missed" | "mistake" | "again",
  typed: Typed,
  missing?: string,
): Answer | FieldError[] {
  const errors = written(field, typed[field], missing);
  return errors.length > 0 ? errors : { intent, note: typed[field] };
}

const written = (field: string, text: string, missing?: string): FieldError[] =>
  text === "" && missing !== undefined ? [{ field, message: missing }] : noteErrors(field, text);

function reasonErrors(
  reasonField: "reason" | "withdraw-reason",
  noteField: "note" | "withdraw-note",
  typed: Typed,
): FieldError[] {
  const [reason, note] = [typed[reasonField], typed[noteField]];
  const errors = noteErrors(noteField, note);
  if (!Object.hasOwn(REFUSALS, reason)) return [{ field: reasonField, message: "Choose why" }, ...errors];
  return reason === "99" && note === ""
    ? [{ field: noteField, message: "Say in a few words what the other reason is" }]
    : errors;
}
