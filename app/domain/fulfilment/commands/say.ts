import { type Command, type Decided, heldFulfilment, type PartState, refused } from "../part-state";
import type { FulfilmentEvent } from "../types";
import { isOpenToDesk } from "../with-desk";

type AddInformation = Extract<Command, { type: "add-information" }>;
type Reply = Extract<Command, { type: "reply" }>;
type RecordCall = Extract<Command, { type: "record-call" }>;
type TellRedFlag = Extract<Command, { type: "tell-red-flag" }>;

/** The person says more, or asks something. Whose turn it is, and by when, stays as it is. */
export function addInformation(state: PartState, { isQuestion, text }: AddInformation): Decided {
  if (text.trim() === "") return refused(isQuestion ? "Write your question" : "Write what they should know");
  return said(state, { type: isQuestion ? "question-asked" : "information-added", text });
}

/** Whoever has the part answers. Nothing waits for it: what they still have to do, and by when, stays. */
export function reply(state: PartState, { by, text }: Reply): Decided {
  if (text.trim() === "") return refused("Write your answer");
  if (by === "desk" && !isOpenToDesk(state.part, state.fulfilments))
    return refused("This is with a partner now, who answers it");
  const fulfilmentId = by === "desk" ? null : (heldFulfilment(state)?.id ?? null);
  return said(state, { type: "question-answered", fulfilmentId, text });
}

/** Signs of an emergency are written down on an open part, and on one that is over too. */
export function tellRedFlag(state: PartState, { leadsTo, signs, how }: TellRedFlag): Decided {
  if (signs.length === 0) return refused("Say what the signs are");
  return said(state, { type: "red-flag-told", leadsTo, signs, how });
}

/** A call to the person, as the front desk writes it down; what was said in it needs a note. */
export function recordCall(state: PartState, { outcome, note }: RecordCall): Decided {
  if (outcome === "spoke" && note.trim() === "") return refused("Say what you spoke about");
  return said(state, { type: "call-made", outcome, note });
}

/** What is said is an event, and no row is another for it. */
const said = (after: PartState, event: FulfilmentEvent): Decided => ({
  kind: "decided",
  after,
  events: [event],
});
