import { outcodeOf } from "../shared/identifiers";
import { ageBandOf } from "../simulation/course";
import type { RecordedRequest } from "../simulation/replay";
import { whoseRequest } from "../simulation/whose-request";
import type { PartFact } from "./fact";

/** What was really asked for, and of the past what has no such record. Without any of it, the past as it is. */
export function joined(past: readonly PartFact[], live: readonly PartFact[]): readonly PartFact[] {
  if (live.length === 0) return past;
  const recorded = new Set(live.map(({ id }) => id));
  return [...past.filter(({ id }) => !recorded.has(id)), ...live];
}

/** A part of which only the demand is known, nor anything else made up: who it came to, and how it went, are not. */
export function demandFact({ id, at, need }: RecordedRequest): PartFact {
  const { person, place } = need;
  return {
    id,
    person: whoseRequest(id),
    askedAt: at,
    serviceId: need.serviceId,
    priority: need.priority,
    age: ageBandOf(person.bornOn, at),
    outcode: place === null ? null : outcodeOf(place.postcode),
    choices: 0,
    turnedDown: [],
    organisationId: null,
    offerId: null,
    box: null,
    acceptedAt: null,
    seenAt: null,
    promiseBy: at,
    promiseKept: null,
    toldFirst: null,
    informed: null,
    km: null,
    cancelled: false,
  };
}
