import { promisedAgain, type Setting } from "../deadlines";
import { askPartner, passOn, returnToPatient } from "../owners";
import { type Command, type Decided, letGo, type PartState } from "../part-state";
import type { Fulfilment } from "../types";

type Transfer = Extract<Command, { type: "transfer" }>;
type Withdraw = Extract<Command, { type: "withdraw" }>;
type DidNotAttend = Extract<Command, { type: "did-not-attend" }>;
type PartnerLeft = Extract<Command, { type: "partner-left" }>;

/** The partner hands it to another that it names; the patient agreed to that when asking. */
export function transfer(
  state: PartState,
  fulfilment: Fulfilment,
  { next, note }: Transfer,
  setting: Setting,
): Decided {
  const free = letGo(state, fulfilment, "cancelled", "transferred", note, setting);
  const part = { ...free.part, ...promisedAgain(free.part, setting) };
  const handed = askPartner({ ...free, part }, next, setting);
  return {
    kind: "decided",
    after: handed.after,
    events: [{ type: "fulfilment-transferred", fulfilmentId: fulfilment.id, note }, ...handed.events],
  };
}

/** The partner cancels what it had accepted: a new answer is promised, and the part goes on as after a refusal. */
export function withdraw(
  state: PartState,
  fulfilment: Fulfilment,
  { reason, note, next }: Withdraw,
  setting: Setting,
): Decided {
  const passed = passOn(letGo(state, fulfilment, "cancelled", reason, note, setting), reason, next, setting);
  return {
    kind: "decided",
    after: passed.after,
    events: [{ type: "fulfilment-withdrawn", fulfilmentId: fulfilment.id, reason, note }, ...passed.events],
  };
}

/** The person was not there: they choose again, the same partner too. */
export function didNotAttend(
  state: PartState,
  fulfilment: Fulfilment,
  { note }: DidNotAttend,
  setting: Setting,
): Decided {
  const back = returnToPatient(letGo(state, fulfilment, "failed", "did-not-attend", note, setting), setting);
  return {
    kind: "decided",
    after: back.after,
    events: [{ type: "did-not-attend", fulfilmentId: fulfilment.id, note }, ...back.events],
  };
}

/** The organisation that has the part is no longer a partner: the part goes on at once, and nobody is stranded. */
export function partnerLeft(
  state: PartState,
  fulfilment: Fulfilment,
  { next }: PartnerLeft,
  setting: Setting,
): Decided {
  const free = letGo(state, fulfilment, "cancelled", "partner-left", "", setting);
  const passed = passOn(free, "partner-left", next, setting);
  return {
    kind: "decided",
    after: passed.after,
    events: [{ type: "partner-left", fulfilmentId: fulfilment.id }, ...passed.events],
  };
}
