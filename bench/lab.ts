import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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
import { DOES_SECONDS, LabVisitors, type OpenSession, READS_SECONDS } from "./lab-visitors";
import { type Bench, type Measure, ofTheMachine, p99Beside } from "./measure";
import type { Served } from "./served";
import { A_SECOND, over, SteadyPages } from "./steady-pages";

const BRAND = "larkmouth";
const SESSIONS = 100;
const SECONDS = 25;
const SECONDS_WITHOUT = 20;
/** A p99 of a thousand pages is its tenth slowest, and differs by a fifth of itself from run to run: three thousand a side are asked for. */
const TURNS = ["withLab", "withLab", "rush", "withLab", "withLab", "rush", "withLab", "withLab"] as const;
/** The clock's first passes after a start fill the diaries of a hundred worlds, which is not what is asked: it comes once a day. */
const SETTLED_SECONDS = 25;
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
  const consoles = await watchers(databaseUrl, port, Math.ceil(links.length / STREAMS_EACH));
  const sessions = await Promise.all(
    links.map((link, place) => openSession(port, link, consoles[Math.floor(place / STREAMS_EACH)] ?? "")),
  );
  const patients = new SteadyPages(url, patient.cookies());
  const visitors = new LabVisitors(url, sessions);
  try {
    yield* withLab(databaseUrl, links, { patients, visitors });
  } finally {
    patients.close();
    visitors.close();
  }
}

async function* withLab(
  databaseUrl: string,
  links: readonly Link[],
  { patients, visitors }: { readonly patients: SteadyPages; readonly visitors: LabVisitors },
): AsyncIterable<Measure> {
  await patients.warmUp();
  await patients.during(over(SETTLED_SECONDS));
  yield await ofTheMachine("lab.machine");
  const pages = {
    without: [] as number[],
    withLab: [] as number[],
    rush: [] as number[],
  };
  const done = { pagesAndClicks: 0, consolesDrawn: 0 };
  for (const what of TURNS) {
    pages.without.push(...(await patients.during(over(SECONDS_WITHOUT))));
    // Facilitators come one by one, and are there before; in a rush all of them come at one moment while it is measured.
    if (what !== "rush") await visitors.watch({ atOneMoment: false });
    await visitors.takePart();
    const measuring = patients.during(over(SECONDS));
    if (what === "rush") {
      await over(1);
      await visitors.watch({ atOneMoment: true });
    }
    pages[what].push(...(await measuring));
    const { pagesAndClicks, consolesDrawn } = await visitors.leave();
    done.pagesAndClicks += pagesAndClicks;
    done.consolesDrawn += consolesDrawn;
  }
  const db = await openDatabase(databaseUrl);
  const records = await Promise.all(links.map(({ id }) => readLabRecord(db.kysely, BRAND, id)));
  await db.close();
  yield { bench: "lab.rush", ...p99Beside(pages.without, pages.rush) };
  yield {
    bench: "lab.pages",
    ...p99Beside(pages.without, pages.withLab),
    sessions: links.length,
    ...done,
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

/** Agrees and begins the first task; `watcher` is the cookie of whoever will watch. */
async function openSession(port: number, { id, link }: Link, watcher: string): Promise<OpenSession> {
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
  return { id, cookie, world: `/b/${world}`, watcher };
}
