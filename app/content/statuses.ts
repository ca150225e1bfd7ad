import type { Fulfilment } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";

/** The colours of nhsuk-frontend's tag. */
export type TagColour = "white" | "grey" | "green" | "blue" | "purple" | "red" | "orange" | "yellow";

/** What a person sees of a fulfilment's state: FHIR's statuses, and the two facts that they do not tell apart. */
export type State =
  | "to-answer"
  | "overdue"
  | "needs-time"
  | "accepted"
  | "in-progress"
  | "on-hold"
  | "completed"
  | "rejected"
  | "unanswered"
  | "withdrawn"
  | "handed-on"
  | "missed"
  | "failed"
  | "error";

export interface StateWords {
  /** On the tag. */
  readonly tag: string;
  readonly colour: TagColour;
  /** For the partner, above a list of these. */
  readonly heading: string;
  /** When a list of these is empty: what will come, or why there is none. */
  readonly empty: string;
}

export const STATES: Readonly<Record<State, StateWords>> = {
  overdue: {
    tag: "Late",
    colour: "red",
    heading: "Late: the time to answer has passed",
    empty: "Nothing is late. A request comes here when its time to answer has passed.",
  },
  "to-answer": {
    tag: "To answer",
    colour: "yellow",
    heading: "To answer",
    empty: "Nothing waits for an answer. New requests appear here as soon as they are sent to you.",
  },
  "needs-time": {
    tag: "Needs a time",
    colour: "yellow",
    heading: "Accepted, without a time",
    empty: "Nothing waits for a time.",
  },
  accepted: {
    tag: "Accepted",
    colour: "blue",
    heading: "Accepted",
    empty: "Nothing is booked in yet. A request comes here when you accept it and give a time.",
  },
  "in-progress": {
    tag: "Care started",
    colour: "purple",
    heading: "Care started",
    empty: "No care is under way. An accepted request comes here when you say that care has started.",
  },
  "on-hold": {
    tag: "On hold",
    colour: "grey",
    heading: "On hold",
    empty: "Nothing is on hold. A request is here while you wait for the answer to something you asked.",
  },
  completed: {
    tag: "Done",
    colour: "green",
    heading: "Done",
    empty: "Nothing is done yet. A request comes here when you say that the care is complete.",
  },
  rejected: {
    tag: "Declined",
    colour: "grey",
    heading: "Declined",
    empty: "You have declined nothing. For what you decline, only the reference stays here.",
  },
  unanswered: {
    tag: "Not answered",
    colour: "orange",
    heading: "Not answered in time",
    empty: "You have answered all of it in time.",
  },
  withdrawn: {
    tag: "Cancelled",
    colour: "grey",
    heading: "Cancelled",
    empty: "Nothing has been cancelled.",
  },
  "handed-on": { tag: "Handed on", colour: "grey", heading: "Handed on", empty: "Nothing here." },
  missed: { tag: "Missed", colour: "orange", heading: "The person was not there", empty: "Nothing here." },
  failed: { tag: "Not done", colour: "orange", heading: "Not done", empty: "Nothing here." },
  error: { tag: "Made in error", colour: "grey", heading: "Made in error", empty: "Nothing here." },
};

/** The state to show. Being overdue is a fact about a deadline and now; never answering is not a refusal. */
export function stateOf(
  fulfilment: Pick<Fulfilment, "status" | "answerBy" | "appointment" | "ended">,
  now: Instant,
): State {
  const { status } = fulfilment;
  switch (status) {
    case "draft":
    case "requested":
      return fulfilment.answerBy < now ? "overdue" : "to-answer";
    case "cancelled":
      return cancelledAs(fulfilment.ended);
    case "failed":
      return fulfilment.ended?.reason === "did-not-attend" ? "missed" : "failed";
    case "accepted":
      return fulfilment.appointment === null ? "needs-time" : "accepted";
    case "entered-in-error":
      return "error";
    case "in-progress":
    case "on-hold":
    case "rejected":
    case "completed":
      return status;
    default: {
      const never: never = status;
      return never;
    }
  }
}

const cancelledAs = (ended: Fulfilment["ended"]): State =>
  ended?.reason === "silent" ? "unanswered" : ended?.reason === "transferred" ? "handed-on" : "withdrawn";
