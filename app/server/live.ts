import type { Log } from "~/usecases/context";
import type { Database } from "~db/connect";
import { changesAfter, newestChange, organisationsAskedFor } from "~db/queries/changes";

/** What a listener wants to hear of; the caller has checked that it may. Keys of one brand never reach another. */
export type Topic =
  | { readonly kind: "request"; readonly requestId: string }
  | { readonly kind: "organisation"; readonly organisationId: string }
  | { readonly kind: "desk" };

export interface Live {
  /**
   * A response of server-sent events that says only "changed". `since` is the newest event that the listener's page
   * has seen: when there are newer ones, the first word comes at once. `who` is the account or the visitor that asks: one
   * of them has so many streams and no more. Null when too many listen, or it has its share already (answer 503).
   */
  stream(brandId: string, topic: Topic, since: number, until: AbortSignal, who: string): Response | null;
  /** How many listen now. */
  listeners(): number;
  close(): void;
}

export interface LiveSettings {
  readonly everyMs: number;
  readonly heartbeatMs: number;
  readonly most: number;
  /** The most that one account or visitor has open: as many as a browser keeps to one host. */
  readonly mostEach: number;
}

const SETTINGS: LiveSettings = { everyMs: 1_000, heartbeatMs: 25_000, most: 2_000, mostEach: 6 };
/** On PostgreSQL an event with a smaller number can appear after one with a greater: look back this far. */
const LOOK_BACK = 200;

const text = new TextEncoder();
const CHANGED = text.encode("event: changed\ndata: changed\n\n");
const HEARTBEAT = text.encode(": still here\n\n");
const WELCOME = text.encode("retry: 3000\n\n");

/**
 * Watches the events table once for all listeners in this process, and only while somebody listens. Other processes'
 * writes are seen too, because the database is what is watched.
 */
export function createLive(db: Database, log: Log, settings: LiveSettings = SETTINGS): Live {
  const rooms = new Map<string, Set<Listener>>();
  const streamsOf = new Map<string, number>();
  let count = 0;
  let closed = false;
  let watching: ReturnType<typeof watch> | null = null;

  function leave(key: string, listener: Listener) {
    const room = rooms.get(key);
    if (room === undefined || !room.delete(listener)) return;
    count -= 1;
    const left = (streamsOf.get(listener.who) ?? 1) - 1;
    if (left === 0) streamsOf.delete(listener.who);
    else streamsOf.set(listener.who, left);
    if (room.size === 0) rooms.delete(key);
    if (count === 0) {
      watching?.stop();
      watching = null;
    }
  }

  function tell(keys: Iterable<string>, message: Uint8Array) {
    for (const key of keys) for (const listener of rooms.get(key) ?? []) listener.send(message);
  }

  return {
    stream(brandId, topic, since, until, who) {
      if (closed || count >= settings.most || until.aborted) return null;
      const its = streamsOf.get(who) ?? 0;
      if (its >= settings.mostEach) return null;
      const key = keyOf(brandId, topic);
      let listener: Listener | undefined;
      const end = () => {
        if (listener === undefined) return;
        leave(key, listener);
        listener.end();
      };
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          listener = listenerOf(controller, who);
          controller.enqueue(WELCOME);
          rooms.set(key, (rooms.get(key) ?? new Set()).add(listener));
          count += 1;
          streamsOf.set(who, its + 1);
          watching ??= watch(db, log, settings, tell, () => rooms.keys());
          const { send } = listener;
          void watching.newest().then((newest) => newest > since && send(CHANGED));
          until.addEventListener("abort", end, { once: true });
        },
        cancel: end,
      });
      return new Response(body, {
        headers: {
          "Content-Type": "text/event-stream; charset=utf-8",
          // Without no-transform the stream would wait in the compressor's buffer.
          "Cache-Control": "no-store, no-transform",
          "X-Accel-Buffering": "no",
        },
      });
    },
    listeners: () => count,
    close() {
      closed = true;
      const everyone = [...rooms].flatMap(([key, room]) => [...room].map((listener) => ({ key, listener })));
      for (const { key, listener } of everyone) {
        leave(key, listener);
        listener.end();
      }
    },
  };
}

interface Listener {
  readonly who: string;
  send(message: Uint8Array): void;
  end(): void;
}

/** A listener whose browser has gone, or reads nothing, is left alone: the stream's own end takes it away. */
function listenerOf(controller: ReadableStreamDefaultController<Uint8Array>, who: string): Listener {
  let open = true;
  return {
    who,
    send(message) {
      if (open && (controller.desiredSize ?? 0) > -16) controller.enqueue(message);
    },
    end() {
      if (!open) return;
      open = false;
      try {
        controller.close();
      } catch {
        // Already closed by the browser.
      }
    },
  };
}

function keyOf(brandId: string, topic: Topic): string {
  switch (topic.kind) {
    case "request":
      return JSON.stringify([brandId, "request", topic.requestId]);
    case "organisation":
      return JSON.stringify([brandId, "organisation", topic.organisationId]);
    case "desk":
      return JSON.stringify([brandId, "desk"]);
  }
}

/** Asks the database again and again what is new, until stopped. One question at a time, however slow the answer. */
function watch(
  db: Database,
  log: Log,
  settings: LiveSettings,
  tell: (keys: Iterable<string>, message: Uint8Array) => void,
  everyone: () => Iterable<string>,
) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const told = new Set<number>();
  let newest: number | null = null;

  async function look() {
    if (newest === null) {
      const first = await newestChange(db.kysely);
      for (const change of await changesAfter(db.kysely, first - LOOK_BACK, LOOK_BACK)) told.add(change.seq);
      newest = Math.max(first, ...told);
      return;
    }
    const changes = await changesAfter(db.kysely, newest - LOOK_BACK, LOOK_BACK * 10);
    const fresh = changes.filter((change) => !told.has(change.seq));
    for (const change of fresh) told.add(change.seq);
    newest = Math.max(newest, ...changes.map((change) => change.seq));
    for (const seq of told) if (seq < newest - LOOK_BACK) told.delete(seq);
    for (const brandId of new Set(fresh.map((change) => change.brandId))) {
      const ofBrand = fresh.filter((change) => change.brandId === brandId);
      const requestIds = [...new Set(ofBrand.map((change) => change.requestId))];
      const organisationIds = await organisationsAskedFor(db.kysely, brandId, requestIds);
      tell(
        [
          ...requestIds.map((requestId) => keyOf(brandId, { kind: "request", requestId })),
          ...organisationIds.map((organisationId) =>
            keyOf(brandId, { kind: "organisation", organisationId }),
          ),
          keyOf(brandId, { kind: "desk" }),
        ],
        CHANGED,
      );
    }
  }

  const lookAndReport = () =>
    look().catch((error: unknown) => {
      if (!stopped) log.error({ err: error }, "Live tracking could not read what is new");
    });

  function again() {
    if (stopped) return;
    timer = setTimeout(() => void lookAndReport().then(again), settings.everyMs);
    timer.unref();
  }

  const heart = setInterval(() => tell(everyone(), HEARTBEAT), settings.heartbeatMs);
  heart.unref();
  const ready = lookAndReport();
  void ready.then(again);
  return {
    /** The newest event that is known: whatever is newer will be told. */
    newest: () => ready.then(() => newest ?? 0),
    stop() {
      stopped = true;
      clearTimeout(timer);
      clearInterval(heart);
    },
  };
}
