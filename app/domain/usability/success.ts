import { type Instant, milliseconds } from "../shared/time";
import type { Recorded } from "./log";
import type { EventTypeOfARequest } from "./reached";
import type { Study, TaskSuccess } from "./study";

/** What a participant did to a request in their world, and when: real time. */
export interface DoneInWorld {
  readonly at: Instant;
  readonly type: EventTypeOfARequest;
  readonly service: string;
}

/** A page that a participant was sent in their world. */
export interface PageInWorld {
  readonly at: Instant;
  readonly method: "GET" | "POST";
  readonly pattern: string;
  readonly values: Readonly<Record<string, string>>;
  readonly status: number;
}

/** A task that was begun in a world, since it was begun there or begun anew, until it was over. */
export interface Attempt {
  readonly task: string;
  readonly world: string;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly success: TaskSuccess;
}

/** That a task's success was seen, as it is to be recorded: by this id, at most once in each of its worlds. */
export interface Reached {
  readonly id: string;
  readonly at: Instant;
  readonly event: { readonly kind: "reached"; readonly task: string };
}

/** The newest attempt at each task whose success the system sees by itself and has not seen yet. */
export function attemptsOf(study: Study, record: readonly Recorded[]): readonly Attempt[] {
  const attempts = new Map<string, Attempt & { readonly reached: boolean }>();
  for (const { at, event } of record) {
    if (!("task" in event) || event.task === null) continue;
    const { task } = event;
    const before = attempts.get(task);
    const success = study.tasks.find(({ id }) => id === task)?.success;
    switch (event.kind) {
      case "task-begun":
        if (before === undefined && success !== undefined)
          attempts.set(task, { task, world: event.world, since: at, until: null, success, reached: false });
        break;
      case "world-reset":
        if (before?.until === null)
          attempts.set(task, { ...before, world: event.world, since: at, reached: false });
        break;
      case "reached":
        if (before) attempts.set(task, { ...before, reached: true });
        break;
      case "task-over":
        if (before) attempts.set(task, { ...before, until: before.until ?? at });
        break;
      default:
        break;
    }
  }
  return [...attempts.values()]
    .filter(({ reached, success }) => !reached && success.by !== "judgement")
    .map(({ reached: _, ...attempt }) => attempt);
}

/**
 * What is to be recorded of an attempt, given what its participant did and saw in its world; undefined when that was no
 * success. It counts from the moment that it happened, so what is found a moment after the task was over is not lost.
 */
export function reachedBy(
  { task, world, since, until, success }: Attempt,
  { did, saw }: { readonly did: readonly DoneInWorld[]; readonly saw: readonly PageInWorld[] },
): Reached | undefined {
  const found = [
    ...did.filter((each) => isDone(success, each)),
    ...saw.filter((each) => isSeen(success, each)),
  ]
    .map(({ at }) => at)
    .filter((at) => isWithin(at, since, until))
    .sort();
  const [at] = found;
  return at === undefined
    ? undefined
    : { id: `reached ${task} ${world}`, at, event: { kind: "reached", task } };
}

const isWithin = (at: Instant, since: Instant, until: Instant | null): boolean =>
  milliseconds(at) >= milliseconds(since) && (until === null || milliseconds(at) <= milliseconds(until));

/** Who takes a time at another place has taken a time: the world tells of it as of their move there alone. */
const isDone = (success: TaskSuccess, { type, service }: DoneInWorld): boolean =>
  success.by === "event" &&
  (success.event === type || (success.event === "appointment-booked" && type === "fulfilment-moved")) &&
  (success.service === null || success.service === service);

const isSeen = (success: TaskSuccess, { method, pattern, values, status }: PageInWorld): boolean =>
  success.by === "address" &&
  method === "GET" &&
  status === 200 &&
  pattern === success.pattern &&
  Object.entries(success.values).every(([name, value]) => values[name] === value);
