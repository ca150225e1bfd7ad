import { outcomeBy, promiseAnswered, type Setting, timeBy } from "../deadlines";
import { passOn } from "../owners";
import {
  type Appointment,
  type Command,
  type Decided,
  letGo,
  type PartState,
  refused,
  withFulfilment,
  withPart,
} from "../part-state";
import type { Fulfilment } from "../types";

type Accept = Extract<Command, { type: "accept" }>;
type Decline = Extract<Command, { type: "decline" }>;
type Book = Extract<Command, { type: "book" }>;

const PASSED = "Choose a time that has not passed";

/** The partner takes it on, and says when; or says when later. It stays the owner, and is due either way. */
export function accept(
  state: PartState,
  fulfilment: Fulfilment,
  { appointment }: Accept,
  setting: Setting,
): Decided {
  if (appointment && appointment.startsAt <= setting.now) return refused(PASSED);
  const taken = { ...fulfilment, status: "accepted" as const, answeredAt: setting.now, appointment };
  return {
    kind: "decided",
    after: withTime(withFulfilment(state, taken), fulfilment, appointment, setting),
    events: [
      {
        type: "fulfilment-accepted",
        fulfilmentId: fulfilment.id,
        startsAt: appointment?.startsAt ?? null,
      },
    ],
  };
}

/** A time for what was accepted without one, or another in place of the one it had. */
export function book(
  state: PartState,
  fulfilment: Fulfilment,
  { appointment, by }: Book,
  setting: Setting,
): Decided {
  if (appointment.startsAt <= setting.now) return refused(PASSED);
  const before = fulfilment.appointment?.startsAt ?? null;
  return {
    kind: "decided",
    after: withTime(withFulfilment(state, { ...fulfilment, appointment }), fulfilment, appointment, setting),
    events: [
      {
        type: "appointment-booked",
        fulfilmentId: fulfilment.id,
        startsAt: appointment.startsAt,
        before,
        by,
      },
    ],
  };
}

/** The partner has it: with a time, it is due to say how it went; without, to give one. */
function withTime(
  state: PartState,
  { organisationId }: Fulfilment,
  appointment: Appointment | null,
  setting: Setting,
): PartState {
  const { priority, promise } = state.part;
  return withPart(state, {
    owner: { kind: "partner", organisationId },
    ...(appointment
      ? { dueAt: outcomeBy(appointment.startsAt, setting), promise: promiseAnswered(promise, setting) }
      : { dueAt: timeBy(priority, promise, setting) }),
  });
}

/** The partner says no, with a reason, and the part goes on. */
export function decline(
  state: PartState,
  fulfilment: Fulfilment,
  { reason, note, next }: Decline,
  setting: Setting,
): Decided {
  const said = { ...fulfilment, answeredAt: setting.now };
  const passed = passOn(letGo(state, said, "rejected", reason, note, setting), reason, next, setting);
  return {
    kind: "decided",
    after: passed.after,
    events: [{ type: "fulfilment-rejected", fulfilmentId: fulfilment.id, reason, note }, ...passed.events],
  };
}
