import type { FulfilmentEvent } from "~/domain/fulfilment/types";
import type { Emergency } from "~/domain/journeys/types";
import type { TagColour } from "./statuses";

/** What a person told whoever has a part while they waited, and what was written back: as the people at work read it. */
export type Told = Extract<
  FulfilmentEvent,
  { type: "information-added" | "question-asked" | "question-answered" | "red-flag-told" }
>;

export const isTold = (event: FulfilmentEvent): event is Told =>
  ["information-added", "question-asked", "question-answered", "red-flag-told"].includes(event.type);

const SHOWN: Readonly<Record<Emergency, string>> = {
  "999": "They were told to call 999.",
  "111": "They were told to call 111.",
  crisis: "They were shown help for a crisis.",
};

export function toldLines(event: Told): { readonly label: string; readonly value: string }[] {
  switch (event.type) {
    case "information-added":
      return [{ label: "They added", value: event.text }];
    case "question-asked":
      return [{ label: "They asked", value: event.text }];
    case "question-answered":
      return [
        { label: event.fulfilmentId === null ? "The front desk wrote" : "You wrote", value: event.text },
      ];
    case "red-flag-told":
      return [{ label: "Sign of an emergency", value: redFlagWords(event) }];
  }
}

/** "They ticked: I cannot feel my legs. They were told to call 999." */
export function redFlagWords({ leadsTo, signs, how }: Extract<Told, { type: "red-flag-told" }>): string {
  return `They ${how === "ticked" ? "ticked" : "wrote"}: “${signs.join("”, “")}”. ${SHOWN[leadsTo]}`;
}

/** What people at work read around what a person told them, and what they write back. */
export const WORK = {
  redFlags: "Told of an emergency while they wait",
  hasIt: (partner: string) => `${partner} has it.`,
  told: "What they told us since",
  asked: "The person asked something",
  answer: "Your answer",
  tellThem: "What you want to tell them",
  replyHint: "The person reads this on their page. Nothing else changes.",
  sendAnswer: "Answer them",
  send: "Tell them",
  write: "Write to the person",
} as const;

/** Whether something that the person asked of a part was not answered yet. */
export const isUnanswered = (
  events: readonly { readonly partId: string | null; readonly event: FulfilmentEvent }[],
  partId: string,
): boolean =>
  events.findLast(
    ({ partId: of, event }) =>
      of === partId && (event.type === "question-asked" || event.type === "question-answered"),
  )?.event.type === "question-asked";

/** On a worklist, beside the state: what nobody there has seen or answered yet. */
export const UNSEEN_TAGS: Readonly<
  Record<"red-flag" | "question" | "information", { readonly tag: string; readonly colour: TagColour }>
> = {
  "red-flag": { tag: "Sign of an emergency", colour: "red" },
  question: { tag: "Asks something", colour: "purple" },
  information: { tag: "Told more", colour: "blue" },
};
