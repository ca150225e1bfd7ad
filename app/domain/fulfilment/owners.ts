import { boxChanges } from "../boxes/box";
import type { Box } from "../boxes/types";
import type { Instant } from "../shared/time";
import {
  answerBy,
  deskBy,
  patientBy,
  promisedAgain,
  promiseEnded,
  reviewBy,
  type Setting,
} from "./deadlines";
import { afterRefusal, type NextStep } from "./next-step";
import { type NextPartner, type PartState, withPart } from "./part-state";
import type { EndReason, Fulfilment, FulfilmentEvent, HandedToDeskBecause, Part } from "./types";

/** A part in new hands, and what happened. Whoever gets it gets a deadline with it: nothing is unowned. */
export interface Handed {
  readonly after: PartState;
  readonly events: readonly FulfilmentEvent[];
}

/** Asks a partner: a fulfilment opens on the same part, and the promise stays as it was given. */
export function askPartner(state: PartState, next: NextPartner, setting: Setting): Handed {
  const by = answerBy(state.part.priority, state.part.promise, setting);
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
    answeredAt: null,
    appointment: null,
    hold: null,
    outcome: null,
    ended: null,
  };
  const before = state.fulfilments.at(-1)?.box;
  const after = withPart(
    { ...state, fulfilments: [...state.fulfilments, fulfilment] },
    { waiting: false, owner: { kind: "partner", organisationId: next.organisationId }, dueAt: by },
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

/**
 * Who gets what ends for this reason: the next partner with consent, while the promise can still be kept, and when
 * another partner is the answer to it; else the person, or people who look at it.
 */
export function whereItGoes({ request, part }: PartState, reason: EndReason, now: Instant): NextStep {
  const step = afterRefusal(reason);
  if (step !== "next") return step;
  if (!canBeKept(part, now)) return "desk";
  return request.consentToPassOn ? "next" : "patient";
}

export const goesToNext = (state: PartState, reason: EndReason, { now }: Setting): boolean =>
  whereItGoes(state, reason, now) === "next";

/** A promise that was kept is made again when its appointment is lost, so it stands in nobody's way. */
const canBeKept = ({ promise }: Part, now: Instant): boolean =>
  now < promise.by || promise.settled?.how === "kept";

/**
 * What ended without care goes on. A reason about the person goes to people: to the patient, or the front desk. Any
 * other goes with consent to the next partner, or the desk when none is left; without, back to the patient. Once the
 * promised date has passed it goes no further from partner to partner: people look at it.
 */
export function passOn(
  before: PartState,
  reason: EndReason,
  next: NextPartner | null,
  setting: Setting,
): Handed {
  const step = afterRefusal(reason);
  const goes = whereItGoes(before, reason, setting.now);
  if (goes === "desk") {
    const because = step === "next" ? "promise-passed" : reason === "error" ? "error" : "other-care";
    return handToDesk(before, because, setting);
  }
  if (step === "patient") return returnToPatient(before, setting);
  const state = { ...before, part: { ...before.part, ...promisedAgain(before.part, setting) } };
  if (goes === "patient") return returnToPatient(state, setting);
  return next ? askPartner(state, next, setting) : handToDesk(state, "no-eligible-offer", setting);
}

/** Nobody is asked yet: the front desk keeps it, and looks at it should what comes before take too long. */
export function keepWaiting(state: PartState, setting: Setting): Handed {
  return {
    after: withPart(state, { waiting: true, owner: { kind: "desk" }, dueAt: reviewBy(setting) }),
    events: [{ type: "part-waiting", after: state.part.after }],
  };
}

export function returnToPatient(state: PartState, setting: Setting): Handed {
  const dueAt = patientBy(setting);
  return {
    after: withPart(state, { owner: { kind: "patient" }, dueAt }),
    events: [{ type: "returned-to-patient", dueAt }],
  };
}

export function handToDesk(state: PartState, because: HandedToDeskBecause, setting: Setting): Handed {
  const dueAt = deskBy(state.part.priority, setting);
  return {
    after: withPart(state, { waiting: false, owner: { kind: "desk" }, dueAt }),
    events: [{ type: "handed-to-desk", dueAt, because }],
  };
}

export function handToManager(state: PartState, setting: Setting): Handed {
  const dueAt = deskBy(state.part.priority, setting);
  return {
    after: withPart(state, { owner: { kind: "manager" }, dueAt }),
    events: [{ type: "handed-to-manager", dueAt }],
  };
}

/** The part is over: met, or closed with a reason. Its last owner stays on record; nothing is due. */
export const finish = (state: PartState, status: "complete" | "closed", setting: Setting): PartState =>
  withPart(state, {
    status,
    waiting: false,
    dueAt: null,
    promise: promiseEnded(state.part.promise, setting),
  });
