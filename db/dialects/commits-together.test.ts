import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteFile from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CommitsTogether } from "./commits-together";

const REFUSED = "The disk did not take what was written, so nothing more is written";

/** A file of SQLite's whose disk answers as it is told to. */
async function onFile(
  work: (commits: CommitsTogether, file: SqliteFile.Database, seen: () => number[]) => Promise<void>,
  disk: (seen: () => number[]) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), "onedoor-commits-"));
  const path = join(folder, "onedoor.db");
  const file = new SqliteFile(path);
  file.pragma("journal_mode = WAL");
  file.exec("create table rows (id integer primary key)");
  const other = new SqliteFile(path, { readonly: true });
  const read = other.prepare<[], number>("select id from rows order by id").pluck();
  const seen = () => read.all();
  const commits = new CommitsTogether({
    begin: async () => file.exec("begin immediate"),
    run: (sql) => file.exec(sql),
    isOpen: () => file.inTransaction,
    flush: () => disk(seen),
  });
  try {
    await work(commits, file, seen);
    await commits.alone(async () => {});
  } finally {
    other.close();
    file.close();
    rmSync(folder, { recursive: true });
  }
}

const turns = async (many: number) => {
  for (let turn = 0; turn < many; turn += 1) await new Promise(setImmediate);
};

test("whatever comes when, nobody hears that a row is kept before a wait for the disk that began after its commit is over", async () => {
  const arriving = fc.record({ after: fc.nat(4), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(arriving, { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }),
      async (arrivals, waits) => {
        const onDisk = new Set<number>();
        let waited = 0;
        let under = 0;
        await onFile(
          async (commits, file, seen) => {
            const told: number[] = [];
            const writing: Promise<void>[] = [];
            for (const [id, { after, fails }] of arrivals.entries()) {
              await turns(after);
              const write = commits.one(() => {
                file.exec(`insert into rows values (${id})`);
                if (fails) throw new Error("refused");
              });
              writing.push(
                write.then(
                  () => {
                    expect(onDisk).toContain(id);
                    told.push(id);
                  },
                  (error: Error) => expect([fails, error.message]).toEqual([true, "refused"]),
                ),
              );
            }
            await Promise.all(writing);
            const good = [...arrivals.keys()].filter((id) => !arrivals[id]?.fails);
            expect(told.sort((a, b) => a - b)).toEqual(good);
            expect(seen()).toEqual(good);
          },
          async (seen) => {
            under += 1;
            expect(under).toBe(1);
            const committed = seen();
            await turns(waits[waited % waits.length] ?? 0);
            waited += 1;
            for (const id of committed) onDisk.add(id);
            under -= 1;
          },
        );
      },
    ),
    { numRuns: 60 },
  );
});

test("a disk that fails once is not believed again: who waited is told, and nothing more is written", async () => {
  let times = 0;
  let ask = () => {};
  const asked = new Promise<void>((done) => {
    ask = done;
  });
  await onFile(
    async (commits, file, seen) => {
      const row = (id: number) => commits.one(() => file.exec(`insert into rows values (${id})`));
      await row(1);
      const failing = expect(row(2)).rejects.toThrow(REFUSED);
      await asked;
      // It is committed while the disk is about to fail.
      await expect(row(3)).rejects.toThrow(REFUSED);
      await failing;
      await expect(row(4)).rejects.toThrow(REFUSED);
      await expect(commits.apart(async () => {})).rejects.toThrow(REFUSED);
      expect(seen()).not.toContain(4);
      expect(times).toBe(2);
    },
    async () => {
      times += 1;
      if (times === 1) return;
      ask();
      await turns(5);
      throw new Error("EIO");
    },
  );
});

test("what has its turn alone begins when all before it is on the disk, and a statement ends when it is there itself", async () => {
  let onDisk: number[] = [];
  await onFile(
    async (commits, file) => {
      const writing = commits.one(() => file.exec("insert into rows values (1)"));
      await commits.apart(async () => {
        expect(onDisk).toEqual([1]);
        file.exec("insert into rows values (2)");
      });
      expect(onDisk).toEqual([1, 2]);
      await writing;
    },
    async (seen) => {
      const committed = seen();
      await turns(3);
      onDisk = committed;
    },
  );
});
