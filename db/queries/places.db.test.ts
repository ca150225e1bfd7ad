import { expect, it } from "vitest";
import { onEachDatabase } from "~tests/support/databases";
import { type Import, readImports, readLatestImport, recordImport } from "./imports";
import { findPostcode, type Place, placePostcodes, writePostcodes } from "./places";

const quay: Place = { postcode: "LK1 1AA", position: { lat: 51.45, lon: -2.58 }, district: "E06000023" };

const loaded = (edition: string, change: Partial<Import> = {}): Import => ({
  file: "epraccur.csv",
  edition,
  digest: "d1",
  at: "2026-11-22T09:00:00.000Z",
  report: {
    read: 2,
    taken: 1,
    added: 1,
    updated: 0,
    unchanged: 0,
    closed: 0,
    refused: [{ row: 2, reason: "There is no postcode" }],
    refusedInAll: 1,
  },
  ...change,
});

onEachDatabase((open) => {
  it("finds a postcode however it is typed", async () => {
    const db = await open();
    await db.write((tx) => writePostcodes(tx, [quay]));
    expect(await findPostcode(db.kysely, " lk11aa ")).toEqual(quay);
    expect(await findPostcode(db.kysely, "LK1 1AB")).toBeUndefined();
    expect(await findPostcode(db.kysely, "the quay")).toBeUndefined();
  });

  it("places thousands of postcodes, counts what it did, and leaves districts alone", async () => {
    const db = await open();
    const many = Array.from({ length: 2_345 }, (_, number) => ({
      postcode: `LM${number % 100} ${Math.floor(number / 100) % 10}A${"ABCDEF"[Math.floor(number / 1_000)]}`,
      position: { lat: 51 + number / 10_000, lon: -2 },
    }));
    await db.write((tx) => writePostcodes(tx, [quay]));
    const place = (places: typeof many) => db.write((tx) => placePostcodes(tx, places));
    expect(await place(many)).toEqual({ added: 2_345, moved: 0 });
    expect(await place(many)).toEqual({ added: 0, moved: 0 });
    const moved = { postcode: quay.postcode, position: { lat: 51.5, lon: -2.5 } };
    const added = { postcode: "LK1 9ZZ", position: quay.position };
    expect(await place([...many, moved, added])).toEqual({ added: 1, moved: 1 });
    expect(await findPostcode(db.kysely, quay.postcode)).toEqual({ ...quay, ...moved });
  });

  it("moves a postcode that is written again, among thousands", async () => {
    const db = await open();
    const letters = [..."ABCDEFGHJK"];
    const many = letters.flatMap((a) =>
      letters.flatMap((b) =>
        Array.from({ length: 25 }, (_, n) => ({ ...quay, postcode: `LK${n + 1} 1${a}${b}`, district: null })),
      ),
    );
    await db.write((tx) => writePostcodes(tx, many));
    await db.write((tx) => writePostcodes(tx, [{ ...quay, position: { lat: 51.5, lon: -2.5 } }]));
    expect((await findPostcode(db.kysely, "LK1 1AA"))?.position).toEqual({ lat: 51.5, lon: -2.5 });
    expect((await findPostcode(db.kysely, "LK25 1KK"))?.position).toEqual(quay.position);
  });

  it("knows the newest edition of a file, in whichever order they were loaded", async () => {
    const db = await open();
    await db.write(async (tx) => {
      await recordImport(tx, "larkmouth", loaded("2026-10"));
      await recordImport(tx, "larkmouth", loaded("2026-08"));
      await recordImport(tx, "larkmouth", loaded("2026-08", { digest: "d2" }));
      await recordImport(tx, "larkmouth", loaded("2026-11", { file: "edispensary.csv" }));
    });
    expect(await readLatestImport(db.kysely, "larkmouth", "epraccur.csv")).toEqual(loaded("2026-10"));
    expect(await readLatestImport(db.kysely, "larkmouth", "ecare.csv")).toBeUndefined();
    expect(await readLatestImport(db.kysely, "bristol", "epraccur.csv")).toBeUndefined();
    const all = await readImports(db.kysely, "larkmouth");
    expect(all.map(({ file, edition, digest }) => [file, edition, digest])).toEqual([
      ["edispensary.csv", "2026-11", "d1"],
      ["epraccur.csv", "2026-08", "d2"],
      ["epraccur.csv", "2026-10", "d1"],
    ]);
  });
});
