import { milliseconds } from "../../shared/time";
import { toldWithBreaks } from "../breaks";
import type { LabEvent } from "../log";
import type { PageEvent } from "./attempts";
import type { PermittedSession } from "./permitted";

/** Something that happened while a page was looked at, or before there was one. */
export interface Happened {
  readonly id: string;
  /** Milliseconds from when the participant agreed to take part; so is every other. */
  readonly sinceMs: number;
  readonly event: LabEvent;
}

/** A page of a session, from when it was asked for until the next one, with what happened on it. */
export interface PageShown {
  readonly id: string;
  readonly page: PageEvent | null;
  readonly sinceMs: number;
  readonly stayedMs: number;
  readonly happened: readonly Happened[];
}

/** A task of a session, or what was before the first (null) and after the last ("end"). */
export interface ReplayPart {
  readonly task: string | null;
  readonly isEnd: boolean;
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly pages: readonly PageShown[];
}

/** A session as a line of time: its tasks, their pages, and what happened on each. */
export interface Replay {
  readonly lastsMs: number;
  readonly parts: readonly ReplayPart[];
}

/** Of what a participant allows. A page that only sends the browser on is not shown. */
export function replayOf({ record }: PermittedSession): Replay {
  const events = toldWithBreaks(record);
  const start = milliseconds(events[0]?.at ?? "");
  const since = (at: string) => milliseconds(at) - start;
  const end = events.length === 0 ? 0 : since(events.at(-1)?.at ?? "");
  const parts: Going[] = [{ task: null, isEnd: false, sinceMs: 0, pages: [nothing(0)] }];
  for (const { id, at, event } of events) {
    const sinceMs = since(at);
    if (event.kind === "task-begun") {
      parts.push({ task: event.task, isEnd: false, sinceMs, pages: [nothing(sinceMs)] });
      continue;
    }
    // What is answered at the end is of no task.
    const atEnd =
      (event.kind === "answered" && event.task === null) ||
      event.kind === "finished" ||
      event.kind === "stopped";
    if (atEnd && parts.at(-1)?.isEnd === false)
      parts.push({ task: null, isEnd: true, sinceMs, pages: [nothing(sinceMs)] });
    const pages = parts.at(-1)?.pages ?? [];
    if (event.kind === "page") {
      if (event.status < 300 || event.status >= 400) pages.push({ id, page: event, sinceMs, happened: [] });
      continue;
    }
    pages.at(-1)?.happened.push({ id, sinceMs, event });
  }
  return {
    lastsMs: end,
    parts: parts.map(({ pages, ...part }, place) => {
      const untilMs = parts[place + 1]?.sinceMs ?? end;
      const shown = pages.map((page, at) => ({
        ...page,
        stayedMs: (pages[at + 1]?.sinceMs ?? untilMs) - page.sinceMs,
      }));
      return {
        ...part,
        untilMs,
        pages: shown.filter(({ page, happened }) => page !== null || happened.length > 0),
      };
    }),
  };
}

interface Going {
  readonly task: string | null;
  readonly isEnd: boolean;
  readonly sinceMs: number;
  readonly pages: { id: string; page: PageEvent | null; sinceMs: number; happened: Happened[] }[];
}

const nothing = (sinceMs: number) => ({ id: `before ${sinceMs}`, page: null, sinceMs, happened: [] });
