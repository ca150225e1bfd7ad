import type { Actor, CallOutcome, FulfilmentEvent } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";
import { momentWords } from "./deadlines";

/** Calls to a person, as the people at work read and write of them. */
export const CALLS = {
  heading: "Calls to the person",
  write: "Write down a call",
  outcome: "What came of it?",
  note: "Note",
  noteHint: "Partners who have this can read it. The person does not see it on their page.",
  back: "Back",
  sayWhat: "Say what you spoke about",
  none: "Nobody rang yet.",
  phone: "Phone",
  noPhone: "They gave no number, or asked us not to ring",
  has: "Who has it",
  keep: "Keep this call",
  chooseOutcome: "Choose what came of the call",
  done: "The call is written down.",
  unanswered: (many: number) => `Rang ${many === 2 ? "twice" : `${many} times`} without answer`,
} as const;

export const CALL_OUTCOME_WORDS: Readonly<Record<CallOutcome, string>> = {
  spoke: "I spoke to them",
  "no-answer": "Nobody answered",
  "no-message": "It went to voicemail, and I left no message",
};

const IN_HISTORY: Readonly<Record<CallOutcome, string>> = {
  spoke: "Rang them, and spoke to them",
  "no-answer": "Rang them: nobody answered",
  "no-message": "Rang them: voicemail, no message left",
};

/** A call as a line of the history has it, with its note. */
export const callWords = ({ outcome, note }: Extract<FulfilmentEvent, { type: "call-made" }>): string =>
  note === "" ? IN_HISTORY[outcome] : `${IN_HISTORY[outcome]}. “${note}”`;

/** The calls about one part as the front desk reads them, the first first: when, what came of it, and who rang. */
export const callLines = (
  events: readonly {
    readonly at: Instant;
    readonly partId: string | null;
    readonly actor: Actor;
    readonly event: FulfilmentEvent;
  }[],
  partId: string,
  now: Instant,
) =>
  events.flatMap(({ at, partId: of, actor, event }) =>
    event.type === "call-made" && of === partId
      ? [
          {
            label: momentWords(at, now),
            value: `${callWords(event)}${"name" in actor ? ` (${actor.name})` : ""}`,
          },
        ]
      : [],
  );
