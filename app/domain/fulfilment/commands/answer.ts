import { outcomeBy, type Setting } from "../deadlines";
import { passOn } from "../owners";
import {
  type Command,
  type Decided,
  letGo,
  type PartState,
  refused,
  withFulfilment,
  withPart,
} from "../part-state";
import { mayMove } from "../transitions";
import type { Fulfilment } from "../types";

type Accept = Extract<Command, { type: "accept" }>;
type Decline = Extract<Command, { type: "decline" }>;

/** The partner takes it on and says when. It stays the owner, due to say how the appointment went. */
export function accept(
  state: PartState,
  fulfilment: Fulfilment,
  { appointment }: Accept,
  setting: Setting,
): Decided {
  if (!mayMove(fulfilment.status, "accepted")) return refused("This request has been answered already");
  if (appointment.startsAt <= setting.now) return refused("Choose a time that has not passed");
  const accepted = withFulfilment(state, { ...fulfilment, status: "accepted", appointment });
  return {
    kind: "decided",
    after: withPart(accepted, {
      owner: { kind: "partner", organisationId: fulfilment.organisationId },
      dueAt: outcomeBy(appointment.startsAt, setting),
    }),
    events: [{ type: "fulfilment-accepted", fulfilmentId: fulfilment.id, startsAt: appointment.startsAt }],
  };
}

/** The partner says no, with a reason, and the part goes on. */
export function decline(
  state: PartState,
  fulfilment: Fulfilment,
  { reason, note, next }: Decline,
  setting: Setting,
): Decided {
  if (!mayMove(fulfilment.status, "rejected")) return refused("This request has been answered already");
  const passed = passOn(letGo(state, fulfilment, "rejected", reason, note, setting), next, setting);
  return {
    kind: "decided",
    after: passed.after,
    events: [{ type: "fulfilment-rejected", fulfilmentId: fulfilment.id, reason, note }, ...passed.events],
  };
}
