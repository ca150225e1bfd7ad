import { type Instant, milliseconds } from "../shared/time";
import { toldWithBreaks } from "./breaks";
import type { LabEvent, Recorded } from "./log";

/** What whoever follows a session is shown of it: not each turn of a wheel, but what tells of the way. */
const SHOWN = [
  "task-begun",
  "task-over",
  "reached",
  "judged",
  "paused",
  "resumed",
  "world-reset",
  "questions-left",
  "page",
  "click",
  "hesitated",
  "back",
  "left",
  "returned",
  "tagged",
  "stopped",
  "finished",
] as const satisfies readonly LabEvent["kind"][];
type Shown = (typeof SHOWN)[number];
export type ShownEvent = Extract<LabEvent, { readonly kind: Shown }>;

/** One moment of a session, in the task that was the newest to be begun. */
export interface Moment {
  readonly id: string;
  readonly at: Instant;
  /** Null before the first task. */
  readonly task: string | null;
  /** Milliseconds since that task was begun, by the clock on the wall; null before the first. */
  readonly afterMs: number | null;
  readonly event: ShownEvent;
}

/** The moments of a session in the order in which they happened: what a browser told late stands where it belongs. */
export function momentsOf(record: readonly (Recorded & { readonly id: string })[]): readonly Moment[] {
  const moments: Moment[] = [];
  let task: string | null = null;
  let begunAt: number | null = null;
  for (const { id, at, event } of toldWithBreaks(record)) {
    if (event.kind === "task-begun" && event.task !== task) {
      task = event.task;
      begunAt = milliseconds(at);
    }
    if (isShown(event))
      moments.push({ id, at, task, afterMs: begunAt === null ? null : milliseconds(at) - begunAt, event });
  }
  return moments;
}

const isShown = (event: LabEvent): event is ShownEvent => (SHOWN as readonly string[]).includes(event.kind);

/** Where the participant is: the newest page that they were sent; undefined before the first. */
export const lastPageOf = (moments: readonly Moment[]) =>
  moments.findLast(
    (each): each is Moment & { readonly event: Extract<ShownEvent, { readonly kind: "page" }> } =>
      each.event.kind === "page" && each.event.method === "GET",
  );
