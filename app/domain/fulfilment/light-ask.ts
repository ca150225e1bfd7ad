import type { Instant } from "../shared/time";
import type { CommandType } from "./part-state";
import type { Fulfilment, Part } from "./types";

/** What a one-time link asks of who holds it: yes or no, a time for what was accepted, or how it went. */
export const LIGHT_ASKS = ["answer", "time", "outcome"] as const;
export type LightAsk = (typeof LIGHT_ASKS)[number];

/** What a link may carry out, and no more than that. */
export const MAY_BY_LINK: Readonly<Record<LightAsk, readonly CommandType[]>> = {
  answer: ["accept", "decline"],
  time: ["book"],
  outcome: ["complete", "did-not-attend"],
};

/** What is to be asked of a partner next; null when nothing is, or it cannot be said by a link. */
export function lightAsk({
  status,
  appointment,
}: Pick<Fulfilment, "status" | "appointment">): LightAsk | null {
  switch (status) {
    case "requested":
      return "answer";
    case "accepted":
      return appointment === null ? "time" : "outcome";
    case "in-progress":
      return "outcome";
    default:
      return null;
  }
}

/** Until when a link can be used: the deadline of what it asks for. */
export const lightUntil = (
  ask: LightAsk,
  { answerBy }: Pick<Fulfilment, "answerBy">,
  { dueAt }: Pick<Part, "dueAt">,
): Instant => (ask === "answer" ? answerBy : (dueAt ?? answerBy));
