import type { Log } from "~/usecases/context";
import type { DialectName } from "~db/connect";

/** What is watched: things that are only added to, each with a number. */
export interface Source<Change extends { readonly seq: number }> {
  /** How far back one may appear after one with a greater number: `lookBackIn` a database. */
  readonly lookBack: number;
  /** The newest number; 0 when there is nothing. */
  newest(): Promise<number>;
  /** What came after a number, oldest first, at most `limit`. */
  after(seq: number, limit: number): Promise<readonly Change[]>;
  /** Whom these concern. */
  keysOf(fresh: readonly Change[]): Promise<readonly string[]>;
}

export interface Watch {
  /** The newest that is known: whatever is newer will be told. */
  newest(): Promise<number>;
  stop(): void;
}

/**
 * On PostgreSQL a number is given before its transaction ends, so one with a smaller number can appear after one with a
 * greater. On SQLite whoever writes does so alone.
 */
export const lookBackIn = (dialect: DialectName): number => (dialect === "postgres" ? 200 : 0);

/** The most that is read at a time. */
const MOST = 2_000;

/** Asks again and again what is new, until stopped. One question at a time, however slow the answer. */
export function watch<Change extends { readonly seq: number }>(
  source: Source<Change>,
  everyMs: number,
  log: Log,
  tell: (keys: readonly string[]) => void,
): Watch {
  const told = new Set<number>();
  let newest: number | null = null;

  async function look() {
    if (newest === null) {
      const first = await source.newest();
      for (const change of await source.after(first - source.lookBack, MOST)) told.add(change.seq);
      newest = Math.max(first, ...told);
      return;
    }
    const changes = await source.after(newest - source.lookBack, MOST);
    const fresh = changes.filter((change) => !told.has(change.seq));
    for (const change of fresh) told.add(change.seq);
    newest = Math.max(newest, ...changes.map((change) => change.seq));
    for (const seq of told) if (seq <= newest - source.lookBack) told.delete(seq);
    if (fresh.length > 0) tell(await source.keysOf(fresh));
  }

  const looking = repeatedly(look, everyMs, log);
  return {
    newest: () => looking.first.then(() => newest ?? 0),
    stop: looking.stop,
  };
}

/** Looks again and again, one look after the other, until stopped. One that fails is logged, and the next is taken. */
export function repeatedly(
  look: () => Promise<void>,
  everyMs: number,
  log: Log,
): { readonly first: Promise<void>; stop(): void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const lookAndReport = () =>
    look().catch((error: unknown) => {
      if (!stopped) log.error({ err: error }, "Live tracking could not read what is new");
    });

  function again() {
    if (stopped) return;
    timer = setTimeout(() => void lookAndReport().then(again), everyMs);
    timer.unref();
  }

  const first = lookAndReport();
  void first.then(again);
  return {
    first,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
