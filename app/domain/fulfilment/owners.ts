import { boxChanges } from "../boxes/box";
import type { Box } from "../boxes/types";
import { answerBy, deskBy, patientBy, type Setting } from "./deadlines";
import { type NextPartner, type PartState, withPart } from "./part-state";
import type { Fulfilment, FulfilmentEvent, HandedToDeskBecause } from "./types";

/** A part in new hands, and what happened. Whoever gets it gets a deadline with it: nothing is unowned. */
export interface Handed {
  readonly after: PartState;
  readonly events: readonly FulfilmentEvent[];
}

/** Asks a partner: a fulfilment opens on the same part, and the promise stays as it was given. */
export function askPartner(state: PartState, next: NextPartner, setting: Setting): Handed {
  const by = answerBy(state.request.priority, state.part.promise, setting);
  const fulfilment: Fulfilment = {
    id: next.fulfilmentId,
    partId: state.part.id,
    offerId: next.offerId,
    organisationId: next.organisationId,
    decisionId: next.decisionId,
    status: "requested",
    version: 1,
    box: next.box,
    requestedAt: setting.now,
    answerBy: by,
    appointment: null,
    ended: null,
  };
  const before = state.fulfilments.at(-1)?.box;
  const after = withPart(
    { ...state, fulfilments: [...state.fulfilments, fulfilment] },
    { owner: { kind: "partner", organisationId: next.organisationId }, dueAt: by },
  );
  return {
    after,
    events: [
      {
        type: "part-routed",
        fulfilmentId: next.fulfilmentId,
        organisationId: next.organisationId,
        decisionId: next.decisionId,
        answerBy: by,
      },
      ...boxChanged(before, next),
    ],
  };
}

function boxChanged(before: Box | undefined, { box, fulfilmentId }: NextPartner): readonly FulfilmentEvent[] {
  if (!before || boxChanges(before, box).length === 0) return [];
  return [{ type: "box-changed", fulfilmentId }];
}

/** Whether a refusal or a silence goes to the next partner: with consent, and while the promise can still be kept. */
export const goesToNext = ({ request, part }: PartState, setting: Setting): boolean =>
  request.consentToPassOn && setting.now < part.promise.by;

/**
 * A refusal or a silence goes on: with consent to the next partner, or the desk when none is left; without, back. Once
 * the promised date has passed it goes no further from partner to partner: people look at it.
 */
export function passOn(state: PartState, next: NextPartner | null, setting: Setting): Handed {
  if (setting.now >= state.part.promise.by) return handToDesk(state, "promise-passed", setting);
  if (!state.request.consentToPassOn) return returnToPatient(state, setting);
  return next ? askPartner(state, next, setting) : handToDesk(state, "no-eligible-offer", setting);
}

export function returnToPatient(state: PartState, setting: Setting): Handed {
  const dueAt = patientBy(setting);
  return {
    after: withPart(state, { owner: { kind: "patient" }, dueAt }),
    events: [{ type: "returned-to-patient", dueAt }],
  };
}

export function handToDesk(state: PartState, because: HandedToDeskBecause, setting: Setting): Handed {
  const dueAt = deskBy(state.request.priority, setting);
  return {
    after: withPart(state, { owner: { kind: "desk" }, dueAt }),
    events: [{ type: "handed-to-desk", dueAt, because }],
  };
}

export function handToManager(state: PartState, setting: Setting): Handed {
  const dueAt = deskBy(state.request.priority, setting);
  return {
    after: withPart(state, { owner: { kind: "manager" }, dueAt }),
    events: [{ type: "handed-to-manager", dueAt }],
  };
}

/** The part is over: met, or closed with a reason. Its last owner stays on record; nothing is due. */
export const finish = (state: PartState, status: "complete" | "closed"): PartState =>
  withPart(state, { status, dueAt: null });
