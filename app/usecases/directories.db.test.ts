import { describe, expect, it } from "vitest";
import type { DirectoryContents } from "~/domain/directory/types";
import type { Database } from "~db/connect";
import { moveBrandClock } from "~db/queries/brands";
import { makeSlots } from "~db/queries/diary";
import { readDirectoryContents, UnknownBrand, writeDirectory } from "~db/queries/directory";
import { putCapacity } from "~db/queries/overlay";
import { onEachDatabase } from "~tests/support/databases";
import {
  brand,
  location,
  offer,
  organisation,
  partnership,
  service,
  smallTown,
  TOWN,
} from "~tests/support/small-town";
import { createDirectories } from "./directories";

const NOW = "2026-11-22T09:00:00.000Z";

/** Each list of a directory, a little otherwise. */
const otherwise = {
  organisations: () => [
    organisation("harbour", { odsCode: "RLK", phone: "01632 960009" }),
    organisation("hill"),
  ],
  partnerships: () => [partnership("harbour"), partnership("hill", { suspendedFrom: "2026-12-01" })],
  locations: () => [location("harbour"), location("hill", { position: { lat: 51.48, lon: -2.6 } })],
  services: () => [service("physiotherapy", { synonyms: ["bad knee"] })],
  offers: () => [
    offer("physiotherapy", "harbour"),
    offer("physiotherapy", "hill", { ages: { from: 18, until: null } }),
  ],
} satisfies Partial<{ [List in keyof DirectoryContents]: () => DirectoryContents[List] }>;

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

    it("is not looked at again for who knows which version stands, and is for who knows a later one", async () => {
      const { db, time, directories } = await town();
      const first = await directories.current(TOWN);
      await rename(db, "Another Care");
      time.elapsed += 5_000;
      expect(await directories.current(TOWN, first.version)).toBe(first);
      const later = first.version + 1;
      await expect.poll(async () => (await directories.current(TOWN, later)).brand.name).toBe("Another Care");
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

  describe("brands that offer the same", () => {
    const write = (db: Database, contents: ReturnType<typeof smallTown>) =>
      db.write((tx) => writeDirectory(tx, contents, NOW));
    const nextTown = brand({ id: "next-town", name: "Next Town Care" });

    it("share what is built of it, each with its own name, policy and version", async () => {
      const { db, directories } = await town();
      await rename(db, "Our Care");
      const first = await directories.current(TOWN);
      const policy = { ...nextTown.policy, judged: nextTown.policy.judged + 1 };
      await write(db, smallTown({ brand: { ...nextTown, policy } }));
      const next = await directories.current("next-town");
      expect(next.search).toBe(first.search);
      expect(next.offers).toBe(first.offers);
      expect(next.index("physiotherapy")).toBe(first.index("physiotherapy"));
      expect([next.brand.name, next.policy, next.version]).toEqual(["Next Town Care", policy, 1]);
      expect([first.brand.name, first.policy, first.version]).toEqual(["Our Care", brand().policy, 2]);
      const { bankHolidays, ...contents } = await readDirectoryContents(db.kysely, "next-town");
      expect(next).toMatchObject({ ...contents, bankHolidays: new Set(bankHolidays) });
    });

    it.each(["organisations", "partnerships", "locations", "services", "offers"] as const)(
      "share nothing any more once their %s differ",
      async (list) => {
        const { db, time, directories } = await town();
        await write(db, smallTown({ brand: nextTown }));
        const first = await directories.current(TOWN);
        const before = await directories.current("next-town");
        expect(before.search).toBe(first.search);
        await write(db, { ...smallTown({ brand: nextTown }), [list]: otherwise[list]() });
        await directories.refresh("next-town");
        time.elapsed += 1_000;
        const [after, still] = await Promise.all([
          directories.current("next-town"),
          directories.current(TOWN),
        ]);
        expect(still).toBe(first);
        expect(after.search).not.toBe(first.search);
        expect(after[list]).not.toEqual(first[list]);
      },
    );
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
