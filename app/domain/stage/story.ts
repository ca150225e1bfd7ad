import type { Asked, Happening } from "./acts";

/** The stories that a board is told on the stage, in the order in which they are offered. */
export const STORY_IDS = [
  "simple",
  "whose-box",
  "refusal",
  "silence",
  "three-boxes",
  "pop-up",
  "nobody-left",
] as const;
export type StoryId = (typeof STORY_IDS)[number];

/** How far a stage's clock goes: so many hours, until the next deadline, or until the care is over. */
export type ClockMove = { readonly hours: number } | "deadline" | "appointment";

/** What happens in a step: each is done by the use cases that people's own pages call. */
export type Act =
  /** The person answers the questions, as far as choosing whom to ask. */
  | { readonly act: "answer" }
  /** They choose (whom they want, or who fits best) and send it. */
  | { readonly act: "send"; readonly offer?: string }
  /** What came back to them they ask of another. */
  | { readonly act: "choose-again"; readonly offer: string }
  /** Whoever has the request does something about it; of several parts, the one of that service. */
  | { readonly act: "happen"; readonly happening: Happening; readonly part?: string }
  /** Partners say that they have no room. */
  | { readonly act: "no-room"; readonly offers: readonly string[] }
  /** Whoever runs the front door opens a place for some weeks, and an offer there. */
  | { readonly act: "pop-up"; readonly popUp: PopUp }
  | { readonly act: "clock"; readonly move: ClockMove };

/** A place that a partner of the brand opens for some weeks, to give one service. */
export interface PopUp {
  readonly organisation: string;
  readonly service: string;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly weeks: number;
}

/** Which page the person's phone shows; `line` and `label` are where their request is, at its steps or at the label of its box. */
export type PhonePage = "search" | "service" | "choosing" | "tracking" | "line" | "label" | "doormat";

/** What of a case is shown first, where that is not its head: what the person said, what came of it, or the label of its box. */
export type CasePlace = "answers" | "said" | "box";

/** Whose page at work is shown: an organisation's by its id, whoever has the request (or one part of it), or the desk's. */
export type AtWorkPage =
  | { readonly of: "organisation"; readonly id: string; readonly page: "worklist" }
  /** How full it says it is, at one of its offers. */
  | { readonly of: "organisation"; readonly id: string; readonly page: "capacity"; readonly offer: string }
  | { readonly of: "holder"; readonly part?: string; readonly page: "worklist" }
  | { readonly of: "holder"; readonly part?: string; readonly page: "case"; readonly place?: CasePlace }
  | { readonly of: "desk" };

export interface Step {
  /** Its words stand under this in the content. */
  readonly id: string;
  readonly acts: readonly Act[];
  readonly phone: PhonePage;
  readonly work: AtWorkPage;
}

export interface Story {
  readonly id: StoryId;
  /** The id of the person whose story it is. */
  readonly person: string;
  /** What they type into the search. */
  readonly search: string;
  readonly asked: Asked;
  readonly steps: readonly Step[];
}
