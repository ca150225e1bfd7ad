import type { Log } from "~/usecases/context";
import type { Database } from "~db/connect";
import { type Change, changesAfter, newestChange, organisationsAskedFor } from "~db/queries/changes";
import { type Breaks, type LabChange, labChangesAfter, newestLabChange } from "~db/queries/lab-record";
import { participantsThere } from "~db/queries/participants";
import { lookBackIn, repeatedly, type Source, type Watch, watch } from "./watch";

/** What a listener wants to hear of; the caller has checked that it may. Keys of one brand never reach another. */
export type Topic =
  | { readonly kind: "request"; readonly requestId: string }
  | { readonly kind: "organisation"; readonly organisationId: string }
  | { readonly kind: "desk" }
  /** A participant's session in the usability lab. */
  | { readonly kind: "session"; readonly participantId: string }
  /** Where that session stands, and nothing else of it: for its participant's own pages. */
  | { readonly kind: "taking-part"; readonly participantId: string };

export interface Live {
  /**
   * A response of server-sent events that says only "changed". `since` is the newest event (of a session: the newest that
   * is recorded) that the listener's page has seen: when there are newer ones, the first word comes at once. `who` is the account or the visitor that asks: one
   * of them has so many streams and no more, each until its body is cancelled. Null when too many listen, or it has its share already (answer 503).
   */
  stream(brandId: string, topic: Topic, since: number, who: string): Response | null;
  /** How many listen now. */
  listeners(): number;
  close(): void;
}

export interface LiveSettings {
  readonly everyMs: number;
  /** The same for a session, which is followed as it happens. */
  readonly sessionsEveryMs: number;
  readonly heartbeatMs: number;
  readonly most: number;
  /** The most that one account or visitor has open: as many as a browser keeps to one host. */
  readonly mostEach: number;
}

const SETTINGS: LiveSettings = {
  everyMs: 1_000,
  sessionsEveryMs: 200,
  heartbeatMs: 25_000,
  most: 2_000,
  mostEach: 6,
};

const text = new TextEncoder();
const CHANGED = text.encode("event: changed\ndata: changed\n\n");
const HEARTBEAT = text.encode(": still here\n\n");
const WELCOME = text.encode("retry: 3000\n\n");

/**
 * Watches the events once for all listeners in this process, and what is recorded of sessions once for all who follow one;
 * each only while somebody does. Other processes' writes are seen too, because the database is what is watched.
 */
export function createLive(db: Database, log: Log, settings: LiveSettings = SETTINGS): Live {
  const rooms = new Map<string, Set<Listener>>();
  const streamsOf = new Map<string, number>();
  let count = 0;
  let closed = false;
  let heart: NodeJS.Timeout | undefined;
  const changed = (keys: readonly string[]) => tell(keys, CHANGED);
  const begin = {
    requests: () => watch(requestsIn(db), settings.everyMs, log, changed),
    sessions: () => {
      const recorded = watch(sessionsIn(db), settings.sessionsEveryMs, log, changed);
      const deleted = repeatedly(tellOfDeleted, settings.everyMs, log);
      const stop = () => {
        recorded.stop();
        deleted.stop();
      };
      return { newest: recorded.newest, stop };
    },
  };
  const watching = new Map<keyof typeof begin, { readonly by: Watch; listeners: number }>();

  function join(what: keyof typeof begin): Watch {
    const there = watching.get(what) ?? { by: begin[what](), listeners: 0 };
    there.listeners += 1;
    watching.set(what, there);
    return there.by;
  }

  function leave(key: string, listener: Listener) {
    const room = rooms.get(key);
    if (room === undefined || !room.delete(listener)) return;
    count -= 1;
    const left = (streamsOf.get(listener.who) ?? 1) - 1;
    if (left === 0) streamsOf.delete(listener.who);
    else streamsOf.set(listener.who, left);
    if (room.size === 0) rooms.delete(key);
    const there = watching.get(listener.watches);
    if (there !== undefined) {
      there.listeners -= 1;
      if (there.listeners === 0) {
        there.by.stop();
        watching.delete(listener.watches);
      }
    }
    if (count === 0) {
      clearInterval(heart);
      heart = undefined;
    }
  }

  /** Nothing is recorded of it that everything of somebody was deleted: who is followed, and is there no more, is looked for. */
  async function tellOfDeleted() {
    const followed = [...rooms].flatMap(([key, [listener]]) => {
      const follows = listener?.follows ?? null;
      return follows === null ? [] : [{ key, ...follows }];
    });
    for (const brandId of new Set(followed.map((each) => each.brandId))) {
      const ofBrand = followed.filter((each) => each.brandId === brandId);
      const ids = new Set(ofBrand.map(({ participantId }) => participantId));
      const there = await participantsThere(db.kysely, brandId, [...ids]);
      changed(ofBrand.filter(({ participantId }) => !there.has(participantId)).map(({ key }) => key));
    }
  }

  function tell(keys: Iterable<string>, message: Uint8Array) {
    for (const key of keys) for (const listener of rooms.get(key) ?? []) listener.send(message);
  }

  return {
    stream(brandId, topic, since, who) {
      if (closed || count >= settings.most) return null;
      const its = streamsOf.get(who) ?? 0;
      if (its >= settings.mostEach) return null;
      const key = keyOf(brandId, topic);
      let listener: Listener | undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const follows = "participantId" in topic ? { brandId, participantId: topic.participantId } : null;
          const watches = follows === null ? "requests" : "sessions";
          listener = listenerOf(controller, { who, watches, follows });
          controller.enqueue(WELCOME);
          rooms.set(key, (rooms.get(key) ?? new Set()).add(listener));
          count += 1;
          streamsOf.set(who, its + 1);
          heart ??= setInterval(() => tell(rooms.keys(), HEARTBEAT), settings.heartbeatMs).unref();
          const { send } = listener;
          void join(watches)
            .newest()
            .then((newest) => newest > since && send(CHANGED));
        },
        cancel() {
          if (listener === undefined) return;
          leave(key, listener);
          listener.end();
        },
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
  readonly watches: "requests" | "sessions";
  /** The participant who is followed. */
  readonly follows: { readonly brandId: string; readonly participantId: string } | null;
  send(message: Uint8Array): void;
  end(): void;
}

/** A listener whose browser has gone, or reads nothing, is left alone: the stream's own end takes it away. */
function listenerOf(
  controller: ReadableStreamDefaultController<Uint8Array>,
  whose: Pick<Listener, "who" | "watches" | "follows">,
): Listener {
  let open = true;
  return {
    ...whose,
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
    case "session":
    case "taking-part":
      return JSON.stringify([brandId, topic.kind, topic.participantId]);
  }
}

/** What happened to requests, and whom it concerns. */
const requestsIn = ({ kysely, dialect }: Database): Source<Change> => ({
  lookBack: lookBackIn(dialect),
  newest: () => newestChange(kysely),
  after: (seq, limit) => changesAfter(kysely, seq, limit),
  async keysOf(fresh) {
    const keys: string[] = [];
    for (const brandId of new Set(fresh.map((change) => change.brandId))) {
      const ofBrand = fresh.filter((change) => change.brandId === brandId);
      const requestIds = [...new Set(ofBrand.map((change) => change.requestId))];
      const organisationIds = await organisationsAskedFor(kysely, brandId, requestIds);
      keys.push(
        ...requestIds.map((requestId) => keyOf(brandId, { kind: "request", requestId })),
        ...organisationIds.map((organisationId) => keyOf(brandId, { kind: "organisation", organisationId })),
        keyOf(brandId, { kind: "desk" }),
      );
    }
    return keys;
  },
});

/** What is recorded of sessions. */
function sessionsIn({ kysely, dialect }: Database): Source<LabChange> {
  const breaks: Breaks = new Map();
  return {
    lookBack: lookBackIn(dialect),
    newest: () => newestLabChange(kysely),
    after: (seq, limit) => labChangesAfter(kysely, seq, limit, breaks),
    async keysOf(fresh) {
      const keys = fresh.flatMap(({ brandId, participantId, moves }) => [
        keyOf(brandId, { kind: "session", participantId }),
        ...(moves ? [keyOf(brandId, { kind: "taking-part", participantId })] : []),
      ]);
      return [...new Set(keys)];
    },
  };
}
