import { type Instant, milliseconds } from "../../shared/time";
import { inTime, type LabEvent } from "../log";
import type { PageEvent } from "./attempts";
import type { PermittedSession } from "./permitted";

type Tagged = Extract<LabEvent, { readonly kind: "tagged" }>;

/** A moment that a facilitator tagged, with where the participant was in it. */
export interface TaggedMoment {
  readonly code: string;
  readonly variant: string;
  /** The id of its event. */
  readonly id: string;
  readonly at: Instant;
  /** Milliseconds from when the participant agreed to take part. */
  readonly sinceMs: number;
  readonly tag: Tagged["tag"];
  readonly severity: Tagged["severity"];
  readonly note: string;
  /** The task that was begun last; null before the first. */
  readonly task: string | null;
  /** The page that was seen last, where it may be known. */
  readonly page: {
    readonly pattern: string;
    readonly title: string;
    readonly snapshot: string | null;
  } | null;
}

/** The tagged moments of a session, in the order of time. */
export function taggedIn({ code, variant, record }: PermittedSession): readonly TaggedMoment[] {
  const events = inTime(record);
  const start = events.find(({ event }) => event.kind === "consented")?.at;
  const moments: TaggedMoment[] = [];
  let task: string | null = null;
  let page: PageEvent | null = null;
  for (const { id, at, event } of events) {
    if (event.kind === "task-begun") {
      task = event.task;
      page = null;
    }
    if (event.kind === "page") page = event;
    if (event.kind !== "tagged") continue;
    moments.push({
      code,
      variant,
      id,
      at,
      sinceMs: start === undefined ? 0 : milliseconds(at) - milliseconds(start),
      tag: event.tag,
      severity: event.severity,
      note: event.note,
      task,
      page: page && { pattern: page.pattern, title: page.title, snapshot: page.snapshot },
    });
  }
  return moments;
}
