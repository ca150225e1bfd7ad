import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { instant, milliseconds } from "~/domain/shared/time";
import { runDueWork } from "~/jobs/due-work";
import { sealAudit, verifyAudit } from "~/usecases/audit";
import { copyBrand } from "~/usecases/copy-brand";
import { deleteBrand } from "~/usecases/delete-brand";
import { leavePartnership } from "~/usecases/leave-partnership";
import { resumePartnership } from "~/usecases/resume-partnership";
import { suspendPartnership } from "~/usecases/suspend-partnership";
import { topUpSlots } from "~/usecases/top-up-slots";
import { type Database, openDatabase } from "~db/connect";
import { readPartState } from "~db/queries/part-states";
import { digestOfBrand, rowsOfBrand } from "~tests/support/brand-rows";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { type FrontDoor, MONDAY_9AM, openFrontDoor, submitted, TOWN } from "~tests/support/front-door";
import { CLASSES_LAST, fallsTown } from "~tests/support/several-parts";
import { unsound } from "~tests/support/sound";
import { watchRows } from "~tests/support/watched-rows";
import { carryOut, likelyMove } from "./lifecycle-moves";

const COPY = "next-town";
const OTHER = { [TOWN]: COPY, [COPY]: TOWN } as const;
type Either = keyof typeof OTHER;

const STORIES = runs(5, 100);
const COMMANDS = runs(40, 200);
/** So often all rows of the other brand are read, before a command and after it, beside what the database notes. */
const READ_EVERY = 10;

const steps = fc.record({
  brandId: fc.constantFrom<Either>(TOWN, COPY),
  kind: fc.constantFrom("act", "act", "act", "act", "submit", "partner", "time" as const),
  pick: fc.integer({ min: 0, max: 1_000_000 }),
  hours: fc.integer({ min: 1, max: 30 }),
});
type Step = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

const ASKED = [
  { serviceId: "physiotherapy" },
  { serviceId: "physiotherapy", consent: "no" },
  { serviceId: "eye-test", slot: "soonest" },
  { serviceId: "falls-check" },
] as const;

async function act({ onedoor }: FrontDoor, { brandId, pick }: Step, now: string): Promise<boolean> {
  const rows = await onedoor.db.kysely
    .selectFrom("parts")
    .select("id")
    .where("brand_id", "=", brandId)
    .orderBy("status", "desc")
    .orderBy("id")
    .execute();
  const partId = rows[pick % Math.max(1, rows.length)]?.id ?? "";
  const state = await readPartState(onedoor.db.kysely, brandId, partId);
  if (!state) return false;
  const move = likelyMove(state, now, pick);
  const result = await carryOut(onedoor, state, move, { pick, stale: false, key: null }, now);
  return result?.kind === "done";
}

async function partner({ onedoor }: FrontDoor, { brandId, pick }: Step): Promise<void> {
  const organisationId = ["hill", "mead"][pick % 2] ?? "hill";
  const openWork = pick % 3 === 0 ? ("finish" as const) : ("reroute" as const);
  if (pick % 5 === 0) await leavePartnership(onedoor, brandId, { organisationId, on: null, openWork });
  else if (pick % 5 < 3) await suspendPartnership(onedoor, brandId, { organisationId, openWork });
  else await resumePartnership(onedoor, brandId, { organisationId });
}

const notOf = (brandId: Either, rows: readonly string[]) =>
  rows.filter((row) => !row.endsWith(` of ${brandId}`));

/**
 * What a command of one brand does to the other's rows: nothing. After each, the database says whose rows were touched; around
 * some, all that the other brand has is read as well. Returns how many commands were done.
 */
async function story(db: Database, script: readonly Step[]): Promise<number> {
  let now = MONDAY_9AM;
  const door = await openFrontDoor(db, fallsTown(CLASSES_LAST));
  const { onedoor } = door;
  await topUpSlots(onedoor, TOWN);
  for (const asking of [...ASKED, ...ASKED]) await submitted(door, asking);
  // Some of what is copied has a history, good and bad.
  for (const [turn, { pick }] of script.slice(0, 10).entries())
    await act(door, { brandId: TOWN, kind: "act", pick: pick + turn, hours: 1 }, now);
  await runDueWork(onedoor);
  const untouched = await digestOfBrand(db, TOWN);
  const who = { kind: "operator" as const, name: "Ada" };
  const copied = await copyBrand(onedoor, { from: TOWN, to: { id: COPY }, openWork: true, who });
  expect(copied).toMatchObject({ kind: "copied", leftOut: 0 });
  expect(await digestOfBrand(db, TOWN)).toBe(untouched);
  expect(await unsound(db, COPY, now)).toEqual([]);

  const touched = await watchRows(db);
  let done = 0;
  for (const [number, step] of script.entries()) {
    const { brandId, kind } = step;
    if (kind === "time") {
      now = instant(milliseconds(now) + step.hours * 3_600_000);
      door.at(now);
      await runDueWork(onedoor);
      for (const id of [TOWN, COPY] as const)
        expect(await unsound(db, id, now), `${number}: ${id}`).toEqual([]);
      await touched();
      continue;
    }
    const other = OTHER[brandId];
    const before = number % READ_EVERY === 0 ? await digestOfBrand(db, other) : null;
    if (kind === "submit") await submitted(door, { ...ASKED[step.pick % 2], brandId });
    else if (kind === "partner") await partner(door, step);
    else if (await act(door, step, now)) done += 1;
    const rows = await touched();
    // Every request that is sent leaves rows: a watch that sees none of them is none.
    if (kind === "submit") expect(rows).toContain(`requests of ${brandId}`);
    expect(notOf(brandId, rows), `${number}: ${kind} in ${brandId}`).toEqual([]);
    if (before !== null) expect(await digestOfBrand(db, other)).toBe(before);
  }
  await sealAudit(onedoor);
  for (const id of [TOWN, COPY]) expect((await verifyAudit(onedoor, id)).faults).toEqual([]);
  const last = await digestOfBrand(db, TOWN);
  await touched();
  expect(await deleteBrand(onedoor, COPY)).toEqual({ kind: "deleted" });
  expect(notOf(COPY, await touched())).toEqual([]);
  expect(await digestOfBrand(db, TOWN)).toBe(last);
  expect([...(await rowsOfBrand(db, COPY)).values()].flat()).toEqual([]);
  return done;
}

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(240_000, 7_200_000) });

  it(`${STORIES} stories of ${COMMANDS} commands on a brand and its copy never touch each other's rows`, async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: COMMANDS, maxLength: COMMANDS }), async (script) => {
        const db = await openDatabase(await newAddress());
        try {
          done += await story(db, script);
        } finally {
          await db.close();
        }
      }),
      { numRuns: STORIES, endOnFailure: true },
    );
    expect(done).toBeGreaterThan((STORIES * COMMANDS) / 8);
  });
});
