import { z } from "zod";
import type { FieldError } from "~/components/form/error-summary";
import { REFUSALS } from "~/content/refusals";
import { appointmentTime } from "~/domain/fulfilment/appointment-time";
import { noteErrors } from "~/domain/fulfilment/note";
import { OUTCOMES, type Outcome } from "~/domain/fulfilment/types";
import { line, lines } from "~/domain/journeys/input";
import type { RejectedReason } from "~/domain/routing/types";
import type { Instant } from "~/domain/shared/time";

/** What a partner decided, from its form; or what to put right. */
export type Answer =
  | {
      readonly intent: "accept";
      readonly time: { readonly slotId: string } | { readonly startsAt: Instant };
    }
  | { readonly intent: "decline"; readonly reason: RejectedReason; readonly note: string }
  | { readonly intent: "start" }
  | { readonly intent: "complete"; readonly code: Outcome; readonly outcome: string }
  | { readonly intent: "fail"; readonly note: string };

const Fields = z.object({
  intent: line,
  /** A version that was never shown is no version of it. */
  version: line.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : -1)),
  slot: line,
  "date-day": line,
  "date-month": line,
  "date-year": line,
  time: line,
  reason: line,
  note: lines,
  code: line,
  outcome: lines,
  failure: lines,
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
  switch (typed.intent) {
    case "accept":
      return accepted(typed, now);
    case "decline": {
      const errors = [...reasonErrors(typed), ...noteErrors("note", typed.note)];
      return errors.length > 0
        ? errors
        : { intent: "decline", reason: typed.reason as RejectedReason, note: typed.note };
    }
    case "start":
      return { intent: "start" };
    case "complete": {
      const code = OUTCOMES.find((each) => each === typed.code);
      const errors = noteErrors("outcome", typed.outcome);
      if (code === undefined) return [{ field: "code", message: "Choose how it ended" }, ...errors];
      return errors.length > 0 ? errors : { intent: "complete", code, outcome: typed.outcome };
    }
    case "fail": {
      if (typed.failure === "") return [{ field: "failure", message: "Say in a few words what happened" }];
      const errors = noteErrors("failure", typed.failure);
      return errors.length > 0 ? errors : { intent: "fail", note: typed.failure };
    }
    default:
      return [{ field: "answer", message: "Choose what to do with this request" }];
  }
}

function accepted(typed: Typed, now: Instant): Answer | FieldError[] {
  if (typed.slot === "") return [{ field: "slot", message: "Choose a time, or give another one" }];
  if (typed.slot !== "other") return { intent: "accept", time: { slotId: typed.slot } };
  const time = appointmentTime(
    { day: typed["date-day"], month: typed["date-month"], year: typed["date-year"], time: typed.time },
    now,
  );
  if (time.ok) return { intent: "accept", time: { startsAt: time.startsAt } };
  return [{ field: time.field === "time" ? "time" : `date-${time.field}`, message: time.message }];
}

function reasonErrors({ reason, note }: Typed): FieldError[] {
  if (!Object.hasOwn(REFUSALS, reason)) return [{ field: "reason", message: "Choose why you decline" }];
  return reason === "99" && note === ""
    ? [{ field: "note", message: "Say in a few words what the other reason is" }]
    : [];
}
