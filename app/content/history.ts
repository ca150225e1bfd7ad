import { PRIORITY_WORDS } from "~/domain/fulfilment/priority";
import type { Actor, FulfilmentEvent } from "~/domain/fulfilment/types";
import { sentence } from "~/domain/shared/in-words";
import type { Instant } from "~/domain/shared/time";
import { callWords } from "./calls";
import { momentWords } from "./deadlines";
import { REFUSALS } from "./refusals";

/** What a partner reads of what happened to a request before and while it has it: a line an event, the first first. */
export const HISTORY = {
  heading: "What happened so far",
  alsoOpen: (name: string, when: string) =>
    `${name} opened this at ${when}, and may be answering it. Only the first answer counts.`,
  you: "You",
  person: "The person",
  desk: "The front desk",
  clock: "By itself",
} as const;

export interface HistoryLine {
  readonly label: string;
  readonly value: string;
}

interface Told {
  /** A partner by its fulfilment's id. */
  readonly partnerOf: (fulfilmentId: string) => string;
  readonly now: Instant;
}

/** What of an event is worth a line to whoever has the work; null when it is told elsewhere, or to others. */
function saidOf(event: FulfilmentEvent, { partnerOf, now }: Told): string | null {
  switch (event.type) {
    case "request-submitted":
      return "Asked for it";
    case "part-routed":
      return `Sent to ${partnerOf(event.fulfilmentId)}`;
    case "fulfilment-accepted":
      return event.startsAt === null
        ? "Accepted, with a time to come"
        : `Accepted for ${momentWords(event.startsAt, now)}`;
    case "appointment-booked":
      return event.before === null
        ? `Booked for ${momentWords(event.startsAt, now)}`
        : `Moved from ${momentWords(event.before, now)} to ${momentWords(event.startsAt, now)}`;
    case "fulfilment-rejected":
      return `${partnerOf(event.fulfilmentId)} said no: ${REFUSALS[event.reason].pick}`;
    case "fulfilment-withdrawn":
      return `${partnerOf(event.fulfilmentId)} cancelled it: ${REFUSALS[event.reason].pick}`;
    case "fulfilment-transferred":
      return `${partnerOf(event.fulfilmentId)} handed it on`;
    case "fulfilment-moved":
      return `Left ${partnerOf(event.fulfilmentId)} for another’s time`;
    case "fulfilment-unanswered":
      return `${partnerOf(event.fulfilmentId)} did not answer in time`;
    case "no-time-free":
      return "No free time was left to book";
    case "information-asked":
      return "Asked for information";
    case "information-given":
      return "Gave the information";
    case "information-not-given":
      return "No information came in time";
    case "fulfilment-started":
      return "Care started";
    case "fulfilment-completed":
      return "Care complete";
    case "fulfilment-failed":
      return `${partnerOf(event.fulfilmentId)} could not do it after all`;
    case "did-not-attend":
      return "Was not there";
    case "fulfilment-cancelled":
      return event.by === "patient" ? "Cancelled it" : "Took it back";
    case "partner-left":
      return `${partnerOf(event.fulfilmentId)} left the partnership`;
    case "priority-raised":
      return `Made more urgent: ${PRIORITY_WORDS[event.to].toLowerCase()}`;
    case "promise-at-risk":
      return `The promise for ${momentWords(event.by, now)} was at risk`;
    case "promise-broken":
      return `The promise for ${momentWords(event.by, now)} was broken`;
    case "returned-to-patient":
      return "Back with the person, to choose";
    case "handed-to-desk":
      return "Handed to the front desk";
    case "handed-to-manager":
      return "Handed to the manager";
    case "call-made":
      return callWords(event);
    case "part-reopened":
      return "Opened again";
    case "part-closed":
      return "Closed";
    default:
      return null;
  }
}

/** Who did it, as somebody of this organisation calls them. */
function whoOf(actor: Actor, organisationId: string, partner: (organisationId: string) => string): string {
  switch (actor.kind) {
    case "patient":
      return HISTORY.person;
    case "partner":
      return actor.organisationId === organisationId ? actor.name : partner(actor.organisationId);
    case "desk":
      return HISTORY.desk;
    case "clock":
      return HISTORY.clock;
  }
}

export function historyLines(
  events: readonly {
    readonly at: Instant;
    readonly partId: string | null;
    readonly actor: Actor;
    readonly event: FulfilmentEvent;
  }[],
  about: {
    readonly partId: string;
    readonly organisationId: string;
    readonly organisationName: (organisationId: string) => string;
    readonly organisationOf: (fulfilmentId: string) => string;
    readonly now: Instant;
  },
): HistoryLine[] {
  const partnerOf = (fulfilmentId: string) => {
    const id = about.organisationOf(fulfilmentId);
    return id === about.organisationId ? "you" : about.organisationName(id);
  };
  return events.flatMap(({ at, partId, actor, event }) => {
    if (partId !== null && partId !== about.partId) return [];
    const said = saidOf(event, { partnerOf, now: about.now });
    if (said === null) return [];
    return [
      {
        label: momentWords(at, about.now),
        value: `${sentence(said)} (${whoOf(actor, about.organisationId, about.organisationName)})`,
      },
    ];
  });
}
