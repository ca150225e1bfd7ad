/** What waits in this browser until the server has it. */
export interface Waiting<What> {
  /** Its own: however often it is told, it is one. */
  readonly id: string;
  /** By this browser's clock, in milliseconds. */
  readonly at: number;
  /** Among those of one moment in a page: the order in which they happened. */
  readonly place: number;
  readonly what: What;
}

export interface Queue<What> {
  put(what: What, at?: number): void;
  /** The page is about to go: everything is sent once more, as far as a browser takes it, without waiting for an answer. */
  leave(): void;
  /** Nobody is to be told any more: nothing stays behind in this browser. */
  forget(): void;
}

interface Settings<What> {
  /** What its entries are called in the browser's storage. */
  readonly name: string;
  /** What the entries of all alike queues begin with: those of another person in this browser are thrown away. */
  readonly others: string;
  readonly soonMs: number;
  readonly send: (waiting: readonly Waiting<What>[]) => {
    readonly address: string;
    readonly fields: Readonly<Record<string, string>>;
  };
  /** At most so many in one sending. */
  readonly most?: number;
  /** What fails is left for another page, or for when there is a connection again. */
  readonly once?: boolean;
  /** Told how many wait, and what the server last answered; 0 when it could not be reached. */
  readonly on?: (waiting: number, status: number) => void;
}

const LONGEST_PAUSE_MS = 5_000;
/** After a sending that failed, however soon the first one is. */
const SHORTEST_PAUSE_MS = 250;
/** What a browser still sends for a page that is gone is 64 KB in all. */
const LONGEST_BODY = 30_000;

/**
 * Keeps each entry under a name of its own, so that two tabs never write over each other. Nothing is taken away before the
 * server has said that it has it; without an answer, or with one that asks for patience, it is sent again.
 */
export function createQueue<What>({
  name,
  others,
  soonMs,
  send,
  most = 50,
  once = false,
  on,
}: Settings<What>): Queue<What> {
  const store = createStore();
  for (const key of store.keys()) if (key.startsWith(others) && !key.startsWith(name)) store.remove(key);
  let timer: number | undefined;
  let pauseMs = soonMs;
  let sending = false;
  let over = false;
  let places = 0;

  const waiting = (): Waiting<What>[] =>
    store
      .keys()
      .filter((key) => key.startsWith(name))
      .flatMap((key) => asWaiting<What>(store.get(key)))
      .sort((one, other) => one.at - other.at || one.place - other.place);

  const remove = (sent: readonly Waiting<What>[]) => {
    for (const { id } of sent) store.remove(name + id);
  };

  function forget() {
    over = true;
    remove(waiting());
  }

  function next(from: readonly Waiting<What>[]): {
    readonly sent: readonly Waiting<What>[];
    readonly address: string;
    readonly body: URLSearchParams;
  } {
    let sent = from.slice(0, most);
    for (;;) {
      const { address, fields } = send(sent);
      const body = new URLSearchParams(fields);
      if (sent.length <= 1 || body.toString().length <= LONGEST_BODY) return { sent, address, body };
      sent = sent.slice(0, Math.ceil(sent.length / 2));
    }
  }

  function soon(ms: number) {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      timer = undefined;
      void flush();
    }, ms);
  }

  async function flush(): Promise<void> {
    if (sending || over) return;
    const { sent, address, body } = next(waiting());
    if (sent.length === 0) return;
    sending = true;
    const answer = await fetch(address, { method: "POST", body, keepalive: true, redirect: "error" }).catch(
      () => null,
    );
    sending = false;
    const status = answer?.status ?? 0;
    const isTaken = status > 0 && status < 300;
    if (status === 403 || status === 410) forget();
    else if (isTaken || status === 400 || status === 413) remove(sent);
    const left = waiting().length;
    on?.(left, status);
    pauseMs = isTaken ? soonMs : Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, pauseMs * 2));
    if (left > 0 && !over && (isTaken || !once)) soon(pauseMs);
  }

  window.addEventListener("online", () => {
    pauseMs = soonMs;
    soon(0);
  });
  if (waiting().length > 0) soon(0);

  return {
    put(what, at = Date.now()) {
      if (over) return;
      const id = newId();
      places += 1;
      store.set(name + id, JSON.stringify({ id, at, place: places, what }));
      on?.(waiting().length, 200);
      if (!sending && timer === undefined) soon(soonMs);
    },
    leave() {
      if (over) return;
      let left: readonly Waiting<What>[] = waiting();
      while (left.length > 0) {
        const { sent, address, body } = next(left);
        if (!navigator.sendBeacon(address, body)) return;
        left = left.slice(sent.length);
      }
    },
    forget,
  };
}

/** 128 bits, in hex. Where there is no https a browser has no `randomUUID`. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

function asWaiting<What>(text: string | null): Waiting<What>[] {
  try {
    const { id, at, place, what } = JSON.parse(text ?? "") as Waiting<What>;
    return [{ id, at, place, what }];
  } catch {
    return [];
  }
}

/** The browser's storage; in one that keeps nothing for us, this page's own memory. */
function createStore() {
  const memory = new Map<string, string>();
  const there = (() => {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  })();
  return {
    keys: () => [...(there ? Object.keys(there) : []), ...memory.keys()],
    get: (key: string) => there?.getItem(key) ?? memory.get(key) ?? null,
    set(key: string, value: string) {
      try {
        if (there === null) memory.set(key, value);
        else there.setItem(key, value);
      } catch {
        // It is full.
        memory.set(key, value);
      }
    },
    remove(key: string) {
      memory.delete(key);
      there?.removeItem(key);
    },
  };
}
