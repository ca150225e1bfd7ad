import { BOOKABLE_WEEKS } from "../directory/slot-times";
import { answerBy, type Setting } from "../fulfilment/deadlines";
import type { RejectedReason } from "../routing/types";
import { type Instant, instant, localDate, milliseconds } from "../shared/time";
import { hoursToAnswer, reasonBy } from "./behaviour";
import type { Accepted, Asked, Course } from "./course";
import { type Draw, luckOf } from "./luck";
import type { WorkingTime } from "./working-time";

const HOUR = 3_600_000;
const BOOKABLE = BOOKABLE_WEEKS * 7 * 24 * HOUR;

/** A partner's answer, at the moment at which it comes, or its time is over. */
export type Answer =
  | { readonly kind: "accepted"; readonly at: Instant }
  | { readonly kind: "silent"; readonly at: Instant }
  | { readonly kind: "declined"; readonly at: Instant; readonly code: RejectedReason };

/** How the partner stands that is asked. */
export interface Room {
  /** It has no place left this week, or has said that it has no room. */
  readonly isFull: boolean;
  /** When it would see somebody who asks now, in milliseconds. */
  readonly seesAt: number;
  /** How many times as often partners decline in this month. */
  readonly season: number;
}

const luck = ({ part }: Course, draw: Draw, { organisation, time }: Asked): number =>
  luckOf(part, draw, organisation, time);

/** What a partner says, and when, by its behaviour and its luck. Who takes a free time of a diary has it at once. */
export function answerOf(
  course: Course,
  asked: Asked,
  room: Room,
  setting: Setting,
  working: WorkingTime,
): Answer {
  const { at, now, behaviour, offer } = asked;
  const { priority } = course.request.need;
  if (offer.booking === "direct" && room.seesAt < now + BOOKABLE) return { kind: "accepted", at };
  const by = answerBy(priority, course.promise, setting);
  const hours = hoursToAnswer(behaviour.answersIn, luck(course, "hours", asked));
  const comes = instant(priority === "asap" ? now + Math.floor(hours * HOUR) : working.after(now, hours));
  const answers = luck(course, "answers", asked);
  if (comes > by || answers >= 1 - behaviour.neverAnswers) return { kind: "silent", at: by };
  const declines = (room.isFull ? behaviour.declinesWhenFull : behaviour.declines) * room.season;
  if (answers >= declines) return { kind: "accepted", at: comes };
  return { kind: "declined", at: comes, code: reasonBy(behaviour.reasons, luck(course, "reason", asked)) };
}

/** What comes with a yes: the time, whether the promise was kept with it, and whether people were told all of it. */
export function acceptedBy(
  course: Course,
  asked: Asked,
  acceptedAt: Instant,
  { seesAt }: Room,
  working: WorkingTime,
): Accepted {
  const { at, behaviour, offer } = asked;
  const isBooked = acceptedAt === at;
  const isInTime = acceptedAt <= course.promise.by;
  return {
    at: acceptedAt,
    seenAt:
      offer.role === "provider" ? seenAt(course, asked, milliseconds(acceptedAt), seesAt, working) : null,
    isKept: isBooked || (isInTime && luck(course, "kept", asked) < behaviour.keeps),
    isInformed: luck(course, "informed", asked) < behaviour.informs,
  };
}

/** A time of a diary is as it is; where the partner gives one, the usual wait is a little longer for one, shorter for another. */
function seenAt(
  course: Course,
  asked: Asked,
  acceptedAt: number,
  seesAt: number,
  working: WorkingTime,
): Instant {
  const wait = seesAt - asked.now;
  const waits = asked.offer.booking === "direct" ? wait : wait * (0.5 + luck(course, "wait", asked));
  const from = Math.max(asked.now + Math.floor(waits), acceptedAt);
  return instant(Math.max(working.timeOn(from, luck(course, "hour", asked)), acceptedAt + HOUR));
}

/** Whether people heard of it before they asked. */
export const isToldFirst = (course: Course, asked: Asked): boolean =>
  luck(course, "told", asked) < asked.behaviour.tellsFirst;

/** January is 0. */
export const monthOf = (at: Instant): number => Number(localDate(at).slice(5, 7)) - 1;
