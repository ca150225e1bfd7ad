import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOnedoor } from "~/usecases/onedoor";
import { openDatabase } from "~db/connect";
import { recordDemoYear } from "~seeds/years";
import { Visitor } from "~tests/support/visitor";
import { serveDemo } from "./bare-remix";
import { type Bench, type Measure, rounded } from "./measure";

const ASKS = 10;

/** What a board's picture of a year does to everybody else: how long the web's thread is held while it is made. */
export const flowBench: Bench = {
  name: "flow",
  about:
    "The page of the flow over Larkmouth's whole year: the longest that a health check waits while it is made, for the first time of the day and after, beside the longest with nothing else to do",
  async *run() {
    const folder = mkdtempSync(join(tmpdir(), "onedoor-bench-"));
    const databaseUrl = `sqlite:${join(folder, "onedoor.db")}`;
    try {
      await (await serveDemo(databaseUrl)).stop();
      const db = await openDatabase(databaseUrl);
      await recordDemoYear(createOnedoor(db, { info: () => {}, warn: () => {}, error: () => {} }));
      await db.close();
      const demo = await serveDemo(databaseUrl);
      try {
        yield* measured(demo.url);
      } finally {
        await demo.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function* measured(url: string): AsyncIterable<Measure> {
  const alan = new Visitor({ port: Number(new URL(url).port) });
  await alan.signIn("board", "alan-fenwick");
  const page = async (): Promise<number> => {
    const from = performance.now();
    const answer = await fetch(`${url}/board/flow?period=year`, { headers: { cookie: alan.cookies() } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`The flow answered ${answer.status}`);
    return performance.now() - from;
  };
  const idle = await longestWait(url, () => new Promise((done) => setTimeout(done, 3_000)));
  const first = await longestWait(url, page);
  const again: { waitMs: number; of: number }[] = [];
  for (let ask = 0; ask < ASKS; ask += 1) again.push(await longestWait(url, page));
  const middle = [...again].sort((a, b) => a.waitMs - b.waitMs)[Math.floor(ASKS / 2)] ?? first;
  yield {
    bench: "flow.first",
    value: rounded(first.waitMs, 1),
    unit: "ms",
    pageMs: rounded(first.of),
    idleMs: rounded(idle.waitMs, 1),
  };
  yield {
    bench: "flow.again",
    value: rounded(middle.waitMs, 1),
    unit: "ms",
    pageMs: rounded(middle.of),
    mostMs: rounded(Math.max(...again.map(({ waitMs }) => waitMs)), 1),
    idleMs: rounded(idle.waitMs, 1),
  };
}

/** The longest, in milliseconds, that one health check after another waits while something is done, and what that is. */
async function longestWait<Of>(
  url: string,
  work: () => Promise<Of>,
): Promise<{ readonly waitMs: number; readonly of: Of }> {
  let waitMs = 0;
  let going = true;
  const checks = (async () => {
    while (going) {
      const from = performance.now();
      await (await fetch(`${url}/healthz`)).arrayBuffer();
      waitMs = Math.max(waitMs, performance.now() - from);
    }
  })();
  const of = await work();
  going = false;
  await checks;
  return { waitMs, of };
}
