import { expect, it } from "vitest";
import { onEachDatabase } from "~tests/support/databases";
import { brand, smallTown, TOWN } from "~tests/support/small-town";
import { makeDefaultBrand, moveBrandClock, readBrandNow, readBrands, setBrandHost } from "./brands";
import { UnknownBrand, writeDirectory } from "./directory";

const NOW = "2026-11-22T09:00:00.000Z";

onEachDatabase((open) => {
  async function twoTowns() {
    const db = await open();
    await db.write(async (tx) => {
      await writeDirectory(tx, smallTown(), NOW);
      await writeDirectory(tx, smallTown({ brand: brand({ id: "next-town", name: "Next Town Care" }) }), NOW);
    });
    return db;
  }

  it("has one brand at bare addresses, the first until it is told otherwise", async () => {
    const db = await twoTowns();
    const defaults = async () =>
      (await readBrands(db.kysely)).filter((each) => each.isDefault).map((each) => each.id);
    expect(await defaults()).toEqual([TOWN]);
    await db.write((tx) => makeDefaultBrand(tx, "next-town"));
    expect(await defaults()).toEqual(["next-town"]);
  });

  it("gives a host name to one brand only", async () => {
    const db = await twoTowns();
    await db.write((tx) => setBrandHost(tx, TOWN, "care.small.example"));
    await expect(db.write((tx) => setBrandHost(tx, "next-town", "care.small.example"))).rejects.toThrow();
    expect((await readBrands(db.kysely)).map(({ id, host }) => [id, host])).toEqual([
      ["next-town", null],
      [TOWN, "care.small.example"],
    ]);
  });

  it("moves a brand's clock on, never back, and no other brand's", async () => {
    const db = await twoTowns();
    await db.write((tx) => moveBrandClock(tx, TOWN, 3_600_000));
    await db.write((tx) => moveBrandClock(tx, TOWN, 60_000));
    expect(await readBrandNow(db.kysely, TOWN, NOW)).toBe("2026-11-22T10:01:00.000Z");
    expect(await readBrandNow(db.kysely, "next-town", NOW)).toBe(NOW);
    await expect(db.write((tx) => moveBrandClock(tx, TOWN, -1))).rejects.toThrow(RangeError);
    await expect(readBrandNow(db.kysely, "nowhere", NOW)).rejects.toThrow(UnknownBrand);
  });
});
