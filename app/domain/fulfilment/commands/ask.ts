import { answerBy, outcomeBy, patientBy, reviewBy, type Setting, timeBy } from "../deadlines";
import { handToDesk } from "../owners";
import { type Command, type Decided, type PartState, refused, withFulfilment, withPart } from "../part-state";
import type { Fulfilment, FulfilmentEvent, Hold } from "../types";

type Ask = Extract<Command, { type: "ask" }>;
type GiveInformation = Extract<Command, { type: "give-information" }>;

/**
 * The partner cannot go on before it knows something. The patient answers by a date of its own; what the practice that
 * referred them knows is asked by the front desk. The partner's own clock stands meanwhile.
 */
export function ask(
  state: PartState,
  fulfilment: Fulfilment,
  { of, question }: Ask,
  setting: Setting,
): Decided {
  if (question.trim() === "") return refused("Write what you need to know");
  if (
    fulfilment.status !== "requested" &&
    fulfilment.status !== "accepted" &&
    fulfilment.status !== "in-progress"
  )
    return refused("Something can be asked while the request is with you");
  const hold: Hold = { question, of, since: setting.now, from: fulfilment.status };
  const held = withFulfilment(state, { ...fulfilment, status: "on-hold", hold });
  const dueAt = patientBy(setting);
  if (of === "patient") {
    return {
      kind: "decided",
      after: withPart(held, { owner: { kind: "patient" }, dueAt }),
      events: [{ type: "information-asked", fulfilmentId: fulfilment.id, of, question, dueAt }],
    };
  }
  const handed = handToDesk(held, "ask-referrer", setting);
  const due = handed.after.part.dueAt ?? dueAt;
  return {
    kind: "decided",
    after: handed.after,
    events: [
      { type: "information-asked", fulfilmentId: fulfilment.id, of, question, dueAt: due },
      ...handed.events,
    ],
  };
}

/** What was asked for: the partner goes on where it stopped. */
export function giveInformation(
  state: PartState,
  fulfilment: Fulfilment,
  { text }: GiveInformation,
  setting: Setting,
): Decided {
  if (text.trim() === "") return refused("Write your answer");
  return {
    kind: "decided",
    after: resumed(state, fulfilment, setting),
    events: [{ type: "information-given", fulfilmentId: fulfilment.id, text }],
  };
}

/** Nobody answered in time: the partner decides without it, so that nothing waits for ever. */
export function holdOver(
  state: PartState,
  fulfilment: Fulfilment,
  setting: Setting,
): { readonly after: PartState; readonly events: readonly FulfilmentEvent[] } {
  return {
    after: resumed(state, fulfilment, setting),
    events: [{ type: "information-not-given", fulfilmentId: fulfilment.id }],
  };
}

/** The fulfilment goes on where it was held, with a whole new span for the partner: it could do nothing meanwhile. */
function resumed(state: PartState, fulfilment: Fulfilment, setting: Setting): PartState {
  const from = fulfilment.hold?.from ?? "requested";
  const { priority, promise } = state.part;
  const by = answerBy(priority, promise, setting);
  const back = withFulfilment(state, {
    ...fulfilment,
    status: from,
    hold: null,
    ...(from === "requested" ? { answerBy: by } : {}),
  });
  const startsAt = fulfilment.appointment?.startsAt;
  const dueAt =
    from === "requested"
      ? by
      : from === "in-progress"
        ? reviewBy(setting)
        : startsAt === undefined
          ? timeBy(priority, promise, setting)
          : outcomeBy(startsAt, setting);
  return withPart(back, { owner: { kind: "partner", organisationId: fulfilment.organisationId }, dueAt });
}
