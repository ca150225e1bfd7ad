import { expect, it } from "vitest";
import { type Instant, instant, milliseconds } from "~/domain/shared/time";
import { sealAudit } from "~/usecases/audit";
import { copyBrand } from "~/usecases/copy-brand";
import { takeAtDesk } from "~/usecases/take-at-desk";
import { proposed, seatBoard } from "~tests/support/board";
import { onEachDatabase } from "~tests/support/databases";
import {
  answeredDraft,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
} from "~tests/support/front-door";
import { moveBrandClock } from "./brands";
import { brandsToSeal, brandsWithDue, type DueKind } from "./due-brands";

const COPY = "next-town";
const HOUR = 3_600_000;
const after = (moment: Instant, ms: number): Instant => instant(milliseconds(moment) + ms);

onEachDatabase((open) => {
  /** A town with one of everything that comes due, and a copy of it whose clock is an hour ahead. */
  async function town() {
    const db = await open();
    const door = await openFrontDoor(db, threePartners());
    const { onedoor } = door;
    await seatBoard(db, ["harbour", "hill", "mead"], onedoor.clock());
    const reference = await submitted(door);
    const { part } = await standing(door, reference);
    await answeredDraft(door, {
      serviceId: "eye-test",
      choice: "eye-test-harbour",
      slot: "eye-test-harbour.20261123T1000Z",
      visitor: "b".repeat(64),
    });
    const nadia = { kind: "desk", accountId: "nadia", name: "Nadia Rashid" } as const;
    const take = { kind: "part", itemId: part.id, over: null, key: null } as const;
    expect(await takeAtDesk(onedoor, TOWN, nadia, take)).toEqual({ kind: "done" });
    await proposed(onedoor, { kind: "retire-service", serviceId: "eye-test" });
    const to = { id: COPY, name: "Next Town Care", area: "Next Town" };
    const copied = await copyBrand(onedoor, {
      from: TOWN,
      to,
      openWork: true,
      who: nadia,
    });
    expect(copied).toMatchObject({ kind: "copied" });
    await db.write((tx) => moveBrandClock(tx, COPY, HOUR));
    return { db, onedoor };
  }

  it("a brand is due at the first moment of each kind by its own clock, and not a moment before", async () => {
    const { db } = await town();
    const moments = {
      proposal: db.kysely.selectFrom("proposals").select(["brand_id", "due_at as at"]),
      deadline: db.kysely
        .selectFrom("parts")
        .select(["brand_id", "due_at as at"])
        .where("status", "=", "open"),
      promise: db.kysely
        .selectFrom("parts")
        .select(["brand_id", "promise_due_at as at"])
        .where("status", "=", "open"),
      message: db.kysely.selectFrom("messages").select(["brand_id", "next_attempt_at as at"]),
      hold: db.kysely.selectFrom("slots").select(["brand_id", "held_until as at"]),
      take: db.kysely.selectFrom("desk_takes").select(["brand_id", "until as at"]),
    };
    const seen: string[] = [];
    for (const [kind, query] of Object.entries(moments)) {
      const rows = await query.execute();
      for (const [brandId, ahead] of [
        [TOWN, 0],
        [COPY, HOUR],
      ] as const) {
        const [first] = rows
          .flatMap(({ brand_id, at }) => (brand_id === brandId && at !== null ? [at] : []))
          .sort();
        const due = async (at: Instant) => (await brandsWithDue(db.kysely, at, kind as DueKind)).has(brandId);
        if (first === undefined) {
          expect(await due("2126-01-01T00:00:00.000Z"), `${kind} in ${brandId}`).toBe(false);
          continue;
        }
        seen.push(`${kind} in ${brandId}`);
        expect(await due(after(first, -ahead - 1)), `${kind} in ${brandId}, too early`).toBe(false);
        expect(await due(after(first, -ahead)), `${kind} in ${brandId}`).toBe(true);
      }
    }
    expect(seen).toEqual(expect.arrayContaining(Object.keys(moments).map((kind) => `${kind} in ${TOWN}`)));
    expect(seen).toContain(`deadline in ${COPY}`);
  });

  it("what only the manager has, and what is over, makes nothing due; several kinds are asked for together", async () => {
    const { db } = await town();
    const late = "2126-01-01T00:00:00.000Z";
    await db.write(async (tx) => {
      await tx.updateTable("parts").set({ owner_kind: "manager" }).where("brand_id", "=", TOWN).execute();
      await tx.updateTable("parts").set({ status: "closed" }).where("brand_id", "=", COPY).execute();
    });
    expect([...(await brandsWithDue(db.kysely, late, "deadline"))]).toEqual([]);
    expect([...(await brandsWithDue(db.kysely, late, "promise"))]).toEqual([TOWN]);
    expect([...(await brandsWithDue(db.kysely, late, "deadline", "promise"))]).toEqual([TOWN]);
  });

  it("a brand is to be sealed while entries of its audit are in no chain", async () => {
    const { db, onedoor } = await town();
    expect(await brandsToSeal(db.kysely)).toEqual([COPY, TOWN].sort());
    await sealAudit(onedoor);
    expect(await brandsToSeal(db.kysely)).toEqual([]);
  });
});
