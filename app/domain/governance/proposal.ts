import type { Instant, PlainDate } from "../shared/time";
import { localInstant } from "../shared/time";
import type { Change } from "./changes";
import type { Constitution } from "./constitution";
import type { Matter } from "./matter";
import type { Choice, Tally } from "./tally";

/** From being talked about to being carried out. `not-applied` has passed and could not be carried out. */
export const PROPOSAL_STATES = [
  "discussion",
  "voting",
  "passed",
  "not-passed",
  "applied",
  "not-applied",
  "withdrawn",
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** The legal steps. What could not be carried out is tried again, or given up, by whoever runs the front door. */
export const PROPOSAL_MOVES: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  discussion: ["voting", "withdrawn"],
  voting: ["passed", "not-passed", "withdrawn"],
  passed: ["applied", "not-applied"],
  "not-passed": [],
  applied: [],
  "not-applied": ["applied", "withdrawn"],
  withdrawn: [],
};

export const mayBecome = (from: ProposalState, to: ProposalState): boolean =>
  PROPOSAL_MOVES[from].includes(to);

/** Whether members can still speak, and change what comes of it. */
export const isOpen = (state: ProposalState): boolean => state === "discussion" || state === "voting";

/** Somebody of the board, by the seat that they spoke from; null is one of the brand's own. */
export interface Speaker {
  readonly accountId: string;
  readonly name: string;
  readonly organisationId: string | null;
}

export interface Proposal {
  readonly id: string;
  readonly state: ProposalState;
  /** Raised whenever it changes, so that nobody decides on what they did not see. */
  readonly version: number;
  readonly matter: Matter;
  readonly why: string;
  readonly by: Speaker;
  readonly proposedAt: Instant;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** Its day, when it passes; null is at once. */
  readonly appliesOn: PlainDate | null;
  /** A what-if that goes with it. */
  readonly scenarioId: string | null;
  /** The rules that it is decided by. */
  readonly constitution: Constitution;
  readonly decided: Decided | null;
  readonly outcome: Outcome | null;
}

/** What a vote came to, with the weights of that moment, and what it was to change then. */
export interface Decided {
  readonly at: Instant;
  readonly tally: Tally;
  readonly changes: readonly Change[];
}

/** What became of it afterwards: when, and why not. */
export interface Outcome {
  readonly at: Instant;
  readonly reasons: readonly string[];
}

/** A vote, with who cast it and what they said. */
export interface Vote {
  readonly organisationId: string;
  readonly nth: number;
  readonly choice: Choice;
  readonly reason: string;
  readonly by: Speaker;
  readonly at: Instant;
}

export interface Remark {
  readonly nth: number;
  readonly by: Speaker;
  readonly at: Instant;
  readonly text: string;
}

/** When the clock has something to do for a proposal; null when it has nothing more. */
export function dueOf({
  state,
  opensAt,
  closesAt,
  appliesOn,
}: Pick<Proposal, "state" | "opensAt" | "closesAt" | "appliesOn">): Instant | null {
  switch (state) {
    case "discussion":
      return opensAt;
    case "voting":
      return closesAt;
    case "passed": {
      const day = appliesOn === null ? closesAt : localInstant(appliesOn, "00:00");
      return day > closesAt ? day : closesAt;
    }
    case "not-passed":
    case "applied":
    case "not-applied":
    case "withdrawn":
      return null;
    default:
      return state satisfies never;
  }
}
