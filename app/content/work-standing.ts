import type { Fulfilment, Owner } from "~/domain/fulfilment/types";
import { isAskedAfter, isLate } from "~/domain/fulfilment/work-views";
import type { Instant } from "~/domain/shared/time";
import { type DeadlineWords, deadlineWords, momentWords, whenWords } from "./deadlines";
import type { State } from "./statuses";
import { WORKLIST } from "./worklist";

/** By when the partner must do what, or when the person comes; null when nothing is to be done. */
export function standingOf(
  fulfilment: Fulfilment,
  { dueAt, owner }: { readonly dueAt: Instant | null; readonly owner: Owner["kind"] },
  state: State,
  now: Instant,
): DeadlineWords | null {
  if (state === "to-answer" || state === "overdue") return deadlineWords("answer", fulfilment.answerBy, now);
  if (state === "on-hold" && dueAt !== null)
    return { text: `the answer is due by ${whenWords(dueAt, now)}`, late: false };
  const todo = state === "needs-time" ? WORKLIST.giveATime : WORKLIST.sayHowItWent;
  if (isLate({ ...fulfilment, dueAt, owner }, now))
    return {
      text: isAskedAfter(owner)
        ? WORKLIST.askedAfter(todo)
        : `${todo}: ${deadlineWords(todo, dueAt ?? now, now).text}`,
      late: true,
    };
  if (state === "needs-time" && dueAt !== null) return deadlineWords(todo, dueAt, now);
  if (fulfilment.appointment === null || fulfilment.ended !== null) return null;
  return { text: momentWords(fulfilment.appointment.startsAt, now), late: false };
}
