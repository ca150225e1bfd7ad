import type { FulfilmentStatus } from "~/domain/fulfilment/types";
import { STATES } from "./statuses";

/** What a partner's worklist can show, in the order of its links; the first is what it opens with. */
export const WORKLIST_VIEWS = {
  "to-do": {
    label: "To do",
    statuses: ["requested", "accepted", "in-progress", "on-hold"],
    empty:
      "Nothing to do at the moment. A new request appears here as soon as it is sent to you, with the time to answer by.",
  },
  "to-answer": { label: "To answer", statuses: ["requested"], empty: STATES["to-answer"].empty },
  accepted: { label: "Accepted", statuses: ["accepted"], empty: STATES.accepted.empty },
  "on-hold": { label: "On hold", statuses: ["on-hold"], empty: STATES["on-hold"].empty },
  started: { label: "Care started", statuses: ["in-progress"], empty: STATES["in-progress"].empty },
  done: { label: "Done", statuses: ["completed"], empty: STATES.completed.empty },
  declined: { label: "Declined", statuses: ["rejected"], empty: STATES.rejected.empty },
  ended: {
    label: "Ended",
    statuses: ["cancelled", "failed", "entered-in-error"],
    empty:
      "Nothing here. A request that was not answered in time, or that the person cancelled, is listed here.",
  },
} as const satisfies Readonly<
  Record<string, { label: string; statuses: readonly FulfilmentStatus[]; empty: string }>
>;

export type WorklistView = keyof typeof WORKLIST_VIEWS;

/** The view that an address asks for; what has to be done, when it asks for none that there is. */
export const viewOf = (text: string | null): WorklistView =>
  text !== null && Object.hasOwn(WORKLIST_VIEWS, text) ? (text as WorklistView) : "to-do";
