import type { FulfilmentEvent, HandedToDeskBecause } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";
import { NOBODY_WILL_ANSWER, wouldHaveGoneTo } from "../brand";
import { momentWords, whenWords } from "../deadlines";
import { endedWords } from "../refusals";
import { nowAndNext } from "./now-and-next";
import { type Names, partnerNamed, type TrackedEvent, type TrackedPart } from "./tracked";

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
  const own = events.filter(
    ({ partId, event }) =>
      partId === null || partId === tracked.part.id || event.type === "request-submitted",
  );
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
  const { current, coming } = nowAndNext(tracked, names, now);
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
    case "part-waiting":
    case "box-changed":
      return null;
    case "appointment-booked":
      return plain(
        event.by === "patient"
          ? event.before === null
            ? "You took a time"
            : "You moved your appointment"
          : event.before === null
            ? `${partnerOf(event.fulfilmentId)} gave you a time`
            : "Your appointment was moved",
        `Your time is ${momentWords(event.startsAt, now)}.`,
      );
    case "fulfilment-withdrawn":
      return {
        title: `${partnerOf(event.fulfilmentId)} had to cancel: it ${endedWords(event.reason)}`,
        text: followed(),
        tone: "refused",
      };
    case "fulfilment-moved":
      return plain(
        "You moved your appointment",
        `From ${partnerOf(event.fulfilmentId)} to ${partnerOf(event.to)}.`,
      );
    case "no-time-free":
      return plain(
        `${partnerOf(event.fulfilmentId)} had no time free to book`,
        "So we asked them to find one for you.",
      );
    case "earlier-time-wanted":
      return event.wanted
        ? plain("You asked to hear of an earlier time")
        : plain("You no longer want to hear of an earlier time");
    case "earlier-time-offered":
      return plain("An earlier time came free", `${momentWords(event.startsAt, now)}. We told you of it.`);
    case "earlier-time-gone":
      return plain(
        "The earlier time went to somebody else",
        `It was ${momentWords(event.startsAt, now)}. Nothing of yours has changed.`,
      );
    case "fulfilment-transferred":
      return plain(`${partnerOf(event.fulfilmentId)} handed your request on`, followed());
    case "information-asked":
      return plain(
        event.of === "patient"
          ? `${partnerOf(event.fulfilmentId)} asked you something`
          : `${partnerOf(event.fulfilmentId)} asked your practice something`,
        event.of === "patient" && !isStillAsked(tracked, after) ? event.question : "",
      );
    case "information-given":
      return plain(`${partnerOf(event.fulfilmentId)} has the answer`);
    case "information-not-given":
      return plain("No answer came in time", `${partnerOf(event.fulfilmentId)} decides without it.`);
    case "did-not-attend":
      return plain("Your appointment was missed", followed());
    case "entered-in-error":
      return plain("A note was made by mistake", "We marked it, and our front desk looks at it.");
    case "partner-left":
      return plain(`${partnerOf(event.fulfilmentId)} ${endedWords("partner-left")}`, followed());
    case "priority-raised":
      return plain("Your request is more urgent now", "Everyone who has it must act sooner.");
    case "promise-at-risk":
      return plain(
        "We may be late",
        `We said you would have an answer by ${momentWords(event.by, now)}. We are chasing it.`,
      );
    case "promise-broken":
      return {
        title: "We did not keep our promise",
        text: `You did not have an answer by ${momentWords(event.by, now)}. We are sorry. If you are worried, call 111.`,
        tone: "unanswered",
      };
    case "information-added":
      return plain("You told them more");
    case "question-asked":
      return plain("You asked a question");
    case "question-answered":
      return plain(
        `${event.fulfilmentId === null ? "Our front desk" : partnerOf(event.fulfilmentId)} wrote to you`,
      );
    case "red-flag-told":
      return plain(
        "You told us of something that can be an emergency",
        "We showed you where help is. Do not wait for an answer here.",
      );
    case "part-reopened":
      return plain("This request is open again", event.note);
    // What people at work note of a call is theirs: the person was there.
    case "call-made":
      return null;
    // Which messages were sent, and how, has a place of its own on the page.
    case "message-sent":
    case "message-failed":
    case "message-told":
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

/** Whether the answer is waited for: until it comes the "now" step says the question. */
const isStillAsked = ({ fulfilments }: TrackedPart, after: readonly TrackedEvent[]): boolean =>
  fulfilments.at(-1)?.status === "on-hold" &&
  !after.some(({ event }) => event.type === "information-given" || event.type === "information-not-given");

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
  "no-time": "We had not heard of a time for you.",
  "not-done": "Your care could not go ahead as planned.",
  "other-care": "They find out which care is right for you.",
  "ask-referrer": "They ask your practice for you.",
  error: "A note was made by mistake.",
  reopened: "They find out what you need now.",
  "earlier-part-over": "What should come before it did not happen.",
  "waited-long": "What comes before it takes longer than we thought.",
};
