import type { Priority } from "../directory/types";
import { promiseOf, promiseWhileWaiting, type Setting } from "./deadlines";
import { decide } from "./decide";
import { askPartner, type Handed, handToDesk, keepWaiting } from "./owners";
import type { Appointment, NextPartner, PartState } from "./part-state";
import type { CareRequest } from "./types";

/** A part as it is asked for. */
export interface NewPart {
  readonly id: string;
  /** Its place in the request, from 1. */
  readonly position: number;
  readonly serviceId: string;
  readonly priority: Priority;
  /** Positions of the parts that come first; empty when it is asked for at once. */
  readonly after: readonly number[];
  readonly shortlist: readonly string[];
  /** Whom routing chose; null when it is for the front desk. Not looked at while it waits. */
  readonly next: NextPartner | null;
  /** A slot that the person took. */
  readonly appointment: Appointment | null;
}

/** A new part, with its promise, asked of the partner that routing chose; of the front desk when there is none. */
export function openPart(request: CareRequest, asked: NewPart, setting: Setting): Handed {
  const { id, position, serviceId, priority, after, shortlist, next, appointment } = asked;
  const waits = after.length > 0;
  const unowned: PartState = {
    request,
    part: {
      id,
      requestId: request.id,
      serviceId,
      position,
      status: "open",
      waiting: waits,
      after,
      priority,
      shortlist,
      version: 0,
      owner: { kind: "desk" },
      dueAt: setting.now,
      promise: waits ? promiseWhileWaiting(setting) : promiseOf(priority, setting),
      earlierPromises: [],
    },
    fulfilments: [],
  };
  const handed = waits
    ? keepWaiting(unowned, setting)
    : next
      ? askPartner(unowned, next, setting)
      : handToDesk(unowned, "no-eligible-offer", setting);
  const submitted: Handed = {
    after: handed.after,
    events: position === 1 ? [{ type: "request-submitted" }, ...handed.events] : handed.events,
  };
  if (waits || !next || !appointment) return submitted;
  const accepted = decide(
    submitted.after,
    { type: "accept", fulfilmentId: next.fulfilmentId, version: 1, appointment },
    setting,
  );
  if (accepted.kind !== "decided") throw new Error("A slot that the person took is accepted at once");
  return { after: accepted.after, events: [...submitted.events, ...accepted.events] };
}
