import { expect, it } from "vitest";
import { UNKNOWN_STATE } from "~/domain/directory/types";
import type { Database } from "~db/connect";
import { onEachDatabase } from "~tests/support/databases";
import { brand, offer, smallTown, TOWN } from "~tests/support/small-town";
import { makeSlots } from "./diary";
import { writeDirectory } from "./directory";
import { putCapacity, readOverlay } from "./overlay";
import { freeSlots, holdSlot, readSlot, releaseHolds, releaseSlot, takeSlot } from "./slots";

const SUNDAY = "2026-11-22T09:00:00.000Z";
const later = (minutes: number) => new Date(Date.parse(SUNDAY) + minutes * 60_000).toISOString();
const NINE = "physiotherapy-harbour.20261123T0900Z";
const TEN = "physiotherapy-harbour.20261123T1000Z";
const physiotherapy = offer("physiotherapy", "harbour");

onEachDatabase((open) => {
  async function withSlots(): Promise<Database> {
    const db = await open();
    await db.write(async (tx) => {
      await writeDirectory(tx, smallTown(), SUNDAY);
      await makeSlots(tx, TOWN, physiotherapy, SUNDAY, 2, new Set());
    });
    return db;
  }

  const startsOf = async (db: Database, now = SUNDAY, heldBy: string | null = null) =>
    (
      await freeSlots(db.kysely, TOWN, physiotherapy.id, now, "2026-11-24T00:00:00.000Z", { now, heldBy })
    ).map((slot) => slot.startsAt.slice(11, 16));

  it("makes an offer's slots from its diary, and makes none of them twice", async () => {
    const db = await withSlots();
    const again = await db.write((tx) => makeSlots(tx, TOWN, physiotherapy, SUNDAY, 2, new Set()));
    const third = await db.write((tx) => makeSlots(tx, TOWN, physiotherapy, SUNDAY, 3, new Set()));
    expect([again, third]).toEqual([0, 3]);
    expect(await startsOf(db)).toEqual(["09:00", "10:00", "11:00"]);
  });

  it("makes a pop-up's slots within its dates, none before now, and none without a diary", async () => {
    const db = await withSlots();
    await db.write(async (tx) => {
      const popUp = { from: "2026-12-07", until: "2026-12-13" };
      expect(await makeSlots(tx, TOWN, physiotherapy, SUNDAY, 6, new Set(), popUp)).toBe(3);
      const partner = offer("physiotherapy", "hill", { slots: null });
      expect(await makeSlots(tx, TOWN, partner, SUNDAY, 6, new Set())).toBe(0);
      const hill = offer("physiotherapy", "hill");
      expect(await makeSlots(tx, TOWN, hill, "2026-11-23T09:30:00.000Z", 0, new Set())).toBe(2);
    });
  });

  it("takes back what is free on a new day off, but nothing that is booked or held", async () => {
    const db = await withSlots();
    const off = offer("physiotherapy", "harbour", {
      slots: {
        minutes: 60,
        sessions: [{ weekday: 1, opens: "09:00", closes: "12:00" }],
        exceptions: [
          { kind: "day-off", on: "2026-11-23" },
          { kind: "extra-session", on: "2026-11-23", opens: "18:00", closes: "19:00" },
        ],
      },
    });
    await db.write(async (tx) => {
      await takeSlot(tx, TOWN, NINE, "first", null, SUNDAY);
      await holdSlot(tx, TOWN, TEN, "ada", later(10), SUNDAY);
      expect(await makeSlots(tx, TOWN, off, SUNDAY, 2, new Set())).toBe(1);
    });
    expect(await startsOf(db, SUNDAY, "ada")).toEqual(["10:00", "18:00"]);
    expect((await readSlot(db.kysely, TOWN, NINE))?.id).toBe(NINE);
    // What was held, and let go since, is taken back the next time.
    await db.write(async (tx) => {
      await releaseHolds(tx, TOWN, "ada");
      await makeSlots(tx, TOWN, off, SUNDAY, 2, new Set());
    });
    expect(await startsOf(db)).toEqual(["18:00"]);
  });

  it("gives a slot to one fulfilment only", async () => {
    const db = await withSlots();
    await db.write(async (tx) => {
      expect(await takeSlot(tx, TOWN, NINE, "first", null, SUNDAY)).toBe(true);
      expect(await takeSlot(tx, TOWN, NINE, "second", null, SUNDAY)).toBe(false);
      expect(await holdSlot(tx, TOWN, NINE, "somebody", later(10), SUNDAY)).toBe(false);
    });
    expect(await startsOf(db)).toEqual(["10:00", "11:00"]);
    await expect(db.write((tx) => takeSlot(tx, TOWN, TEN, "first", null, SUNDAY))).rejects.toThrow();
  });

  it("keeps a held slot from others until the hold lapses", async () => {
    const db = await withSlots();
    expect(await db.write((tx) => holdSlot(tx, TOWN, NINE, "ada", later(10), SUNDAY))).toBe(true);
    expect(await db.write((tx) => holdSlot(tx, TOWN, NINE, "ben", later(15), later(5)))).toBe(false);
    expect(await db.write((tx) => takeSlot(tx, TOWN, NINE, "bens", "ben", later(5)))).toBe(false);
    expect(await db.write((tx) => takeSlot(tx, TOWN, NINE, "nobodys", null, later(5)))).toBe(false);
    expect(await startsOf(db, later(5))).toEqual(["10:00", "11:00"]);
    expect(await startsOf(db, later(5), "ada")).toEqual(["09:00", "10:00", "11:00"]);
    expect(await db.write((tx) => holdSlot(tx, TOWN, NINE, "ada", later(15), later(5)))).toBe(true);
    expect(await startsOf(db, later(15))).toEqual(["09:00", "10:00", "11:00"]);
    expect(await db.write((tx) => takeSlot(tx, TOWN, NINE, "bens", "ben", later(15)))).toBe(true);
  });

  it("lets the holder take the slot, or let it go", async () => {
    const db = await withSlots();
    await db.write(async (tx) => {
      await holdSlot(tx, TOWN, NINE, "ada", later(10), SUNDAY);
      await holdSlot(tx, TOWN, TEN, "ada", later(10), SUNDAY);
      expect(await takeSlot(tx, TOWN, NINE, "adas", "ada", later(1))).toBe(true);
      await releaseHolds(tx, TOWN, "ada");
    });
    expect(await startsOf(db, later(1))).toEqual(["10:00", "11:00"]);
  });

  it("frees a booked slot for its own fulfilment only", async () => {
    const db = await withSlots();
    await db.write(async (tx) => {
      await takeSlot(tx, TOWN, NINE, "first", null, SUNDAY);
      expect(await releaseSlot(tx, TOWN, NINE, "second")).toBe(false);
      expect(await releaseSlot(tx, TOWN, NINE, "first")).toBe(true);
      expect(await takeSlot(tx, TOWN, NINE, "second", null, SUNDAY)).toBe(true);
    });
  });

  it("cannot be had once it has begun, nor from another brand", async () => {
    const db = await withSlots();
    await db.write((tx) => writeDirectory(tx, smallTown({ brand: brand({ id: "next-town" }) }), SUNDAY));
    const nine = "2026-11-23T09:00:00.000Z";
    expect(await db.write((tx) => takeSlot(tx, TOWN, NINE, "late", null, nine))).toBe(false);
    expect(await db.write((tx) => takeSlot(tx, "next-town", NINE, "lost", null, SUNDAY))).toBe(false);
    expect(await startsOf(db, nine)).toEqual(["10:00", "11:00"]);
    expect(await readSlot(db.kysely, "next-town", NINE)).toBeUndefined();
    expect(await readSlot(db.kysely, TOWN, NINE)).toEqual({
      id: NINE,
      offerId: physiotherapy.id,
      startsAt: nine,
      endsAt: "2026-11-23T10:00:00.000Z",
    });
  });

  it("shows in the overlay: the next free time, and how full a partner says it is", async () => {
    const db = await withSlots();
    await db.write(async (tx) => {
      await putCapacity(tx, TOWN, "physiotherapy-hill", "waitlist", SUNDAY);
      await putCapacity(tx, TOWN, physiotherapy.id, "capacity", SUNDAY);
      await putCapacity(tx, TOWN, physiotherapy.id, "no-capacity", later(1));
      await takeSlot(tx, TOWN, NINE, "first", null, SUNDAY);
      await holdSlot(tx, TOWN, TEN, "ada", later(10), SUNDAY);
    });
    const state = async (now: string) => (await readOverlay(db.kysely, TOWN, now)).get(physiotherapy.id);
    expect(await state(later(5))).toEqual({
      ...UNKNOWN_STATE,
      capacity: "no-capacity",
      capacityConfirmedAt: later(1),
      nextFreeAt: "2026-11-23T11:00:00.000Z",
    });
    expect((await state(later(10)))?.nextFreeAt).toBe("2026-11-23T10:00:00.000Z");
    expect((await state("2027-01-01T00:00:00.000Z"))?.nextFreeAt).toBeNull();
    expect((await readOverlay(db.kysely, TOWN, SUNDAY)).get("physiotherapy-hill")).toEqual({
      ...UNKNOWN_STATE,
      capacity: "waitlist",
      capacityConfirmedAt: SUNDAY,
      nextFreeAt: null,
    });
    expect(await readOverlay(db.kysely, "next-town", SUNDAY)).toEqual(new Map());
  });
});
