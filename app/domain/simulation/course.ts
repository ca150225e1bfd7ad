import type { Offer } from "../directory/types";
import type { AgeBand, PartFact, TurnedDown } from "../flow/fact";
import type { DeliveryPromise } from "../fulfilment/types";
import type { Candidate } from "../routing/types";
import { outcodeOf } from "../shared/identifiers";
import { ageInYears, type Instant, localDate, type PlainDate } from "../shared/time";
import type { PartnerBehaviour } from "./behaviour";
import type { RecordedRequest } from "./replay";
import { whoseRequest } from "./whose-request";

/** A part on its way. */
export interface Course {
  readonly request: RecordedRequest;
  /** Its place among the requests. */
  readonly number: number;
  /** What its luck follows from. */
  readonly part: number;
  readonly promise: DeliveryPromise;
  /** May be passed on to the next partner. */
  readonly passOn: boolean;
  /** Offers that it is not sent to again. */
  readonly asked: string[];
  readonly turnedDown: TurnedDown[];
  /** Null until it was routed. */
  choices: number | null;
  toldFirst: boolean;
}

/** One partner being asked for a part. */
export interface Asked {
  readonly at: Instant;
  /** The same in milliseconds. */
  readonly now: number;
  readonly offer: Offer;
  readonly chosen: Candidate;
  readonly behaviour: PartnerBehaviour;
  /** What this partner's luck with this part follows from: one who is asked twice is not bound to say the same. */
  readonly organisation: number;
  readonly time: number;
}

/** What a partner promised with its yes. */
export interface Accepted {
  readonly at: Instant;
  /** Null from who only refers people on. */
  readonly seenAt: Instant | null;
  readonly isKept: boolean;
  readonly isInformed: boolean;
}

/** How a part ended, as far as it is known. */
export interface Ending {
  /** Who has it; null when nobody does. */
  readonly chosen: Candidate | null;
  /** Null while they have not said yes. */
  readonly accepted: Accepted | null;
  readonly isCancelled: boolean;
  /** Whether its promise is over, and nobody accepted it: false while it is open, or not wanted any more. */
  readonly isOverdue: boolean;
}

/** What became of a part, as a board may know it. */
export function factOf(course: Course, { chosen, accepted, isCancelled, isOverdue }: Ending): PartFact {
  const { need, at, id } = course.request;
  return {
    id,
    person: whoseRequest(id),
    askedAt: at,
    serviceId: need.serviceId,
    priority: need.priority,
    age: ageBandOf(need.person.bornOn, at),
    outcode: need.place === null ? null : outcodeOf(need.place.postcode),
    choices: course.choices ?? 0,
    turnedDown: course.turnedDown,
    organisationId: chosen?.facts.organisationId ?? null,
    offerId: chosen?.offerId ?? null,
    box: chosen?.facts.boxStyle ?? null,
    acceptedAt: accepted?.at ?? null,
    seenAt: isCancelled ? null : (accepted?.seenAt ?? null),
    promiseBy: course.promise.by,
    promiseKept: accepted?.isKept ?? (isOverdue ? false : null),
    toldFirst: course.toldFirst,
    informed: accepted?.isInformed ?? null,
    km: chosen?.facts.distanceKm ?? null,
    cancelled: isCancelled,
  };
}

/** The age band of somebody on the day on which they ask. */
export function ageBandOf(bornOn: PlainDate | null, at: Instant): AgeBand {
  if (bornOn === null) return "not-known";
  const age = ageInYears(bornOn, localDate(at));
  return age < 18 ? "0-17" : age < 65 ? "18-64" : age < 80 ? "65-79" : "80+";
}
