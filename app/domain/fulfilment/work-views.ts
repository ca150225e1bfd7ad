import type { Instant } from "../shared/time";
import { HELD_STATUSES } from "./transitions";
import type { FulfilmentStatus, Owner } from "./types";

/** What a worklist can show. An item may be in several: what is late is still to be reviewed, or to be booked. */
export const WORK_VIEWS = [
  "to-do",
  "to-review",
  "waiting",
  "to-book",
  "slot-issues",
  "booked",
  "in-progress",
  "overdue",
  "done",
  "declined",
  "ended",
  "all",
] as const;
export type WorkView = (typeof WORK_VIEWS)[number];

/** What of a fulfilment says which views it is in. */
export interface WorkStanding {
  readonly status: FulfilmentStatus;
  readonly hasTime: boolean;
  /** The partner itself is past a deadline. */
  readonly late: boolean;
  /** Its offer has a diary, and nothing in it is free. */
  readonly diaryFull: boolean;
}

const OVER: readonly FulfilmentStatus[] = ["cancelled", "failed", "entered-in-error"];

const IN_VIEW: Readonly<Record<WorkView, (work: WorkStanding) => boolean>> = {
  "to-do": ({ status }) => HELD_STATUSES.includes(status),
  "to-review": ({ status }) => status === "requested",
  waiting: ({ status }) => status === "on-hold",
  "to-book": ({ status, hasTime }) => status === "accepted" && !hasTime,
  "slot-issues": ({ status, hasTime, diaryFull }) =>
    diaryFull && !hasTime && (status === "requested" || status === "accepted"),
  booked: ({ status, hasTime }) => status === "accepted" && hasTime,
  "in-progress": ({ status }) => status === "in-progress",
  overdue: ({ late }) => late,
  done: ({ status }) => status === "completed",
  declined: ({ status }) => status === "rejected",
  ended: ({ status }) => OVER.includes(status),
  all: () => true,
};

export const isInView = (view: WorkView, work: WorkStanding): boolean => IN_VIEW[view](work);

/** How a worklist can be put in order: by when something must be done, by when it came, by the time given, by name. */
export const WORK_SORTS = ["deadline", "newest", "appointment", "name"] as const;
export type WorkSort = (typeof WORK_SORTS)[number];

/** What somebody wants to see of their work. */
export interface WorkAsked {
  readonly view: WorkView;
  readonly sort: WorkSort;
  /** Part of a reference or of a name; empty for no search. */
  readonly search: string;
  /** Empty for every service. */
  readonly serviceId: string;
  readonly urgentOnly: boolean;
}

/** What a worklist opens with: what has to be done, the earliest deadline first. */
export const ALL_TO_DO: WorkAsked = {
  view: "to-do",
  sort: "deadline",
  search: "",
  serviceId: "",
  urgentOnly: false,
};

/** What of a part and its fulfilment says whether the partner is late. */
export interface Deadlines {
  readonly status: FulfilmentStatus;
  readonly answerBy: Instant;
  /** By when whoever has the part must act; null when it is over. */
  readonly dueAt: Instant | null;
  readonly owner: Owner["kind"];
}

/**
 * Whether the partner itself is late: to answer, to give a time, or to say what came of it. Once it is, the front desk
 * asks after it, and the work stays with the partner. While it waits for somebody else's answer it is not late.
 */
export function isLate({ status, answerBy, dueAt, owner }: Deadlines, now: Instant): boolean {
  if (status === "requested") return answerBy < now;
  if (status !== "accepted" && status !== "in-progress") return false;
  return isAskedAfter(owner) || (dueAt !== null && dueAt < now);
}

/** The front desk, or its manager, asks after what the partner has. */
export const isAskedAfter = (owner: Owner["kind"]): boolean => owner === "desk" || owner === "manager";
