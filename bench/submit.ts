import { Agent } from "node:http";
import { sql } from "kysely";
import { openDatabase } from "~db/connect";
import { serveBare, serveDemo } from "./bare-remix";
import { type DurableDatabase, durableDatabases } from "./durable-databases";
import { JourneyClient, type Ready } from "./journey-client";
import { type Bench, rounded } from "./measure";

const AT_ONCE = 16;
const WARM_UP = 200;
const SUBMITS = 600;
const BARE_POSTS = 4_000;
const INSERTS = 4_000;

/** The submit alone, beside a bare Remix resource route and a bare durable insert on the same database. */
export const submitBench: Bench = {
  name: "submit",
  about:
    "Submits a second over HTTP, durable, on SQLite and PostgreSQL, beside a bare Remix resource route and a bare durable insert",
  async *run() {
    const bare = await serveBare();
    try {
      for await (const database of durableDatabases()) {
        const submits = await submitsOn(database, () => bareRate(bare.url));
        const details = { database: database.name, atOnce: AT_ONCE };
        const rate = { unit: "requests/s", ...details };
        yield {
          bench: "submit",
          value: rounded(submits.rate),
          ...rate,
          timesBare: rounded(submits.rate / submits.bare, 2),
        };
        yield { bench: "submit.bare-remix", value: rounded(submits.bare), ...rate };
        yield {
          bench: "submit.bare-insert",
          value: rounded(await insertRate(database)),
          unit: "inserts/s",
          ...details,
        };
      }
    } finally {
      await bare.stop();
    }
  },
};

/** The bare route is measured before and after, for the machine is not the same all the time. */
async function submitsOn(
  { url }: DurableDatabase,
  bareRate: () => Promise<number>,
): Promise<{ readonly rate: number; readonly bare: number }> {
  const demo = await serveDemo(url);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  try {
    const ready: { readonly client: JourneyClient; readonly form: Ready }[] = [];
    await atOnce(AT_ONCE, WARM_UP + SUBMITS, async () => {
      const client = new JourneyClient(demo.url, agent);
      ready.push({ client, form: await client.upToCheck() });
    });
    const submit = async (turn: number) => {
      const next = ready[turn];
      if (next === undefined) throw new Error("There are fewer journeys than submits");
      const led = await next.client.send(next.form);
      if (!led.startsWith("/requests/")) throw new Error(`A submit led to ${led}`);
    };
    await perSecond(WARM_UP, submit);
    const before = await bareRate();
    const rate = await perSecond(SUBMITS, (turn) => submit(WARM_UP + turn));
    return { rate, bare: (before + (await bareRate())) / 2 };
  } finally {
    agent.destroy();
    await demo.stop();
  }
}

async function bareRate(url: string): Promise<number> {
  const clients = Array.from({ length: AT_ONCE }, () => new JourneyClient(url));
  const form = { path: "/resource", fields: { draft: "d".repeat(36), version: "9", consent: "yes" } };
  const post = async (turn: number) => clients[turn % AT_ONCE]?.post(form);
  try {
    await perSecond(BARE_POSTS / 4, post);
    return await perSecond(BARE_POSTS, post);
  } finally {
    for (const client of clients) client.close();
  }
}

/** One row a transaction, each on the disk before the next of the same client. */
async function insertRate({ url }: DurableDatabase): Promise<number> {
  const db = await openDatabase(url);
  try {
    await sql`create table bare_insert (id integer primary key, words text not null)`.execute(db.kysely);
    return await perSecond(INSERTS, (turn) =>
      db.write((tx) => sql`insert into bare_insert (id, words) values (${turn}, 'a row')`.execute(tx)),
    );
  } finally {
    await db.close();
  }
}

async function perSecond(times: number, work: (turn: number) => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await atOnce(AT_ONCE, times, work);
  return (times * 1000) / (performance.now() - from);
}

/** Does a piece of work so many times, a few at once. */
async function atOnce(few: number, times: number, work: (turn: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < times) {
      const turn = next;
      next += 1;
      await work(turn);
    }
  };
  await Promise.all(Array.from({ length: few }, one));
}
