import { expect, it } from "vitest";
import { onEachDatabase } from "~tests/support/databases";
import {
  brand,
  location,
  offer,
  organisation,
  partnership,
  smallTown,
  TOWN,
} from "~tests/support/small-town";
import { readBrands } from "./brands";
import { readDirectoryContents, readDirectoryVersion, UnknownBrand, writeDirectory } from "./directory";

const NOW = "2026-11-22T09:00:00.000Z";

onEachDatabase((open) => {
  it("reads back what was written", async () => {
    const db = await open();
    const changes = await db.write((tx) => writeDirectory(tx, smallTown(), NOW));
    expect(changes).toEqual({ added: 9, updated: 0, unchanged: 0, closed: 0, version: 1 });
    expect(await readDirectoryContents(db.kysely, TOWN)).toEqual(smallTown({ version: 1 }));
  });

  it("touches nothing, the version neither, when the same is written again", async () => {
    const db = await open();
    await db.write((tx) => writeDirectory(tx, smallTown(), NOW));
    const mirrored = smallTown({ offers: smallTown().offers.toReversed().map(reversedKeys) });
    const again = await db.write((tx) => writeDirectory(tx, mirrored, NOW));
    expect(again).toEqual({ added: 0, updated: 0, unchanged: 9, closed: 0, version: 1 });
  });

  it("raises the version by one for a write, however much it changed", async () => {
    const db = await open();
    await db.write((tx) => writeDirectory(tx, smallTown(), NOW));
    const changed = smallTown({
      brand: brand({ strapline: "Come in" }),
      organisations: [
        organisation("harbour", { odsCode: "RLK", name: "Harbour Health" }),
        organisation("hill"),
        organisation("new"),
      ],
      locations: [location("harbour", { position: { lat: 51.4501, lon: -2.58 } }), location("hill")],
    });
    const changes = await db.write((tx) => writeDirectory(tx, changed, NOW));
    expect(changes).toEqual({ added: 1, updated: 3, unchanged: 6, closed: 0, version: 2 });
    expect(await readDirectoryContents(db.kysely, TOWN)).toEqual({ ...changed, version: 2 });
  });

  it("notices when only the brand changed, or a bank holiday was added", async () => {
    const db = await open();
    await db.write((tx) => writeDirectory(tx, smallTown(), NOW));
    const renamed = await db.write((tx) =>
      writeDirectory(tx, smallTown({ brand: brand({ name: "Our Care" }) }), NOW),
    );
    expect(renamed.version).toBe(2);
    const holidays = ["2026-12-25", "2026-12-28"];
    const rested = await db.write((tx) =>
      writeDirectory(tx, smallTown({ brand: brand({ name: "Our Care" }), bankHolidays: holidays }), NOW),
    );
    expect(rested.version).toBe(3);
    const read = await readDirectoryContents(db.kysely, TOWN);
    expect([read.brand.name, read.bankHolidays]).toEqual(["Our Care", holidays]);
  });

  it("closes what is no longer listed, once, and opens it again when it comes back", async () => {
    const db = await open();
    await db.write((tx) => writeDirectory(tx, smallTown(), NOW));
    const withoutHill = smallTown({
      organisations: [organisation("harbour", { odsCode: "RLK" })],
      partnerships: [partnership("harbour")],
      locations: [location("harbour")],
      offers: [offer("physiotherapy", "harbour")],
    });
    const left = await db.write((tx) => writeDirectory(tx, withoutHill, NOW));
    expect(left).toEqual({ added: 0, updated: 0, unchanged: 5, closed: 3, version: 2 });
    const again = await db.write((tx) => writeDirectory(tx, withoutHill, NOW));
    expect(again).toEqual({ added: 0, updated: 0, unchanged: 5, closed: 0, version: 2 });

    const read = await readDirectoryContents(db.kysely, TOWN);
    expect(read.organisations.map(({ id, status }) => [id, status])).toEqual([
      ["harbour", "active"],
      ["hill", "closed"],
    ]);
    expect(read.offers.map(({ id, status }) => [id, status])).toEqual([
      ["physiotherapy-harbour", "open"],
      ["physiotherapy-hill", "closed"],
    ]);
    expect(read.partnerships.map(({ id }) => id)).toEqual(["harbour-partnership"]);
    expect(read.locations.map(({ id }) => id)).toEqual(["harbour-place", "hill-place"]);

    const back = await db.write((tx) => writeDirectory(tx, smallTown(), NOW));
    expect(back).toEqual({ added: 1, updated: 2, unchanged: 6, closed: 0, version: 3 });
    expect(await readDirectoryContents(db.kysely, TOWN)).toEqual(smallTown({ version: 3 }));
  });

  it("keeps two brands with the same organisations apart", async () => {
    const db = await open();
    const other = smallTown({ brand: brand({ id: "next-town", name: "Next Town Care" }) });
    await db.write((tx) => writeDirectory(tx, smallTown(), NOW));
    await db.write((tx) => writeDirectory(tx, other, NOW));
    await db.write((tx) => writeDirectory(tx, { ...other, offers: [] }, NOW));
    expect(await readDirectoryContents(db.kysely, TOWN)).toEqual(smallTown({ version: 1 }));
    expect(await readDirectoryVersion(db.kysely, "next-town")).toBe(2);
    expect(await readBrands(db.kysely)).toEqual([
      { id: "next-town", name: "Next Town Care", host: null, isDefault: false, world: null },
      { id: TOWN, name: "Small Town Care", host: null, isDefault: true, world: null },
    ]);
  });

  it("writes thousands of rows as readily as a few", async () => {
    const db = await open();
    const many = Array.from({ length: 2_345 }, (_, number) => organisation(`partner-${number}`));
    const contents = smallTown({ organisations: [...smallTown().organisations, ...many] });
    const first = await db.write((tx) => writeDirectory(tx, contents, NOW));
    expect(first.added).toBe(9 + 2_345);
    const read = await readDirectoryContents(db.kysely, TOWN);
    expect(read.organisations).toHaveLength(2 + 2_345);
  });

  it("says so when there is no such brand", async () => {
    const db = await open();
    await expect(readDirectoryContents(db.kysely, "nowhere")).rejects.toThrow(UnknownBrand);
    await expect(readDirectoryVersion(db.kysely, "nowhere")).rejects.toThrow('There is no brand "nowhere"');
  });
});

const reversedKeys = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).reverse()) as T;
