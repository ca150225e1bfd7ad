import type { Brand, Policy, Priority } from "../directory/types";
import { counted } from "../shared/in-words";
import { endOf, type Instant, instant, milliseconds, type PlainDate, type Span } from "../shared/time";
import { PRIORITIES, PRIORITY_WORDS } from "./priority";
import type { DeliveryPromise, Part } from "./types";

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

/** A promise that is still open after this share of its time is at risk, and those it concerns are warned. */
const AT_RISK_AFTER = 0.75;

/** Given once, when the request is submitted. It never moves when the partner changes. */
export function promiseOf(priority: Priority, setting: Setting): DeliveryPromise {
  const span = setting.policy.promiseWithin[priority];
  const rule = `${PRIORITY_WORDS[priority]} requests are answered with a time within ${spanInWords(span)}.`;
  return promiseBy(until(span, setting.now, setting), rule, setting);
}

/**
 * For a part that waits: nobody is asked yet, so nothing is promised but that people look at it. The real promise is
 * given when it is asked for.
 */
export const promiseWhileWaiting = (setting: Setting): DeliveryPromise =>
  promiseBy(reviewBy(setting), "We ask for this when what comes before it is done.", setting);

function promiseBy(by: Instant, rule: string, { now }: Setting): DeliveryPromise {
  const [from, to] = [milliseconds(now), milliseconds(by)];
  return {
    by,
    what: "answer-with-a-time",
    rule,
    madeAt: now,
    warnAt: instant(from + Math.round((to - from) * AT_RISK_AFTER)),
    warned: false,
    settled: null,
  };
}

/** What a part is promised, and was before. */
type Promises = Pick<Part, "promise" | "earlierPromises">;

/** A higher priority makes a sooner promise; one that is sooner already, or is settled, stays as it was given. */
export function raisedPromise(part: Promises, priority: Priority, setting: Setting): Promises {
  const { promise, earlierPromises } = part;
  const sooner = promiseOf(priority, setting);
  if (promise.settled !== null || promise.by <= sooner.by) return { promise, earlierPromises };
  const replaced = { ...promise, settled: { at: setting.now, how: "replaced" as const } };
  return { promise: sooner, earlierPromises: [...earlierPromises, replaced] };
}

/** A time that was given is lost again: a new answer is promised. While none was given, the date stays as it is. */
export function promisedAgain(part: Promises & Pick<Part, "priority">, setting: Setting): Promises {
  const { promise, earlierPromises, priority } = part;
  if (promise.settled === null) return { promise, earlierPromises };
  return { promise: promiseOf(priority, setting), earlierPromises: [...earlierPromises, promise] };
}

/** The promise once a time is given: kept when it is in time. What is settled stays so. */
export function promiseAnswered(promise: DeliveryPromise, { now }: Setting): DeliveryPromise {
  if (promise.settled !== null) return promise;
  return { ...promise, settled: { at: now, how: now <= promise.by ? "kept" : "broken" } };
}

/** The promise once nobody waits for it any more: withdrawn, unless its moment had passed. */
export function promiseEnded(promise: DeliveryPromise, { now }: Setting): DeliveryPromise {
  if (promise.settled !== null) return promise;
  return { ...promise, settled: { at: now, how: now <= promise.by ? "withdrawn" : "broken" } };
}

/** When a promise must be looked at next; null once it is settled. */
export const promiseDueAt = ({ settled, warned, warnAt, by }: DeliveryPromise): Instant | null =>
  settled !== null ? null : warned ? by : warnAt;

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

/** By when a partner that took it on without a time must give one. */
export const timeBy = (priority: Priority, promise: DeliveryPromise, setting: Setting): Instant =>
  later(promise.by, until(LEAST_TO_ANSWER[priority], setting.now, setting));

export const reviewBy = (setting: Setting): Instant => until(WHILE_IN_PROGRESS, setting.now, setting);

export const deskBy = (priority: Priority, setting: Setting): Instant =>
  until(setting.policy.deskWithin[priority], setting.now, setting);

export const patientBy = (setting: Setting): Instant =>
  until(setting.policy.patientWithin, setting.now, setting);

/** "5 working days", "1 hour". */
function spanInWords(span: Span): string {
  return "hours" in span ? counted(span.hours, "hour") : counted(span.workingDays, "working day");
}

/** One line of the table that sets every deadline, in words that a board can read. */
export interface DeadlineRow {
  readonly priority: Priority;
  readonly called: string;
  readonly promise: string;
  readonly partnerAnswers: string;
  /** What a partner that is asked late still has. */
  readonly partnerAnswersAtLeast: string;
  readonly deskActs: string;
  readonly patientChooses: string;
}

/** What each priority comes to under a policy: the same spans that every deadline is made from. */
export const deadlineTable = (policy: Policy): readonly DeadlineRow[] =>
  PRIORITIES.map((priority) => ({
    priority,
    called: PRIORITY_WORDS[priority],
    promise: spanInWords(policy.promiseWithin[priority]),
    partnerAnswers: spanInWords(policy.answerWithin[priority]),
    partnerAnswersAtLeast: spanInWords(LEAST_TO_ANSWER[priority]),
    deskActs: spanInWords(policy.deskWithin[priority]),
    patientChooses: spanInWords(policy.patientWithin),
  }));
