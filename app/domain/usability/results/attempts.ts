import type { Instant } from "../../shared/time";
import { addressOf, inTime, type LabEvent, type TaskEnd } from "../log";
import { type Answer, hasLeft, type Session, sessionOf, succeeded, type TaskRun } from "../session";
import { lostness } from "../statistics/lostness";
import type { Study, Task } from "../study";
import type { Entry, PermittedSession } from "./permitted";
import { pagesNeeded } from "./shortest-way";

export type PageEvent = Extract<LabEvent, { readonly kind: "page" }>;

/** What came of a task: it was done, or not; or nobody has judged it yet. */
export type Outcome = "success" | "failure" | "not-judged";

/** One participant's going at one task, from its beginning to its end. */
export interface Attempt {
  readonly code: string;
  readonly variant: string;
  readonly task: string;
  readonly outcome: Outcome;
  readonly how: TaskEnd;
  /** Seconds that it was worked at, pauses left out. */
  readonly seconds: number;
  readonly answers: ReadonlyMap<string, Answer>;
  /** What the participant did not allow to be followed is null. */
  readonly way: Way | null;
}

/** The pages of an attempt. */
export interface Way {
  /** As they were seen, one after the other. An answer that only sends the browser elsewhere is no page. */
  readonly pages: readonly PageEvent[];
  /** Fields that pages said something was wrong with, each time that they did. */
  readonly errors: readonly { readonly pattern: string; readonly field: string }[];
  /** How many different pages were among them. */
  readonly different: number;
  readonly lostness: number | null;
  /** The pattern of the page after the one where they began. */
  readonly firstPage: string | null;
  /** What was clicked on first, where scripts were on. */
  readonly firstClick: string | null;
}

/** A participant's session as results see it. */
export interface TakenSession {
  readonly session: Session;
  readonly attempts: readonly Attempt[];
  /** The tasks that were begun and have no end: the session was stopped, or goes on. */
  readonly unfinished: readonly string[];
}

/** What became of each task of a session. Reckoned at the last thing that is recorded, so that it is the same whenever it is read. */
export function takenSession(
  study: Study,
  { code, variant, record, permissions }: PermittedSession,
): TakenSession {
  const last = record.at(-1)?.at ?? "";
  const session = sessionOf(study, record, last);
  const attempts: Attempt[] = [];
  const unfinished: string[] = [];
  for (const [place, run] of session.tasks.entries()) {
    const task = study.tasks[place];
    if (task === undefined || run.begunAt === null) continue;
    if (run.overAt === null || run.how === null) {
      unfinished.push(run.task);
      continue;
    }
    attempts.push({
      code,
      variant,
      task: run.task,
      outcome: outcomeOf(task, run),
      how: run.how,
      seconds: run.workedMs / 1_000,
      answers: run.answers,
      way: permissions.has("follow-pages") ? wayOf(task, within(record, run.task)) : null,
    });
  }
  return { session, attempts, unfinished };
}

/** How a session ended; or that it goes on, or that its participant left in the middle and may come back. */
export type How = "finished" | "stopped" | "left" | "going-on";

/** How a session stands at a moment of real time. */
export const howItStands = (
  { standing }: Session,
  { lastAt }: Pick<PermittedSession, "lastAt">,
  now: Instant,
): How =>
  standing.at === "over" ? standing.how : lastAt !== null && hasLeft(lastAt, now) ? "left" : "going-on";

/** Who said that they were done with what only a facilitator can judge has no outcome until one does. */
function outcomeOf(task: Task, run: TaskRun): Outcome {
  const open = task.success.by === "judgement" && run.judged === null && run.how !== "gave-up";
  return open ? "not-judged" : succeeded(run) ? "success" : "failure";
}

/** What happened while a task was worked at: a browser that was cut off tells of it later, and it stands in its place. */
function within(record: readonly Entry[], task: string): readonly LabEvent[] {
  const events = inTime(record).map(({ event }) => event);
  const begun = events.findIndex((event) => event.kind === "task-begun" && event.task === task);
  const over = events.findIndex((event) => event.kind === "task-over" && event.task === task);
  return events.slice(begun + 1, over);
}

/** A world that was thrown away for another begins the way again: what was seen before is of that one. */
function wayOf(task: Task, events: readonly LabEvent[]): Way {
  const from = events.findLastIndex(({ kind }) => kind === "world-reset") + 1;
  const since = events.slice(from);
  const pages = pagesOf(since);
  const different = new Set(pages.map(addressOf)).size;
  const click = since.find((event) => event.kind === "click");
  return {
    pages,
    errors: pages.flatMap(({ pattern, errors }) => errors.map((field) => ({ pattern, field }))),
    different,
    lostness: lostness({ seen: pages.length, different, needed: pagesNeeded(task.optimalPath) }),
    firstPage: pages[1]?.pattern ?? null,
    firstClick: click?.kind === "click" ? click.on : null,
  };
}

/**
 * The pages that were seen. A break ends and begins on the page where somebody was, which they do not see again by it; a form
 * of that page that they send is another thing.
 */
function pagesOf(events: readonly LabEvent[]): readonly PageEvent[] {
  const pages: PageEvent[] = [];
  let isBreak = false;
  for (const event of events) {
    if (event.kind === "paused" || event.kind === "resumed") isBreak = true;
    if (event.kind !== "page" || !isSeen(event)) continue;
    const last = pages.at(-1);
    const isSame = last !== undefined && event.method === "GET" && addressOf(last) === addressOf(event);
    if (!isBreak || !isSame) pages.push(event);
    isBreak = false;
  }
  return pages;
}

const isSeen = ({ status }: PageEvent): boolean => status < 300 || status >= 400;
