import { describe, expect, it } from "vitest";
import type { Database } from "~db/connect";
import { moveBrandClock } from "~db/queries/brands";
import { makeSlots } from "~db/queries/diary";
import { UnknownBrand, writeDirectory } from "~db/queries/directory";
import { putCapacity } from "~db/queries/overlay";
import { onEachDatabase } from "~tests/support/databases";
import { brand, offer, smallTown, TOWN } from "~tests/support/small-town";
import { createDirectories } from "./directories";

const NOW = "2026-11-22T09:00:00.000Z";

onEachDatabase((open) => {
  async function town() {
    const db = await open();
    await db.write((tx) => writeDirectory(tx, smallTown(), NOW));
    const time = { elapsed: 0 };
    const directories = createDirectories(db, { clock: () => NOW, elapsed: () => time.elapsed });
    return { db, time, directories };
  }

  const rename = (db: Database, name: string) =>
    db.write((tx) => writeDirectory(tx, smallTown({ brand: brand({ name }) }), NOW));

  describe("the current directory", () => {
    it("is built once for all who ask at the same time", async () => {
      const { directories } = await town();
      const [one, two] = await Promise.all([directories.current(TOWN), directories.current(TOWN)]);
      expect(one.brand.name).toBe("Small Town Care");
      expect(two).toBe(one);
    });

    it("stays the same value while its version does, and for a second after", async () => {
      const { db, time, directories } = await town();
      const first = await directories.current(TOWN);
      time.elapsed += 5_000;
      expect(await directories.current(TOWN)).toBe(first);
      await rename(db, "Our Care");
      time.elapsed += 999;
      expect(await directories.current(TOWN)).toBe(first);
    });

    it("is served as it was while the new one is built, then is the new one", async () => {
      const { db, time, directories } = await town();
      const first = await directories.current(TOWN);
      await rename(db, "Our Care");
      time.elapsed += 1_000;
      expect(await directories.current(TOWN)).toBe(first);
      await expect.poll(async () => (await directories.current(TOWN)).brand.name).toBe("Our Care");
      expect((await directories.current(TOWN)).version).toBe(2);
    });

    it("is of one brand each, and of no unknown one", async () => {
      const { db, directories } = await town();
      await expect(directories.current("next-town")).rejects.toThrow(UnknownBrand);
      await db.write((tx) => writeDirectory(tx, smallTown({ brand: brand({ id: "next-town" }) }), NOW));
      expect((await directories.current("next-town")).brand.id).toBe("next-town");
      expect((await directories.current(TOWN)).brand.id).toBe(TOWN);
    });
  });

  describe("the overlay", () => {
    it("is read again when it is a second old, and rebuilds no directory", async () => {
      const { db, time, directories } = await town();
      const first = await directories.current(TOWN);
      expect(await directories.overlay(TOWN)).toEqual(new Map());
      await db.write((tx) => putCapacity(tx, TOWN, "physiotherapy-hill", "waitlist", NOW));
      expect(await directories.overlay(TOWN)).toEqual(new Map());
      time.elapsed += 1_000;
      const overlay = await directories.overlay(TOWN);
      expect(overlay.get("physiotherapy-hill")?.capacity).toBe("waitlist");
      expect(await directories.current(TOWN)).toBe(first);
    });

    it("goes by the brand's own clock", async () => {
      const { db, directories } = await town();
      await db.write(async (tx) => {
        await makeSlots(tx, TOWN, offer("physiotherapy", "harbour"), NOW, 2, new Set());
        await moveBrandClock(tx, TOWN, 7 * 86_400_000);
      });
      const overlay = await directories.overlay(TOWN);
      expect(overlay.get("physiotherapy-harbour")?.nextFreeAt).toBe("2026-11-30T09:00:00.000Z");
    });
  });
});
