import type { Brand, Policy, Priority } from "../directory/types";
import { counted } from "../shared/in-words";
import { endOf, type Instant, type PlainDate, type Span } from "../shared/time";
import type { DeliveryPromise } from "./types";

/** What sets every deadline: the moment, the brand's kind and policy, and the days on which nobody works. */
export interface Setting {
  readonly now: Instant;
  /** In a `real` one nothing is sent outside, so that no partner of it can be late. */
  readonly brandKind: Brand["kind"];
  readonly policy: Policy;
  readonly bankHolidays: ReadonlySet<PlainDate>;
}

/** A partner that is asked late in the life of a promise still gets this long: nobody can answer in no time. */
const LEAST_TO_ANSWER: Readonly<Record<Priority, Span>> = {
  routine: { workingDays: 1 },
  urgent: { hours: 2 },
  asap: { hours: 1 },
};

/** After an appointment the partner says how it went within this. */
const AFTER_APPOINTMENT: Span = { workingDays: 2 };

/** Care that has started is looked at again within this, so that a course of weeks is never forgotten. */
const WHILE_IN_PROGRESS: Span = { workingDays: 20 };

const until = (span: Span, from: Instant, { bankHolidays }: Setting): Instant =>
  endOf(span, from, bankHolidays);
const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** Given once, when the request is submitted. It never moves when the partner changes. */
export function promiseOf(priority: Priority, setting: Setting): DeliveryPromise {
  const span = setting.policy.promiseWithin[priority];
  return {
    by: until(span, setting.now, setting),
    what: "answer-with-a-time",
    rule: `${PRIORITY_WORDS[priority]} requests are answered with a time within ${spanInWords(span)}.`,
  };
}

/**
 * By when a partner must answer: within the policy's span, but not after the promise to the patient, and never in less
 * time than a partner can answer in.
 */
export function answerBy(priority: Priority, promise: DeliveryPromise, setting: Setting): Instant {
  const span = until(setting.policy.answerWithin[priority], setting.now, setting);
  const least = until(LEAST_TO_ANSWER[priority], setting.now, setting);
  return earlier(span, later(promise.by, least));
}

/** By when the partner says how an appointment went; one that is over already counts from now. */
export const outcomeBy = (startsAt: Instant, setting: Setting): Instant =>
  until(AFTER_APPOINTMENT, later(startsAt, setting.now), setting);

export const reviewBy = (setting: Setting): Instant => until(WHILE_IN_PROGRESS, setting.now, setting);

export const deskBy = (priority: Priority, setting: Setting): Instant =>
  until(setting.policy.deskWithin[priority], setting.now, setting);

export const patientBy = (setting: Setting): Instant =>
  until(setting.policy.patientWithin, setting.now, setting);

const PRIORITY_WORDS: Readonly<Record<Priority, string>> = {
  routine: "Routine",
  urgent: "Urgent",
  asap: "Very urgent",
};

/** "5 working days", "1 hour". */
function spanInWords(span: Span): string {
  return "hours" in span ? counted(span.hours, "hour") : counted(span.workingDays, "working day");
}
