import { CANCELLED_BY_PATIENT } from "../fulfilment/commands/choose";
import { isHeld } from "../fulfilment/transitions";
import type { EndReason, Fulfilment, FulfilmentEvent, Part } from "../fulfilment/types";
import { REJECTED_REASONS, type RejectedReason, type RoutingDecision } from "../routing/types";
import { outcodeOf } from "../shared/identifiers";
import type { Instant, PlainDate } from "../shared/time";
import { ageBandOf } from "../simulation/course";
import type { PartFact, TurnedDown } from "./fact";

/** All that was recorded of one part, but for who it is for. */
export interface PartStory {
  readonly part: Part;
  /** Whoever it is for, as a key. */
  readonly person: string;
  readonly bornOn: PlainDate;
  readonly submittedAt: Instant;
  /** Oldest first. */
  readonly fulfilments: readonly Fulfilment[];
  readonly decisions: readonly { readonly id: string; readonly decision: RoutingDecision }[];
  /** In the order in which they happened. */
  readonly events: readonly { readonly at: Instant; readonly event: FulfilmentEvent }[];
  /** What the person was told of those events: when it was written, and whether and when it came to them. */
  readonly told: readonly {
    readonly writtenAt: Instant;
    readonly reached: boolean;
    readonly reachedAt: Instant;
  }[];
}

/** A fulfilment that ended for one of these was its partner's to the end. */
const STAYED: readonly EndReason[] = ["patient", "desk", "did-not-attend", "moved"];

/**
 * What became of a part, as a board may know it. Undefined for one that nobody was to be asked for yet: it waits for
 * others. `saysWhatToBring`: of a service, whether its words tell a person what to bring.
 */
export function partFact(
  story: PartStory,
  saysWhatToBring: (serviceId: string) => boolean,
): PartFact | undefined {
  const { part, fulfilments, decisions, events, submittedAt } = story;
  if (part.waiting) return undefined;
  const first = decisions[0]?.decision;
  const holder = holderOf(part, fulfilments);
  const acceptedAt = holder?.answeredAt ?? null;
  const postcode = first?.need.place?.postcode;
  return {
    id: part.id,
    person: story.person,
    askedAt: part.after.length > 0 ? (first?.at ?? submittedAt) : submittedAt,
    serviceId: part.serviceId,
    priority: part.priority,
    age: ageBandOf(story.bornOn, submittedAt),
    outcode: postcode === undefined ? null : outcodeOf(postcode),
    choices:
      first === undefined
        ? 0
        : first.candidates.filter(({ eligible }) => eligible).length + first.notShown.eligible,
    turnedDown: fulfilments.filter((each) => each !== holder).flatMap(turnedDown),
    organisationId: holder?.organisationId ?? null,
    offerId: holder?.offerId ?? null,
    box: holder?.box.style ?? null,
    acceptedAt,
    seenAt: holder === undefined ? null : seenAt(holder, events),
    promiseBy: part.promise.by,
    promiseKept: promiseKept(part),
    toldFirst: toldFirst(story),
    informed:
      holder === undefined || acceptedAt === null ? null : informed(holder, part, events, saysWhatToBring),
    km: holder === undefined ? null : kmTo(holder, decisions),
    cancelled: calledOff(part, fulfilments, events),
  };
}

/** Who has it, or had it last; undefined when who was asked last is not to give it. */
function holderOf(part: Part, fulfilments: readonly Fulfilment[]): Fulfilment | undefined {
  const last = fulfilments.at(-1);
  if (last === undefined) return undefined;
  if (isHeld(last.status) || last.status === "completed") return last;
  if (last.ended === null) return undefined;
  // Care that was tried and failed was that partner's, unless people look for another.
  if (last.status === "failed") return part.status === "open" ? undefined : last;
  return last.status === "cancelled" && STAYED.includes(last.ended.reason) ? last : undefined;
}

function turnedDown({ organisationId, status, ended }: Fulfilment): readonly TurnedDown[] {
  if (ended === null) return [];
  if (status === "rejected" && isReason(ended.reason))
    return [{ kind: "declined", organisationId, code: ended.reason, at: ended.at }];
  return ended.reason === "silent" ? [{ kind: "silent", organisationId, at: ended.at }] : [];
}

const isReason = (reason: EndReason): reason is RejectedReason => Object.hasOwn(REJECTED_REASONS, reason);

/** The time that was given; without one, when the care began, or was over. Who was not there was not seen. */
function seenAt({ id, status, appointment, ended }: Fulfilment, events: PartStory["events"]): Instant | null {
  if (ended !== null) return null;
  if (appointment !== null) return appointment.startsAt;
  const at = (type: FulfilmentEvent["type"]) =>
    events.find(({ event }) => event.type === type && "fulfilmentId" in event && event.fulfilmentId === id)
      ?.at;
  return (
    at("fulfilment-started") ?? (status === "completed" ? at("fulfilment-completed") : undefined) ?? null
  );
}

/** Whatever was promised is kept when each promise was; one that was laid aside says nothing. */
function promiseKept({ promise, earlierPromises }: Part): boolean | null {
  const said = [...earlierPromises, promise].flatMap(({ settled }) =>
    settled?.how === "kept" || settled?.how === "broken" ? [settled.how] : [],
  );
  return said.length === 0 ? null : !said.includes("broken");
}

/** Nothing failed to reach them, and no question of theirs came between a step and word of it. */
function toldFirst({ told, events }: PartStory): boolean | null {
  if (told.length === 0) return null;
  const questions = events.flatMap(({ at, event }) => (event.type === "question-asked" ? [at] : []));
  return told.every(
    ({ writtenAt, reached, reachedAt }) =>
      reached && !questions.some((asked) => writtenAt <= asked && asked < reachedAt),
  );
}

/** With the yes came a time and a place, in a box that says by whom, for a service that says what to bring. */
function informed(
  { id, appointment }: Fulfilment,
  { serviceId }: Part,
  events: PartStory["events"],
  saysWhatToBring: (serviceId: string) => boolean,
): boolean {
  const yes = events.find(
    ({ event }) => event.type === "fulfilment-accepted" && event.fulfilmentId === id,
  )?.event;
  const withTime = yes?.type === "fulfilment-accepted" ? yes.startsAt !== null : appointment !== null;
  return withTime && (appointment?.place ?? "") !== "" && saysWhatToBring(serviceId);
}

function kmTo({ offerId, decisionId }: Fulfilment, decisions: PartStory["decisions"]): number | null {
  const made = decisions.find(({ id }) => id === decisionId)?.decision;
  return made?.candidates.find((candidate) => candidate.offerId === offerId)?.facts.distanceKm ?? null;
}

function calledOff(part: Part, fulfilments: readonly Fulfilment[], events: PartStory["events"]): boolean {
  if (part.status !== "closed") return false;
  const ended = fulfilments.at(-1)?.ended?.reason;
  return (
    ended === "patient" ||
    ended === "desk" ||
    events.some(({ event }) => event.type === "part-closed" && event.reason === CANCELLED_BY_PATIENT)
  );
}
