import { setMaxListeners } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { tendLabWorlds } from "~/usecases/lab/worlds";
import { wantWorldNow } from "~/usecases/lab/worlds-ahead";
import { createOnedoor } from "~/usecases/onedoor";
import { openDatabase } from "~db/connect";
import { addMembership } from "~db/queries/accounts";
import { readLabRecord } from "~db/queries/lab-record";
import { asked, openedStudy } from "~tests/support/lab";
import { Visitor } from "~tests/support/visitor";
import { serveDemo } from "./bare-remix";
import { type Bench, type Measure, ofTheMachine, p99Beside } from "./measure";
import type { Served } from "./served";
import { A_SECOND, over, SteadyPages } from "./steady-pages";

const BRAND = "larkmouth";
const BEHIND = 10;
const SESSIONS = 100;
const SECONDS = 25;
const SECONDS_WITHOUT = 20;
/** A p99 of a thousand pages is its tenth slowest, and differs by a fifth of itself from run to run: three thousand a side are asked for. */
const TURNS = ["withLab", "withLab", "rush", "withLab", "withLab", "rush", "withLab", "withLab"] as const;
/** The clock's first passes after a start fill the diaries of a hundred worlds, which is not what is asked: it comes once a day. */
const SETTLED_SECONDS = 25;
/** Each participant reads a page for so long, and does something on it every so often. */
const READS_SECONDS = 20;
const DOES_SECONDS = 8;
const IN_WORLD = ["/services", "/services/physiotherapy", "/services/hearing-test"];
const PATIENT = "arthur-penrose";
/** One account has so many streams open, and no more. */
const STREAMS_EACH = 5;

/** A hundred sessions open, each in a world of its own and with a console that follows it, while patients ask for pages. */
export const labBench: Bench = {
  name: "lab",
  about: `${SESSIONS} sessions open at once, each with a page every ${READS_SECONDS} s, a click every ${DOES_SECONDS} s and a console that follows it: what it does to the p99 of ${A_SECOND} patients' pages a second, and what when all consoles are opened at one moment`,
  async *run() {
    const folder = mkdtempSync(join(tmpdir(), "onedoor-bench-"));
    const databaseUrl = `sqlite:${join(folder, "onedoor.db")}`;
    let demo: Served | undefined;
    try {
      await (await serveDemo(databaseUrl)).stop();
      const links = await prepare(databaseUrl);
      demo = await serveDemo(databaseUrl);
      yield* measured(databaseUrl, demo, links);
    } finally {
      await demo?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Link {
  readonly id: string;
  readonly link: string;
}

/** Asks everybody and makes their worlds, as the clock does beforehand. */
async function prepare(databaseUrl: string): Promise<readonly Link[]> {
  const db = await openDatabase(databaseUrl);
  try {
    const onedoor = createOnedoor(db, { info: () => {}, warn: () => {}, error: () => {} });
    const study = await openedStudy(onedoor, { id: "bench" });
    const links: Link[] = [];
    for (let place = 0; place < SESSIONS; place += 1) {
      const link = await asked(onedoor, study, place);
      await wantWorldNow(onedoor, { townId: BRAND, participantId: link.id });
      links.push(link);
    }
    while ((await tendLabWorlds(onedoor)) > 0);
    return links;
  } finally {
    await db.close();
  }
}

async function* measured(
  databaseUrl: string,
  { url }: Served,
  links: readonly Link[],
): AsyncIterable<Measure> {
  const port = Number(new URL(url).port);
  const patient = new Visitor({ port });
  await patient.signIn("patient", PATIENT);
  const patients = new SteadyPages(url, patient.cookies());
  // Participants and facilitators have machines of their own: who plays them takes nothing from the server, nor from who measures.
  setPriority(BEHIND);
  try {
    yield* withLab(databaseUrl, url, links, patients);
  } finally {
    patients.close();
  }
}

async function* withLab(
  databaseUrl: string,
  url: string,
  links: readonly Link[],
  patients: SteadyPages,
): AsyncIterable<Measure> {
  const port = Number(new URL(url).port);
  const consoles = await watchers(databaseUrl, port, Math.ceil(links.length / STREAMS_EACH));
  const sessions = await Promise.all(links.map((link) => openSession(port, link)));
  await patients.warmUp();
  await patients.during(over(SETTLED_SECONDS));
  yield await ofTheMachine("lab.machine");
  const pages = {
    without: [] as number[],
    withLab: [] as number[],
    rush: [] as number[],
  };
  let done = 0;
  const follower = (over: AbortSignal) => (place: number) =>
    follow(url, sessions[place]?.id ?? "", consoles[Math.floor(place / STREAMS_EACH)] ?? "", over);
  for (const what of TURNS) {
    pages.without.push(...(await patients.during(over(SECONDS_WITHOUT))));
    const left = new AbortController();
    setMaxListeners(0, left.signal);
    const open = follower(left.signal);
    const following: { readonly over: Promise<void> }[] = [];
    // Facilitators come one by one, and are there before; in a rush all of them come at one moment while it is measured.
    if (what !== "rush") for (const place of sessions.keys()) following.push(await open(place));
    const going = sessions.map((session, place) => goOn(url, session, place, left.signal));
    const measuring = patients.during(over(SECONDS));
    if (what === "rush") {
      await pause(1, left.signal);
      following.push(...(await Promise.all([...sessions.keys()].map(open))));
    }
    pages[what].push(...(await measuring));
    left.abort();
    done += (await Promise.all(going)).reduce((sum, many) => sum + many, 0);
    await Promise.all(following.map((each) => each.over));
  }
  const db = await openDatabase(databaseUrl);
  const records = await Promise.all(links.map(({ id }) => readLabRecord(db.kysely, BRAND, id)));
  await db.close();
  yield { bench: "lab.rush", ...p99Beside(pages.without, pages.rush) };
  yield {
    bench: "lab.pages",
    ...p99Beside(pages.without, pages.withLab),
    sessions: sessions.length,
    pagesAndClicks: done,
    recorded: records.flat().length,
  };
}

/** Accounts that may watch, signed in: their cookies. */
async function watchers(databaseUrl: string, port: number, many: number): Promise<readonly string[]> {
  const db = await openDatabase(databaseUrl);
  const accounts = await db.kysely
    .selectFrom("memberships")
    .innerJoin("accounts", "accounts.id", "memberships.account_id")
    .select(["accounts.id", "accounts.subject"])
    .distinct()
    .where("memberships.brand_id", "=", BRAND)
    .orderBy("accounts.id")
    .limit(many)
    .execute();
  if (accounts.length < many) throw new Error(`Only ${accounts.length} people could watch`);
  await db.write(async (tx) => {
    for (const { id } of accounts)
      await addMembership(tx, BRAND, { accountId: id, organisationId: null, role: "observer" });
  });
  await db.close();
  const cookies: string[] = [];
  for (const { subject } of accounts) {
    const watcher = new Visitor({ port });
    await watcher.signIn("lab", subject);
    cookies.push(watcher.cookies());
  }
  return cookies;
}

interface OpenSession {
  readonly id: string;
  readonly cookie: string;
  readonly world: string;
}

/** Agrees and begins the first task. */
async function openSession(port: number, { id, link }: Link): Promise<OpenSession> {
  const visitor = new Visitor({ port });
  await visitor.post(`/lab/join/${encodeURIComponent(link)}`, {
    "take-part": "yes",
    "follow-pages": "yes",
    "keep-pictures": "yes",
  });
  await visitor.post("/lab/take", { intent: "begin", task: "find" });
  const cookie = visitor.cookies();
  const world = /onedoor_\w+_(lab-[0-9a-f]{32})/.exec(cookie)?.[1];
  if (world === undefined) throw new Error(`${id} could not begin`);
  return { id, cookie, world: `/b/${world}` };
}

/** A participant reads and clicks until it is over. Returns how much was done. */
async function goOn(
  url: string,
  { id: who, cookie, world }: OpenSession,
  place: number,
  over: AbortSignal,
): Promise<number> {
  const share = place / SESSIONS;
  let done = 0;
  const page = async () => {
    await expectOk(await fetch(`${url}${world}${IN_WORLD[done % IN_WORLD.length]}`, { headers: { cookie } }));
    done += 1;
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
    done += 1;
  };
  await Promise.all([
    everySoOften(page, READS_SECONDS, share, over),
    everySoOften(click, DOES_SECONDS, share, over),
  ]);
  return done;
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
  id: string,
  cookie: string,
  over: AbortSignal,
): Promise<{ readonly over: Promise<void> }> {
  const address = `${url}/lab/sessions/${id}`;
  await expectOk(await fetch(address, { headers: { cookie } }));
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
        if (chunk.value.includes("changed")) await expectOk(await fetch(address, { headers: { cookie } }));
    } catch (error) {
      if (!over.aborted) throw error;
    }
  };
  return { over: listen() };
}
