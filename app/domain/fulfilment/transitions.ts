import { FULFILMENT_STATUSES, type FulfilmentStatus } from "./types";

/** The legal transitions of a fulfilment: from each status, where it may go. What leads nowhere is an end. */
export const TRANSITIONS: Readonly<Record<FulfilmentStatus, readonly FulfilmentStatus[]>> = {
  draft: ["requested", "cancelled", "entered-in-error"],
  requested: ["accepted", "on-hold", "rejected", "cancelled", "entered-in-error"],
  accepted: ["in-progress", "on-hold", "completed", "failed", "cancelled", "entered-in-error"],
  "in-progress": ["on-hold", "completed", "failed", "cancelled", "entered-in-error"],
  "on-hold": [
    "requested",
    "accepted",
    "in-progress",
    "rejected",
    "completed",
    "failed",
    "cancelled",
    "entered-in-error",
  ],
  rejected: [],
  cancelled: [],
  failed: [],
  completed: ["entered-in-error"],
  "entered-in-error": [],
};

/** Where a fulfilment begins. */
export const FIRST_STATUS: FulfilmentStatus = "draft";

/** Statuses in which a partner has the work: at most one fulfilment of a part is in one of them. */
export const HELD_STATUSES: readonly FulfilmentStatus[] = ["requested", "accepted", "in-progress", "on-hold"];

export const mayMove = (from: FulfilmentStatus, to: FulfilmentStatus): boolean =>
  TRANSITIONS[from].includes(to);

export const isHeld = (status: FulfilmentStatus): boolean => HELD_STATUSES.includes(status);

/** The faults of a table of transitions: statuses that are never reached, and ones that cannot come to an end. */
export function faultsOf(table: typeof TRANSITIONS): readonly string[] {
  const reachedFrom = (start: FulfilmentStatus): ReadonlySet<FulfilmentStatus> => {
    const reached = new Set([start]);
    for (const status of reached) for (const next of table[status]) reached.add(next);
    return reached;
  };
  const reached = reachedFrom(FIRST_STATUS);
  return FULFILMENT_STATUSES.flatMap((status) => [
    ...(reached.has(status) ? [] : [`${status} is never reached`]),
    ...([...reachedFrom(status)].some((end) => table[end].length === 0) ? [] : [`${status} never ends`]),
  ]);
}
