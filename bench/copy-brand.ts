import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "kysely";
import { copyBrand } from "~/usecases/copy-brand";
import { deleteBrand } from "~/usecases/delete-brand";
import { createOnedoor } from "~/usecases/onedoor";
import { type Database, openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { insertMany, type Row } from "~db/queries/bulk";
import { COPIED, COPIED_WITH_OPEN_WORK } from "~db/queries/copy-brand";
import { seedDemo } from "~seeds/scenarios/demo";
import { durableDatabases } from "./durable-databases";
import { type Bench, rounded } from "./measure";

const FROM = "larkmouth";
const TO = "bench-copy";
const BARE = "bench-bare";
const TIMES = 5;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Copying Larkmouth with its open work, and deleting the copy, beside a bare insert of the same rows. */
export const copyBrandBench: Bench = {
  name: "copy-brand",
  about: "Copying Larkmouth with its open work, and deleting the copy, beside a bare insert of as many rows",
  async *run() {
    for await (const { name, url } of durableDatabases()) {
      const db = await openDatabase(url);
      try {
        await migrate(db);
        const onedoor = createOnedoor(db, silent);
        await seedDemo(onedoor, { issuer: "http://localhost/oidc" });
        const copied: number[] = [];
        const deleted: number[] = [];
        const bare: number[] = [];
        let rows = 0;
        let longestPause = 0;
        for (let turn = 0; turn < TIMES; turn += 1) {
          const pauses = monitorEventLoopDelay({ resolution: 1 });
          pauses.enable();
          copied.push(
            await secondsOf(() =>
              copyBrand(onedoor, {
                from: FROM,
                to: { id: TO },
                openWork: true,
                who: { kind: "operator", name: "bench" },
              }),
            ),
          );
          pauses.disable();
          longestPause = Math.max(longestPause, pauses.max / 1e6);
          const world = await rowsOf(db, TO);
          rows = world.reduce((sum, [, these]) => sum + these.length, 0);
          deleted.push(await secondsOf(() => deleteBrand(onedoor, TO)));
          bare.push(await secondsOf(() => insertBare(db, world)));
          await db.kysely.deleteFrom("brands").where("id", "=", BARE).execute();
        }
        const about = { unit: "s", database: name, rows, times: TIMES };
        yield {
          bench: "copy-brand",
          value: rounded(median(copied), 2),
          ...about,
          most: rounded(Math.max(...copied), 2),
          timesBare: rounded(median(copied) / median(bare), 2),
          longestPauseMs: rounded(longestPause),
        };
        yield { bench: "copy-brand.bare-insert", value: rounded(median(bare), 2), ...about };
        yield { bench: "copy-brand.delete", value: rounded(median(deleted), 2), ...about };
      } finally {
        await db.close();
      }
    }
  },
};

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

type World = readonly (readonly [table: (typeof TABLES)[number], rows: readonly Row[]])[];
const TABLES = [...COPIED.map(({ table }) => table), ...COPIED_WITH_OPEN_WORK];

/** The rows of a brand in the order in which they can be put into another one. */
async function rowsOf(db: Database, brandId: string): Promise<World> {
  const world: [(typeof TABLES)[number], Row[]][] = [];
  for (const table of TABLES) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)} where brand_id = ${brandId}`.execute(
      db.kysely,
    );
    // The number of an event is the database's to give.
    world.push([table, rows.map(({ seq: _seq, ...row }) => ({ ...row, brand_id: BARE }))]);
  }
  return world;
}

/** Puts rows into a brand of their own, and does nothing else, in one durable transaction. */
const insertBare = (db: Database, world: World): Promise<void> =>
  db.write(async (tx) => {
    await sql`insert into brands (id, name, is_default, body, created_at)
      values (${BARE}, ${BARE}, 0, '{}', '')`.execute(tx);
    for (const [table, rows] of world) {
      const [first] = rows;
      if (first) await insertMany(tx, table, Object.keys(first), rows, "never-there");
    }
  });
