import { open } from "node:fs/promises";
import { sql } from "kysely";
import { describe, expect, it, vi } from "vitest";
import { onEachDatabase } from "~tests/support/databases";
import { openDatabase } from "./connect";
import { migrate } from "./migrations";

const postcode = (name: string) => ({ postcode: name, lat: 51.4, lon: -2.6, district: null });

describe("the address of the database", () => {
  it.each([
    ["", "DATABASE_URL must start with sqlite: or postgres://"],
    ["mysql://localhost/onedoor", "DATABASE_URL must start with sqlite: or postgres://"],
    ["sqlite:", "DATABASE_URL must name a file after sqlite:, as in sqlite:./data/onedoor.db"],
    ["sqlite::memory:", "DATABASE_URL must name a file after sqlite:, as in sqlite:./data/onedoor.db"],
    ["postgres://[", "DATABASE_URL is not a postgres:// address that can be read"],
  ])("%j is refused in plain words", async (url, message) => {
    await expect(openDatabase(url)).rejects.toThrow(message);
  });
});

describe("a database that cannot be opened", () => {
  const cannot = "The database that DATABASE_URL names cannot be opened: ";
  it.each([
    ["a file that is no database", `sqlite:${import.meta.filename}`, "file is not a database"],
    ["a folder that is a file", `sqlite:${import.meta.filename}/onedoor.db`, "EEXIST"],
    ["a server that is not there", "postgres://somebody:secret@127.0.0.1:1/onedoor", "ECONNREFUSED"],
  ])("%s is told in plain words", async (_what, url, reason) => {
    const opening = openDatabase(url);
    await expect(opening).rejects.toThrow(cannot);
    await expect(opening).rejects.toThrow(reason);
    await expect(opening).rejects.not.toThrow("secret");
  });
});

onEachDatabase((openOne, { dialect, newAddress }) => {
  it("keeps all of a write, or none of it", async () => {
    const db = await openOne();
    await db.write((tx) => tx.insertInto("postcodes").values(postcode("BS1 1AA")).execute());
    const failing = db.write(async (tx) => {
      await tx.insertInto("postcodes").values(postcode("BS1 1AB")).execute();
      throw new Error("the work failed");
    });
    await expect(failing).rejects.toThrow("the work failed");
    const rows = await db.kysely.selectFrom("postcodes").select("postcode").execute();
    expect(rows).toEqual([{ postcode: "BS1 1AA" }]);
  });

  it("refuses the database itself inside a write, where it would wait for ever", async () => {
    const db = await openOne();
    const message = "Inside write, use the transaction that was handed in";
    await expect(db.write(() => db.kysely.selectFrom("brands").selectAll().execute())).rejects.toThrow(
      message,
    );
    await expect(db.write(() => db.write(async () => {}))).rejects.toThrow(message);
    await expect(db.kysely.selectFrom("brands").selectAll().execute()).resolves.toEqual([]);
  });

  it("loses no update when many read and then write the same row, from two connections", async () => {
    const address = await newAddress();
    const [one, two] = await Promise.all([openDatabase(address), openDatabase(address)]);
    try {
      await one.kysely.insertInto("rate_limits").values({ key: "tally", points: 0, expire: null }).execute();
      const addOne = (db: typeof one) =>
        db.write(async (tx) => {
          const { points } = await tx
            .selectFrom("rate_limits")
            .select("points")
            .where("key", "=", "tally")
            .executeTakeFirstOrThrow();
          await tx
            .updateTable("rate_limits")
            .set({ points: points + 1 })
            .where("key", "=", "tally")
            .execute();
        });
      await Promise.all(Array.from({ length: 40 }, (_, index) => addOne(index % 2 ? one : two)));
      const row = await two.kysely.selectFrom("rate_limits").select("points").executeTakeFirstOrThrow();
      expect(row.points).toBe(40);
    } finally {
      await Promise.all([one.close(), two.close()]);
    }
  });

  it("reads while a write is open, and sees what was there before it", async () => {
    const db = await openOne();
    const inserted = gate();
    const read = gate();
    const writing = db.write(async (tx) => {
      await tx.insertInto("postcodes").values(postcode("BS1 1AA")).execute();
      inserted.open();
      await read.opened;
    });
    await inserted.opened;
    const seen = await db.kysely.selectFrom("postcodes").selectAll().execute();
    read.open();
    await writing;
    expect(seen).toEqual([]);
  });

  if (dialect === "postgres")
    it("fails only the write whose connection breaks, between two of its statements too, and goes on", async () => {
      const address = await newAddress();
      const [db, other] = [await openDatabase(address), await openDatabase(address)];
      try {
        const broken = db.write(async (tx) => {
          await tx.insertInto("postcodes").values(postcode("BS1 1AA")).execute();
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
          const pid = rows[0]?.pid;
          await sql`select pg_terminate_backend(${pid})`.execute(other.kysely);
          await expect
            .poll(
              async () =>
                (await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(other.kysely)).rows,
            )
            .toEqual([]);
          await tx.insertInto("postcodes").values(postcode("BS1 1AB")).execute();
        });
        await expect(broken).rejects.toThrow(/terminat|not queryable/);
        await db.write((tx) => tx.insertInto("postcodes").values(postcode("BS1 1AC")).execute());
        const kept = await other.kysely.selectFrom("postcodes").select("postcode").execute();
        expect(kept).toEqual([{ postcode: "BS1 1AC" }]);
      } finally {
        await db.close();
        await other.close();
      }
    });

  it("counts and averages as numbers", async () => {
    const db = await openOne();
    await db.kysely
      .insertInto("postcodes")
      .values([postcode("BS1 1AA"), postcode("BS1 1AB")])
      .execute();
    const { rows } = await sql<{ how_many: number; middle: number }>`
      select count(*) as how_many, avg(lat) as middle from postcodes`.execute(db.kysely);
    expect(rows).toEqual([{ how_many: 2, middle: 51.4 }]);
  });

  it("migrates once, however often it is asked", async () => {
    const db = await openOne();
    await migrate(db);
    await migrate(db);
    const tables = await db.kysely.introspection.getTables();
    expect(tables.map((table) => table.name)).toContain("fulfilments");
  });

  if (dialect === "sqlite") {
    it("commits writes that arrive together as one, in which one that fails is undone alone", async () => {
      const db = await openOne();
      await db.kysely.insertInto("postcodes").values(postcode("BS1 1AA")).execute();
      const another = gate();
      const names = ["BS1 1AB", "BS1 1AC", "BS1 1AA", "BS1 1AD"];
      const kept = await Promise.allSettled(
        names.map((name) =>
          db.write(async (tx) => {
            const { rows } = await sql<{ postcode: string }>`select postcode from postcodes`.execute(tx);
            await tx.insertInto("postcodes").values(postcode(name)).execute();
            if (name === names.at(-1)) another.open();
            return rows.map((row) => row.postcode);
          }),
        ),
      );
      await another.opened;
      // Each saw what those before it wrote, and nothing of the one that failed: its code was there already.
      expect(kept).toEqual([
        { status: "fulfilled", value: ["BS1 1AA"] },
        { status: "fulfilled", value: ["BS1 1AA", "BS1 1AB"] },
        { status: "rejected", reason: expect.objectContaining({ code: "SQLITE_CONSTRAINT_PRIMARYKEY" }) },
        { status: "fulfilled", value: ["BS1 1AA", "BS1 1AB", "BS1 1AC"] },
      ]);
      const rows = await db.kysely.selectFrom("postcodes").select("postcode").orderBy("postcode").execute();
      expect(rows.map((row) => row.postcode)).toEqual(["BS1 1AA", "BS1 1AB", "BS1 1AC", "BS1 1AD"]);
    });

    it("shows nobody else what is not committed yet, and tells all when their commit fails", async () => {
      const address = await newAddress();
      const [db, other] = await Promise.all([openDatabase(address), openDatabase(address)]);
      const seen = () => other.kysely.selectFrom("postcodes").select("postcode").execute();
      try {
        const wrote = gate();
        const first = db.write((tx) => tx.insertInto("postcodes").values(postcode("BS1 1AB")).execute());
        const second = db.write(async (tx) => {
          // A key that leads nowhere, which SQLite is told to look at in the commit only.
          await sql`pragma defer_foreign_keys = on`.execute(tx);
          await sql`insert into organisations (brand_id, id, name, kind, status, body)
            values ('nobody', 'x', 'X', 'practice', 'active', '{}')`.execute(tx);
          wrote.open();
        });
        const both = Promise.allSettled([first, second]);
        await wrote.opened;
        expect(await seen()).toEqual([]);
        const failed = expect.objectContaining({ code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
        expect(await both).toEqual([
          { status: "rejected", reason: failed },
          { status: "rejected", reason: failed },
        ]);
        expect(await seen()).toEqual([]);
        await db.write((tx) => tx.insertInto("postcodes").values(postcode("BS1 1AB")).execute());
        expect(await seen()).toEqual([{ postcode: "BS1 1AB" }]);
      } finally {
        await Promise.all([db.close(), other.close()]);
      }
    });

    it("says that a write is kept once the disk has it, and serves others meanwhile", async () => {
      const address = await newAddress();
      const db = await openDatabase(address);
      const log = await open(`${address.replace("sqlite:", "")}-wal`);
      const files = Object.getPrototypeOf(log) as Pick<typeof log, "datasync">;
      const { datasync } = files;
      const [asked, answers] = [gate(), gate()];
      const disk = vi.spyOn(files, "datasync").mockImplementation(async function (this: typeof log) {
        asked.open();
        await answers.opened;
        await datasync.call(this);
      });
      try {
        let kept = false;
        const writing = db
          .write((tx) => tx.insertInto("postcodes").values(postcode("BS1 1AA")).execute())
          .then(() => {
            kept = true;
          });
        await asked.opened;
        const others = await db.kysely.selectFrom("rate_limits").selectAll().execute();
        expect({ kept, others }).toEqual({ kept: false, others: [] });
        answers.open();
        await writing;
      } finally {
        disk.mockRestore();
        await log.close();
        await db.close();
      }
    });

    it("is durable on every connection, the second time it is opened too", async () => {
      const address = await newAddress();
      for (const _ of ["new", "reopened"]) {
        const db = await openDatabase(address);
        try {
          const reader = await sql<{ synchronous: number }>`pragma synchronous`.execute(db.kysely);
          const writer = await db.write((tx) => sql<{ synchronous: number }>`pragma synchronous`.execute(tx));
          const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db.kysely);
          // At 1 SQLite waits for the disk before it overwrites anything; for each commit its log is waited for beside it.
          expect(reader.rows).toEqual([{ synchronous: 1 }]);
          expect(writer.rows).toEqual([{ synchronous: 1 }]);
          expect(journal.rows).toEqual([{ journal_mode: "wal" }]);
        } finally {
          await db.close();
        }
      }
    });
  }
});

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
