import { type ChildProcess, fork } from "node:child_process";
import { once, setMaxListeners } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { begunBeside } from "~/server/beside";

/** Each participant reads a page for so long, and does something on it every so often. */
export const READS_SECONDS = 20;
export const DOES_SECONDS = 8;
const IN_WORLD = ["/services", "/services/physiotherapy", "/services/hearing-test"];

/** A session that is open: whose it is, by which cookie, at which address its world is, and the cookie of whoever watches it. */
const OpenSession = z.object({
  id: z.string(),
  cookie: z.string(),
  world: z.string(),
  watcher: z.string(),
});
export type OpenSession = z.infer<typeof OpenSession>;

const Told = z.discriminatedUnion("tell", [
  /** Participants read and click from now on. */
  z.object({ tell: z.literal("take-part"), url: z.url(), sessions: z.array(OpenSession) }),
  /** Their consoles are opened: all at one moment, or one by one. */
  z.object({
    tell: z.literal("watch"),
    url: z.url(),
    sessions: z.array(OpenSession),
    atOneMoment: z.boolean(),
  }),
  /** All of them leave. */
  z.object({ tell: z.literal("leave") }),
]);
type Told = z.infer<typeof Told>;
/** Since they came: pages and clicks of participants, and pages of consoles. */
const Done = z.object({ pagesAndClicks: z.number(), consolesDrawn: z.number() });
type Done = z.infer<typeof Done>;
const Answered = z.union([Done, z.object({ failed: z.string() })]);

/**
 * Participants and facilitators, who have machines of their own in life. Here they are a process that has a processor only while
 * nobody else wants one, with all of its threads: those that compile and collect its garbage took time from the server else.
 */
export class LabVisitors {
  readonly #visiting: ChildProcess = fork(join(import.meta.dirname, "lab-visitors.js"), begunBeside([]));
  readonly #gone = once(this.#visiting, "exit").then(() => {
    throw new Error("Whoever plays participants and facilitators stopped");
  });

  /** The process in which they are. */
  readonly pid = this.#visiting.pid;

  constructor(
    private readonly url: string,
    private readonly sessions: readonly OpenSession[],
  ) {
    this.#gone.catch(() => {});
  }

  takePart = () => this.#told({ tell: "take-part", url: this.url, sessions: [...this.sessions] });

  /** Comes back once all consoles are open. */
  watch = (how: { readonly atOneMoment: boolean }) =>
    this.#told({ tell: "watch", url: this.url, sessions: [...this.sessions], ...how });

  /** What they did since they came. Throws when anything was not answered well. */
  leave = () => this.#told({ tell: "leave" });

  close(): void {
    this.#visiting.kill();
  }

  async #told(what: Told): Promise<Done> {
    const answered = once(this.#visiting, "message");
    // One that cannot be told is gone, which is heard of by itself.
    this.#visiting.send(what, () => {});
    const [answer] = await Promise.race([answered, this.#gone]);
    const parsed = Answered.parse(answer);
    if ("failed" in parsed) throw new Error(parsed.failed);
    return parsed;
  }
}

function visitWhenTold(): void {
  let visit = newVisit();
  const doing = async (told: Told): Promise<Done> => {
    const { going, left, done } = visit;
    const go = (one: Promise<void>) => {
      // What fails meanwhile is told when they leave.
      one.catch(() => {});
      going.push(one);
    };
    if (told.tell === "take-part") {
      for (const [place, session] of told.sessions.entries())
        go(goOn(told.url, session, place / told.sessions.length, visit));
    } else if (told.tell === "watch") {
      const open = async (session: OpenSession) => {
        go((await follow(told.url, session, visit)).over);
      };
      if (told.atOneMoment) await Promise.all(told.sessions.map(open));
      else for (const session of told.sessions) await open(session);
    } else {
      left.abort();
      visit = newVisit();
      await Promise.all(going);
    }
    return done;
  };
  process.on("message", (message) => {
    doing(Told.parse(message)).then(
      (done) => process.send?.(done),
      (error: unknown) => process.send?.({ failed: String(error) }),
    );
  });
  // A bench that is gone wants nobody to visit.
  process.on("disconnect", () => process.exit());
}

/** From when they come until they leave. */
interface Visit {
  readonly left: AbortController;
  readonly going: Promise<void>[];
  readonly done: Done;
}

function newVisit(): Visit {
  const left = new AbortController();
  setMaxListeners(0, left.signal);
  return { left, going: [], done: { pagesAndClicks: 0, consolesDrawn: 0 } };
}

/** A participant reads and clicks until it is over, at moments of their own. */
async function goOn(
  url: string,
  { id: who, cookie, world }: OpenSession,
  share: number,
  { left: { signal: over }, done }: Visit,
): Promise<void> {
  let read = 0;
  const page = async () => {
    await expectOk(await fetch(`${url}${world}${IN_WORLD[read % IN_WORLD.length]}`, { headers: { cookie } }));
    read += 1;
    done.pagesAndClicks += 1;
  };
  const click = async () => {
    const ids = crypto.getRandomValues(new Uint8Array(16));
    const told = [
      { id: Buffer.from(ids).toString("hex"), ago: 100, event: { kind: "click", on: "link Physiotherapy" } },
    ];
    await expectOk(
      await fetch(`${url}/lab/take/record`, {
        method: "POST",
        headers: { cookie, origin: url, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ who, told: JSON.stringify(told) }),
      }),
    );
    done.pagesAndClicks += 1;
  };
  await Promise.all([
    everySoOften(page, READS_SECONDS, share, over),
    everySoOften(click, DOES_SECONDS, share, over),
  ]);
}

async function expectOk(answer: Response): Promise<void> {
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
}

/** Does something at a steady pace, everybody at a moment of their own. */
async function everySoOften(work: () => Promise<void>, seconds: number, share: number, over: AbortSignal) {
  await pause(seconds * share, over);
  while (!over.aborted) {
    await work();
    await pause(seconds, over);
  }
}

const pause = (seconds: number, over: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (over.aborted) return done();
    const timer = setTimeout(done, seconds * 1_000);
    over.addEventListener("abort", () => {
      clearTimeout(timer);
      done();
    });
  });

/** A console: a stream, and its page again when it says that something has changed, as public/modules/live does it. Comes back once it is open. */
async function follow(
  url: string,
  { id, watcher: cookie }: OpenSession,
  { left: { signal: over }, done }: Visit,
): Promise<{ readonly over: Promise<void> }> {
  const address = `${url}/lab/sessions/${id}`;
  const draw = async () => {
    await expectOk(await fetch(address, { headers: { cookie } }));
    done.consolesDrawn += 1;
  };
  await draw();
  const since = String(Number.MAX_SAFE_INTEGER);
  const stream = await fetch(`${url}/events?session=${id}&since=${since}`, {
    headers: { cookie },
    signal: over,
  });
  if (!stream.ok || stream.body === null) throw new Error(`A console's stream answered ${stream.status}`);
  const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
  const listen = async () => {
    try {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read())
        if (chunk.value.includes("changed")) await draw();
    } catch (error) {
      if (!over.aborted) throw error;
    }
  };
  return { over: listen() };
}

if (process.send !== undefined && process.argv[1]?.endsWith("lab-visitors.js")) visitWhenTold();
