import { type Instant, milliseconds } from "../shared/time";
import { pagesThatGoOn } from "./breaks";
import { addressOf, type LabEvent, type Recorded, SEQ, SUS_ITEMS, susId, type TaskEnd } from "./log";
import type { Permission, Study, Task } from "./study";

/** How one task went, or goes. */
export interface TaskRun {
  readonly task: string;
  readonly begunAt: Instant | null;
  readonly overAt: Instant | null;
  readonly how: TaskEnd | null;
  /** The system saw what makes it a success; and saw it before the time of the task was up. */
  readonly reached: boolean;
  readonly reachedInTime: boolean;
  /** What a facilitator judged; null while nobody has. */
  readonly judged: boolean | null;
  /**
   * Milliseconds that it was worked at, since it was begun or begun again in another world, pauses left out, of what is over or
   * until the moment that was asked for.
   */
  readonly workedMs: number;
  readonly answers: ReadonlyMap<string, Answer>;
  /** A facilitator went on without the questions that were not answered yet. */
  readonly questionsLeft: boolean;
}

export interface Answer {
  /** Of a text that was left empty "". */
  readonly value: number | string;
  readonly truth: string | null;
  /** Something was written, and may not be told. */
  readonly withheld?: true;
}

/**
 * Where a session stands: nothing was agreed to yet; a task is shown and waits to be begun; it is worked at; its questions
 * are asked; those of the end are; or it is over.
 */
export type Standing =
  | { readonly at: "consent" }
  | { readonly at: "task-shown" | "task" | "after-task"; readonly task: string }
  | { readonly at: "end" }
  | { readonly at: "over"; readonly how: "finished" | "stopped" };

export interface Session {
  readonly standing: Standing;
  readonly permissions: ReadonlySet<Permission>;
  readonly paused: boolean;
  /** When they, or a facilitator for them, said that a break was over; null once another page was seen. */
  readonly wentOnAt: Instant | null;
  /** The address of the page that they were sent last; "" before the first. */
  readonly page: string;
  readonly tasks: readonly TaskRun[];
  /** The answers of the end. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** A session is an hour: who has done nothing for a day has left theirs. Their world goes, and their link still leads back. */
export const LEFT_MS = 24 * 3_600_000;

/** Whether somebody who takes part has left, by the last that is recorded of them. */
export const hasLeft = (lastAt: Instant, now: Instant): boolean =>
  milliseconds(now) - milliseconds(lastAt) >= LEFT_MS;

/** The ids of what is asked after a task, in order. */
export const questionsAfter = (study: Study, task: Task): readonly string[] => [
  ...(study.seq ? [SEQ] : []),
  ...task.questions,
];

/** The ids of what is asked at the end, in order. */
export const questionsAtEnd = (study: Study): readonly string[] => [
  ...(study.sus ? Array.from({ length: SUS_ITEMS }, (_, item) => susId(item + 1)) : []),
  ...study.atEnd,
];

interface Going {
  begunAt: Instant | null;
  overAt: Instant | null;
  how: TaskEnd | null;
  reached: boolean;
  reachedInTime: boolean;
  judged: boolean | null;
  workedMs: number;
  /** Since when it is worked at; null while it is not. */
  since: number | null;
  answers: Map<string, Answer>;
  questionsLeft: boolean;
}

/**
 * A session as it stands, from its record alone, in the record's order. The same record is the same session, whenever and
 * wherever it is read. What does not fit (a task that is over ends again) changes nothing.
 */
export function sessionOf(study: Study, record: readonly Recorded[], now: Instant): Session {
  const runs = new Map<string, Going>(study.tasks.map(({ id }) => [id, fresh()]));
  const answers = new Map<string, Answer>();
  let permissions: ReadonlySet<Permission> = new Set();
  let consented = false;
  let paused = false;
  let wentOnAt: Instant | null = null;
  /** The address of the page that they were sent last. */
  let page = "";
  let over: "finished" | "stopped" | null = null;
  let questionsLeft = false;
  const goingOn = pagesThatGoOn(record);

  const stopClocks = (at: number) => {
    for (const run of runs.values()) {
      if (run.since !== null) run.workedMs += Math.max(0, at - run.since);
      run.since = null;
    }
  };
  const goOn = (at: number) => {
    for (const run of runs.values()) if (run.begunAt !== null && run.overAt === null) run.since ??= at;
  };

  for (const { seq, at, event } of record) {
    const moment = milliseconds(at);
    const run = "task" in event && event.task !== null ? runs.get(event.task) : undefined;
    switch (event.kind) {
      case "consented":
        consented = true;
        permissions = new Set(event.permissions);
        break;
      case "task-begun":
        if (run === undefined || run.begunAt !== null) break;
        run.begunAt = at;
        run.since = paused ? null : moment;
        break;
      case "reached":
        // It may be written down a moment after the task was over, and counts by when it happened.
        if (!run?.begunAt || (run.overAt !== null && moment > milliseconds(run.overAt))) break;
        run.reached = true;
        run.reachedInTime ||= workedBy(run, moment) <= limitMs(study, event.task);
        break;
      case "task-over":
        if (run === undefined || run.overAt !== null) break;
        if (run.since !== null) run.workedMs += Math.max(0, moment - run.since);
        run.since = null;
        run.overAt = at;
        run.how = event.how;
        break;
      case "judged":
        if (run !== undefined) run.judged = event.success;
        break;
      case "paused":
        paused = true;
        wentOnAt = null;
        stopClocks(moment);
        break;
      case "page":
        if (addressOf(event) !== page) wentOnAt = null;
        page = addressOf(event);
        if (!goingOn.has(seq)) break;
        paused = false;
        goOn(moment);
        break;
      case "resumed":
        paused = false;
        wentOnAt = at;
        goOn(moment);
        break;
      case "world-reset":
        // What was done in the world before is of that world.
        if (run === undefined || run.begunAt === null || run.overAt !== null) break;
        Object.assign(run, { reached: false, reachedInTime: false, judged: null, workedMs: 0 });
        run.since = paused ? null : moment;
        break;
      case "answered":
        (run?.answers ?? (event.task === null ? answers : undefined))?.set(event.question, {
          value: event.value,
          truth: event.truth,
          ...(event.withheld && { withheld: true }),
        });
        break;
      case "questions-left":
        if (event.task === null) questionsLeft = true;
        else if (run !== undefined) run.questionsLeft = true;
        break;
      case "stopped":
      case "finished":
        over ??= event.kind;
        stopClocks(moment);
        break;
      default:
        break;
    }
  }
  const until = milliseconds(now);
  const tasks = [...runs].map(([task, { since, ...run }]) => ({
    ...run,
    task,
    workedMs: run.workedMs + (since === null ? 0 : Math.max(0, until - since)),
  }));
  return {
    standing: standingOf(study, { consented, over, tasks, answers, questionsLeft }),
    permissions,
    paused,
    wentOnAt,
    page,
    tasks,
    answers,
  };
}

const fresh = (): Going => ({
  begunAt: null,
  overAt: null,
  how: null,
  reached: false,
  reachedInTime: false,
  judged: null,
  workedMs: 0,
  since: null,
  answers: new Map(),
  questionsLeft: false,
});

function standingOf(
  study: Study,
  {
    consented,
    over,
    tasks,
    answers,
    questionsLeft,
  }: {
    readonly consented: boolean;
    readonly over: "finished" | "stopped" | null;
    readonly tasks: readonly TaskRun[];
    readonly answers: ReadonlyMap<string, Answer>;
    readonly questionsLeft: boolean;
  },
): Standing {
  if (over !== null) return { at: "over", how: over };
  if (!consented) return { at: "consent" };
  for (const [place, run] of tasks.entries()) {
    const task = study.tasks[place];
    if (task === undefined) continue;
    if (run.overAt === null) return { at: run.begunAt === null ? "task-shown" : "task", task: run.task };
    if (!run.questionsLeft && questionsAfter(study, task).some((id) => !run.answers.has(id)))
      return { at: "after-task", task: run.task };
  }
  return !questionsLeft && questionsAtEnd(study).some((id) => !answers.has(id))
    ? { at: "end" }
    : { at: "over", how: "finished" };
}

/** How long a task was worked at by a moment, of which it may be told once the task is over. */
const workedBy = ({ since, overAt, workedMs }: Going, moment: number): number =>
  since !== null
    ? workedMs + Math.max(0, moment - since)
    : workedMs - (overAt === null ? 0 : Math.max(0, milliseconds(overAt) - moment));

/** How long a task may be worked at, in milliseconds; one without a limit as long as they like. */
export const limitMs = ({ tasks }: Study, taskId: string): number =>
  (tasks.find(({ id }) => id === taskId)?.limitSeconds ?? Number.POSITIVE_INFINITY) * 1_000;

/**
 * Whether a task was a success: as a facilitator judged, or else as the system saw while there was time. Who would rather stop
 * did not succeed; whom a facilitator leads on once they have got there did.
 */
export const succeeded = ({ judged, reachedInTime, how }: TaskRun): boolean =>
  judged ?? (reachedInTime && how !== "gave-up");

/** What a record has of one kind. */
export const ofKind = <Kind extends LabEvent["kind"]>(
  record: readonly Recorded[],
  kind: Kind,
): readonly (Recorded & { readonly event: Extract<LabEvent, { kind: Kind }> })[] =>
  record.filter(
    (each): each is Recorded & { readonly event: Extract<LabEvent, { kind: Kind }> } =>
      each.event.kind === kind,
  );
