import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { membersOn } from "~/domain/directory/members";
import { runDueWork } from "~/jobs/due-work";
import { askIfItLeft, workShared } from "~/usecases/ask-if-it-left";
import { leavePartnership } from "~/usecases/leave-partnership";
import { topUpSlots } from "~/usecases/top-up-slots";
import { type Database, openDatabase } from "~db/connect";
import { readPartState } from "~db/queries/part-states";
import { digestOfBrand } from "~tests/support/brand-rows";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, TOWN } from "~tests/support/front-door";
import { askedAlike } from "~tests/support/leaving";
import { CLASSES_LAST, fallsTown } from "~tests/support/several-parts";
import { organisation, partnership } from "~tests/support/small-town";
import { carryOut, likelyMove } from "./lifecycle-moves";

const STORIES = runs(4, 100);

/** Hill answers for mead; harbour is a practice with a list. */
const town = () =>
  fallsTown(CLASSES_LAST, {
    organisations: [
      organisation("harbour", { kind: "practice", listSize: { patients: 31_000, asOf: "2026-10-01" } }),
      organisation("hill"),
      organisation("mead"),
    ],
    partnerships: [
      partnership("harbour"),
      partnership("hill"),
      partnership("mead", { arrangement: "subcontract", leadOrganisationId: "hill" }),
    ],
  });

const stories = fc.record({
  leaver: fc.constantFrom("harbour", "hill", "mead"),
  openWork: fc.constantFrom("reroute" as const, "finish" as const),
  picks: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 10, maxLength: 25 }),
});

async function holds(
  db: Database,
  { leaver, openWork, picks }: { leaver: string; openWork: "reroute" | "finish"; picks: number[] },
) {
  const door = await openFrontDoor(db, town());
  const { onedoor } = door;
  await topUpSlots(onedoor, TOWN);
  await askedAlike(door, 7, { serviceId: "physiotherapy" });
  await askedAlike(door, 3, { serviceId: "falls-check" });
  await askedAlike(door, 2, { serviceId: "physiotherapy", consent: "no" });
  for (const pick of picks) {
    const parts = await db.kysely.selectFrom("parts").select("id").orderBy("id").execute();
    const state = await readPartState(db.kysely, TOWN, parts[pick % parts.length]?.id ?? "");
    if (state)
      await carryOut(
        onedoor,
        state,
        likelyMove(state, MONDAY_9AM, pick),
        { pick, stale: false, key: null },
        MONDAY_9AM,
      );
  }
  await runDueWork(onedoor);

  const before = await digestOfBrand(db, TOWN);
  const asked = await askIfItLeft(onedoor, TOWN, { organisationId: leaver, openWork });
  expect(await digestOfBrand(db, TOWN), "asking changes nothing").toBe(before);
  if (asked.kind !== "told") throw new Error(asked.reasons.join("; "));

  const left = await leavePartnership(onedoor, TOWN, { organisationId: leaver, on: null, openWork });
  if (left.kind !== "done") throw new Error(left.reasons.join("; "));
  expect(asked.work).toEqual(workShared(left.handedOn));
  const members = membersOn(await onedoor.directories.current(TOWN), "2026-11-23");
  const stay = members.map(({ organisation: { id } }) => id);
  const gone = asked.without.gone.map(({ id }) => id);
  expect([...stay, ...gone].sort()).toEqual(["harbour", "hill", "mead"]);
  const list = members.reduce((sum, { organisation: { listSize } }) => sum + (listSize?.patients ?? 0), 0);
  expect(asked.without.listLeft).toBe(list);
  expect(asked.without.listGone).toBe(31_000 - list);
}

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(240_000, 7_200_000) });

  it("what a board is told of a partner's leaving is what comes of its really leaving", async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (script) => {
        const db = await openDatabase(await newAddress());
        try {
          await holds(db, script);
        } finally {
          await db.close();
        }
      }),
      { numRuns: STORIES, endOnFailure: true },
    );
  });
});
