import { NOBODY_WILL_ANSWER, wouldHaveGoneTo } from "~/content/brand";
import { momentWords, whenWords } from "~/content/deadlines";
import { endedWords } from "~/content/refusals";
import type { Fulfilment, FulfilmentEvent, HandedToDeskBecause, Part } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";

/** One part of a request with everything that was tried for it, in the order it was tried. */
export interface TrackedPart {
  readonly part: Pick<Part, "id" | "status" | "owner" | "dueAt" | "promise">;
  readonly serviceName: string;
  readonly fulfilments: readonly Fulfilment[];
  /** Who has it does not give the care: it is the person's own practice, which refers them to it. */
  readonly refers?: boolean;
}

export interface TrackedEvent {
  readonly at: Instant;
  /** Null when it is about the whole request. */
  readonly partId: string | null;
  readonly event: FulfilmentEvent;
}

export interface Step {
  /** Its place in the line: the event that it tells, or the step that is yet to come. */
  readonly id: string;
  readonly state: "done" | "now" | "next";
  readonly title: string;
  readonly text: string;
  /** When it happened, in words; empty when it has not. */
  readonly when: string;
  /** A partner that never answered is told apart from one that said no. */
  readonly tone: "plain" | "refused" | "unanswered";
}

/** The names that a timeline speaks of. */
export interface Names {
  readonly brand: string;
  /** The organisations are real ones: they were told nothing, so nothing is said of what they did. */
  readonly real: boolean;
  /** An organisation's name by its id. */
  organisation(id: string): string;
  /** Where an offer's care is given, after the organisation's name: "at Quay House", "by phone"; empty when unknown. */
  where(offerId: string): string;
}

/** A partner by its name; where the part was with two of its places, by the place too. */
export function partnerNamed(
  { organisationId, offerId }: Fulfilment,
  { fulfilments }: Pick<TrackedPart, "fulfilments">,
  names: Names,
): string {
  const name = names.organisation(organisationId);
  const elsewhere = fulfilments.some(
    (other) => other.organisationId === organisationId && other.offerId !== offerId,
  );
  return elsewhere ? `${name} ${names.where(offerId)}`.trim() : name;
}

/**
 * The line of steps of one part, as a parcel's: what is done, the one that is now, what comes next. A part that is
 * over has no "now". Read from the events, so that it says what happened and not what ought to have.
 */
export function timelineOf(
  tracked: TrackedPart,
  events: readonly TrackedEvent[],
  names: Names,
  now: Instant,
): Step[] {
  const own = events.filter((entry) => entry.partId === null || entry.partId === tracked.part.id);
  const done = own.flatMap((entry, index) => {
    const after = own.slice(index + 1);
    const told =
      names.real && isToldByNow(entry.event, tracked, after)
        ? null
        : toldOf(entry.event, tracked, names, after, now);
    return told === null
      ? []
      : [
          {
            ...told,
            id: `${index}-${entry.event.type}`,
            state: "done" as const,
            when: whenWords(entry.at, now),
          },
        ];
  });
  if (tracked.part.status !== "open") return done;
  const { current, coming } = standing(tracked, names, now);
  return [
    ...done,
    { ...current, id: "now", state: "now", when: "", tone: current.tone ?? "plain" },
    ...coming.map((step) => ({
      ...step,
      id: `next-${step.title}`,
      state: "next" as const,
      when: "",
      tone: "plain" as const,
    })),
  ];
}

interface Told {
  readonly title: string;
  readonly text: string;
  readonly tone: Step["tone"];
}

const plain = (title: string, text = ""): Told => ({ title, text, tone: "plain" });

/** What an event is called once it is in the past; null when another step already says it. */
function toldOf(
  event: FulfilmentEvent,
  tracked: TrackedPart,
  names: Names,
  after: readonly TrackedEvent[],
  now: Instant,
): Told | null {
  const partnerOf = (fulfilmentId: string) => {
    const found = tracked.fulfilments.find((fulfilment) => fulfilment.id === fulfilmentId);
    return found === undefined ? "The partner" : partnerNamed(found, tracked, names);
  };
  const followed = () => whatFollowed(after, partnerOf);
  switch (event.type) {
    case "request-submitted":
      return plain("We got your request");
    case "part-routed":
      return plain(
        names.real
          ? wouldHaveGoneTo(names.organisation(event.organisationId))
          : `We asked ${partnerOf(event.fulfilmentId)}`,
      );
    case "fulfilment-accepted":
      return plain(
        `${partnerOf(event.fulfilmentId)} said yes`,
        event.startsAt === null ? "" : `They gave you a time: ${momentWords(event.startsAt, now)}.`,
      );
    case "fulfilment-rejected":
      return {
        title: `${partnerOf(event.fulfilmentId)} ${endedWords(event.reason)}`,
        text: followed(),
        tone: "refused",
      };
    case "fulfilment-unanswered":
      return {
        title: `${partnerOf(event.fulfilmentId)} ${endedWords("silent")}`,
        text: followed(),
        tone: "unanswered",
      };
    case "fulfilment-started":
      return plain("Your care started");
    case "fulfilment-completed":
      return plain("Your care is complete", event.outcome);
    case "fulfilment-failed":
      return {
        title: `${partnerOf(event.fulfilmentId)} could not do it after all`,
        text: followed(),
        tone: "refused",
      };
    case "fulfilment-cancelled":
      return event.by === "patient"
        ? plain("You cancelled this")
        : plain(`${names.brand} cancelled this`, event.note);
    case "returned-to-patient":
      return tracked.part.owner.kind === "patient" && isLastHandOver(after)
        ? null
        : plain("We asked you who to try next");
    case "handed-to-desk":
      return tracked.part.owner.kind === "desk" && isLastHandOver(after)
        ? null
        : plain("Our front desk took it on", DESK_REASONS[event.because]);
    case "handed-to-manager":
      return tracked.part.owner.kind === "manager" && isLastHandOver(after)
        ? null
        : plain("Our manager took it on", "Our front desk was late with it.");
    case "part-closed":
      return plain("This request is closed", event.reason);
    case "box-changed":
      return null;
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Whether nobody else was handed the part later: then it is the "now" step, and is not told twice. */
const isLastHandOver = (after: readonly TrackedEvent[]): boolean =>
  !after.some(({ event }) =>
    ["part-routed", "returned-to-patient", "handed-to-desk", "handed-to-manager"].includes(event.type),
  );

/** In a brand of real names the "now" step says who would have been asked, and no desk's taking on is told. */
const isToldByNow = (
  event: FulfilmentEvent,
  { part }: TrackedPart,
  after: readonly TrackedEvent[],
): boolean =>
  event.type === "handed-to-desk" ||
  event.type === "handed-to-manager" ||
  (event.type === "part-routed" &&
    part.status === "open" &&
    !after.some((later) => later.event.type === "part-routed"));

/** What came of a refusal or a silence, in half a line. */
function whatFollowed(after: readonly TrackedEvent[], partnerOf: (fulfilmentId: string) => string): string {
  for (const { event } of after) {
    if (event.type === "part-routed") return `So we asked ${partnerOf(event.fulfilmentId)}.`;
    if (event.type === "returned-to-patient") return "So we came back to you.";
    if (event.type === "handed-to-desk") return "So our front desk took it on.";
  }
  return "";
}

const DESK_REASONS: Readonly<Record<HandedToDeskBecause, string>> = {
  "promise-passed": "Nobody had said yes by the date we promised.",
  "nobody-told": NOBODY_WILL_ANSWER,
  "no-eligible-offer": "There was nobody left that we could ask.",
  "patient-silent": "We had not heard from you.",
  "asked-by-patient": "You asked them to.",
  "no-outcome": "We had not heard how your appointment went.",
  "not-done": "Your care could not go ahead as planned.",
};

interface Standing {
  readonly current: { title: string; text: string; tone?: Step["tone"] };
  readonly coming: readonly { title: string; text: string }[];
}

const YOU_GET_A_TIME = { title: "You get an answer with a time", text: "" };
const NEEDS_A_LETTER = "A hospital or clinic needs a letter from them for this.";
const YOUR_CARE = { title: "Your care", text: "" };
const THEY_REFER_YOU = { title: "If it is right for you, they refer you", text: "" };

/** Who must act now on an open part, and what comes after it. */
function standing(tracked: TrackedPart, names: Names, now: Instant): Standing {
  const { part } = tracked;
  if (names.real) return withRealPartner(tracked, names);
  const due = part.dueAt === null ? "" : whenWords(part.dueAt, now);
  switch (part.owner.kind) {
    case "patient":
      return {
        current: {
          title: "It is your turn: choose who we ask next",
          text: due && `Please choose by ${due}.`,
        },
        coming: [{ title: "We ask who you choose", text: "" }, YOU_GET_A_TIME, YOUR_CARE],
      };
    case "desk":
      return isTakenOn(tracked)
        ? {
            current: {
              title: "Our front desk is finding out how it went",
              text: due && `They will act by ${due}.`,
            },
            coming: [{ title: "Your care is complete", text: "" }],
          }
        : {
            current: {
              title: "Our front desk is finding someone for you",
              text: due && `They will act by ${due}.`,
            },
            coming: [YOU_GET_A_TIME, YOUR_CARE],
          };
    case "manager":
      return {
        current: {
          title: `The manager of ${names.brand} has it`,
          text: "Our front desk was late with it. We are sorry. If you are worried, call 111.",
          tone: "unanswered",
        },
        coming: [YOU_GET_A_TIME, YOUR_CARE],
      };
    case "partner": {
      const held = tracked.fulfilments.at(-1);
      const name = held ? partnerNamed(held, tracked, names) : names.organisation(part.owner.organisationId);
      return withPartner(tracked, name, now);
    }
    default: {
      const never: never = part.owner;
      return never;
    }
  }
}

/** Nobody was asked, so nobody is late and nothing is to come, whoever minds the part in the demonstration. */
function withRealPartner(tracked: TrackedPart, names: Names): Standing {
  const held = tracked.fulfilments.at(-1);
  const title = held
    ? wouldHaveGoneTo(names.organisation(held.organisationId))
    : "This would have gone to a front desk";
  const letter = tracked.refers === true ? `${NEEDS_A_LETTER} ` : "";
  return { current: { title, text: `${letter}${NOBODY_WILL_ANSWER}` }, coming: [] };
}

/** A partner said yes to it and still has it, whoever must act now. */
const isTakenOn = ({ fulfilments }: TrackedPart): boolean => {
  const held = fulfilments.at(-1);
  return held !== undefined && held.ended === null && held.status !== "requested";
};

function withPartner(tracked: TrackedPart, name: string, now: Instant): Standing {
  const held = tracked.fulfilments.at(-1);
  const refers = tracked.refers === true;
  if (held === undefined || held.status === "draft" || held.status === "requested") {
    const late = held !== undefined && held.answerBy < now;
    return {
      current: late
        ? {
            title: `${name} is late with its answer`,
            text: "We have seen it. We are sorting out what happens next.",
            tone: "unanswered",
          }
        : {
            title: `${name} has your request`,
            text: [
              refers ? NEEDS_A_LETTER : "",
              held === undefined ? "" : `They must answer by ${whenWords(held.answerBy, now)}.`,
            ]
              .filter(Boolean)
              .join(" "),
          },
      coming: [YOU_GET_A_TIME, refers ? THEY_REFER_YOU : YOUR_CARE],
    };
  }
  const { appointment } = held;
  switch (held.status) {
    case "accepted":
      return appointment === null
        ? {
            current: {
              title: `${name} is finding a time for you`,
              text: "They will tell you when they have one.",
            },
            coming: [YOU_GET_A_TIME, YOUR_CARE],
          }
        : {
            current: {
              title: `You have a time: ${momentWords(appointment.startsAt, now)}`,
              text: appointment.place,
            },
            coming: [refers ? THEY_REFER_YOU : { title: "Your care starts", text: "" }],
          };
    case "in-progress":
      return {
        current: { title: "Your care has started", text: `${name} is looking after you.` },
        coming: [{ title: "Your care is complete", text: "" }],
      };
    default:
      return {
        current: { title: `${name} has your request on hold`, text: "Call them if you do not know why." },
        coming: [YOUR_CARE],
      };
  }
}
