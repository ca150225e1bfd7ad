import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { referenceFrom } from "~/domain/shared/identifiers";
import { instant, milliseconds } from "~/domain/shared/time";
import { openDatabase } from "~db/connect";
import { Visitor } from "~tests/support/visitor";
import { serveBare, serveDemo } from "./bare-remix";
import { type Bench, type Measure, rounded } from "./measure";
import { latenciesOf, rateOf, type Served } from "./served";

/** What a small practice has before nine o'clock, and what nobody should have. */
const USUAL = 40;
const ITEMS = 5_000;
const ORGANISATION = "harbour-trust";
const WORKER = "maggie-thorne";
const ASKED = 300;

/** One partner's worklist of 5,000 open items, beside a bare Remix route that renders 50 list items. */
export const worklistBench: Bench = {
  name: "worklist",
  about: "The first page of a worklist of 5,000 open items, and the whole of it as a file",
  async *run() {
    const folder = mkdtempSync(join(tmpdir(), "onedoor-bench-"));
    const running: Served[] = [];
    try {
      const databaseUrl = `sqlite:${join(folder, "onedoor.db")}`;
      await (await serveDemo(databaseUrl)).stop();
      const bare = await serveBare();
      running.push(bare);
      await fillWorklist(databaseUrl, 0, USUAL);
      const usual = await serveDemo(databaseUrl);
      running.push(usual);
      yield* measuredUsual(bare, usual);
      await usual.stop();
      running.pop();
      await fillWorklist(databaseUrl, USUAL, ITEMS);
      const demo = await serveDemo(databaseUrl);
      running.push(demo);
      yield* measured(bare, demo);
    } finally {
      for (const server of running) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const signedIn = async ({ url }: Served): Promise<string> => {
  const visitor = new Visitor({ port: Number(new URL(url).port) });
  await visitor.signIn("partner", WORKER);
  return visitor.cookies("/partner");
};

async function* measuredUsual(bare: Served, demo: Served): AsyncIterable<Measure> {
  const cookie = await signedIn(demo);
  const bareRate = await rateOf(bare.url);
  const rate = await rateOf(`${demo.url}/partner`, cookie);
  yield {
    bench: "worklist",
    page: `all of ${USUAL}, 20 at once`,
    value: rounded(rate.requestsPerSecond),
    unit: "requests/s",
    timesBare: rounded(rate.requestsPerSecond / bareRate.requestsPerSecond, 2),
    p99Ms: rate.p99Ms,
  };
}

async function* measured(bare: Served, demo: Served): AsyncIterable<Measure> {
  const cookie = await signedIn(demo);
  const bareRate = await rateOf(bare.url);
  for (const [page, query] of [
    ["first page", ""],
    ["by name", "?sort=name"],
    ["a search", "?q=pen"],
    ["the last page", "?page=100"],
  ] as const) {
    const { p50Ms, p99Ms } = await latenciesOf(`${demo.url}/partner${query}`, cookie, ASKED);
    yield { bench: "worklist", page, value: rounded(p99Ms, 1), unit: "ms (p99)", p50Ms: rounded(p50Ms, 1) };
  }
  const rate = await rateOf(`${demo.url}/partner`, cookie);
  yield {
    bench: "worklist",
    page: "first page, 20 at once",
    value: rounded(rate.requestsPerSecond),
    unit: "requests/s",
    timesBare: rounded(rate.requestsPerSecond / bareRate.requestsPerSecond, 2),
    p99Ms: rate.p99Ms,
  };
  const began = performance.now();
  const file = await fetch(`${demo.url}/partner/worklist.csv`, { headers: { cookie } });
  let firstMs = 0;
  let bytes = 0;
  const reader = file.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    if (bytes === 0) firstMs = performance.now() - began;
    bytes += read.value.length;
  }
  yield {
    bench: "worklist",
    page: "as a file",
    value: rounded(performance.now() - began),
    unit: "ms",
    firstByteMs: rounded(firstMs, 1),
    bytes,
  };
}

/** Copies one request that waits for the organisation, as the `first` to the `end`th of many that are due over the next fortnight. */
async function fillWorklist(databaseUrl: string, first: number, end: number): Promise<void> {
  const db = await openDatabase(databaseUrl);
  const fulfilment = await db.kysely
    .selectFrom("fulfilments")
    .selectAll()
    .where("organisation_id", "=", ORGANISATION)
    .where("status", "=", "requested")
    .executeTakeFirstOrThrow();
  const request = await db.kysely
    .selectFrom("requests")
    .selectAll()
    .where("id", "=", fulfilment.request_id)
    .executeTakeFirstOrThrow();
  const part = await db.kysely
    .selectFrom("parts")
    .selectAll()
    .where("id", "=", fulfilment.part_id)
    .executeTakeFirstOrThrow();
  const decision = await db.kysely
    .selectFrom("decisions")
    .selectAll()
    .where("id", "=", fulfilment.decision_id)
    .executeTakeFirstOrThrow();
  const from = milliseconds(fulfilment.answer_by);
  for (let begin = first; begin < end; begin += 100)
    await db.write(async (tx) => {
      for (let item = begin; item < Math.min(begin + 100, end); item += 1) {
        const ids = { request_id: `bench-request-${item}`, part_id: `bench-part-${item}` };
        const by = instant(from + ((item * 7_919) % ITEMS) * 240_000);
        await tx
          .insertInto("requests")
          .values({
            ...request,
            id: ids.request_id,
            reference: referenceFrom(Uint8Array.from({ length: 7 }, (_, place) => (item / 26 ** place) % 26)),
            draft_id: `bench-draft-${item}`,
          })
          .execute();
        await tx
          .insertInto("parts")
          .values({ ...part, id: ids.part_id, request_id: ids.request_id, due_at: by })
          .execute();
        await tx
          .insertInto("decisions")
          .values({ ...decision, id: `bench-decision-${item}`, ...ids })
          .execute();
        await tx
          .insertInto("fulfilments")
          .values({
            ...fulfilment,
            id: `bench-fulfilment-${item}`,
            ...ids,
            decision_id: `bench-decision-${item}`,
            answer_by: by,
          })
          .execute();
      }
    });
  await db.close();
}
