import { expect, it } from "vitest";
import { localDate, localTime, weekdayOf } from "~/domain/shared/time";
import { runDueWork } from "~/jobs/due-work";
import { readBrands } from "~db/queries/brands";
import { labWorldsOf, ownerOfLabWorld } from "~db/queries/lab-worlds";
import { readTracking } from "~db/queries/tracking";
import { worldsOf } from "~db/queries/worlds";
import { digestOfBrand, rowsOfBrand } from "~tests/support/brand-rows";
import { onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy, smallStudy, worldOf } from "~tests/support/lab";
import { larkmouthTown, LARKMOUTH as TOWN } from "~tests/support/larkmouth-town";
import { unsound } from "~tests/support/sound";
import type { Onedoor } from "../context";
import { brandNow } from "../setting";
import { playerOf, referenceOf } from "../worlds/people";
import { deleteParticipant } from "./delete-participant";
import { tendLabWorlds, worldFor } from "./worlds";

const statesOf = async (onedoor: Onedoor, participantId: string) =>
  (await labWorldsOf(onedoor.db.kysely, TOWN, participantId)).map(({ state }) => state);

/** Every row of the town but what the lab keeps of its worlds, and what the clock seals. */
const ofTheTown = async ({ db }: Onedoor) =>
  [...(await rowsOfBrand(db, TOWN))].filter(([table]) => !["lab_worlds", "audit"].includes(table));

const boxOf = async (onedoor: Onedoor, worldId: string) => {
  const player = await playerOf(onedoor, worldId, "winston-baptiste");
  const reference = (await referenceOf(onedoor, worldId, player)) ?? "";
  const tracking = await readTracking(onedoor.db.kysely, worldId, reference);
  return tracking?.parts[0]?.fulfilments.at(-1)?.box.style;
};

onEachDatabase((open) => {
  it("everybody who was asked is given a world, at every task's beginning, in which time stands until they come", {
    timeout: 120_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open(), "2026-11-28T22:00:00.000Z");
    const study = await openedStudy(onedoor);
    const [one, other] = [await asked(onedoor, study, 0), await asked(onedoor, study, 1)];
    const before = await ofTheTown(onedoor);
    expect(await tendLabWorlds(onedoor)).toBe(2);
    expect([await statesOf(onedoor, one.id), await statesOf(onedoor, other.id)]).toEqual([
      ["ready"],
      ["ready"],
    ]);
    // Hours later, and with all that falls due meanwhile, it is still the same morning there.
    setClock("2026-11-29T08:00:00.000Z");
    await runDueWork(onedoor);
    const worldId = await worldOf(onedoor, { townId: TOWN, participantId: one.id }, study.study);
    const morning = await brandNow(onedoor, worldId);
    expect([weekdayOf(localDate(morning)), localTime(morning)]).toEqual([1, "09:30"]);
    setClock("2026-11-29T08:20:00.000Z");
    expect(localTime(await brandNow(onedoor, worldId))).toBe("09:50");
    expect(await unsound(onedoor.db, worldId, await brandNow(onedoor, worldId))).toEqual([]);
    expect(await worldOf(onedoor, { townId: TOWN, participantId: one.id }, study.study)).toBe(worldId);
    // Each got a variant: in one all boxes are in the front door's name.
    const second = await worldOf(onedoor, { townId: TOWN, participantId: other.id }, study.study);
    expect([await boxOf(onedoor, worldId), await boxOf(onedoor, second)].sort()).toEqual(["both", "brand"]);
    expect(await ofTheTown(onedoor)).toEqual(before);
  });

  it("what was thrown away is over, another is there at once, and nobody else's is touched", {
    timeout: 120_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor, { study: smallStudy({ moderated: true }) });
    const [one, other] = [await asked(onedoor, study, 0), await asked(onedoor, study, 1)];
    const [me, them] = [one, other].map(({ id }) => ({ townId: TOWN, participantId: id }));
    if (me === undefined || them === undefined) throw new Error("Two were asked");
    await tendLabWorlds(onedoor);
    const [mine, theirs] = [
      await worldOf(onedoor, me, study.study),
      await worldOf(onedoor, them, study.study),
    ];
    await tendLabWorlds(onedoor);
    expect((await statesOf(onedoor, one.id)).sort()).toEqual(["open", "ready"]);
    const untouched = await digestOfBrand(onedoor.db, theirs);
    const copies = (await readBrands(onedoor.db.kysely)).length;
    const another = await worldOf(onedoor, me, study.study, { another: true });
    expect(another).not.toBe(mine);
    // It waited: nothing was made.
    expect((await readBrands(onedoor.db.kysely)).length).toBe(copies);
    expect(await digestOfBrand(onedoor.db, theirs)).toEqual(untouched);
    // The old one leads on for some minutes, and is then gone.
    expect(await ownerOfLabWorld(onedoor.db.kysely, mine)).toMatchObject({ participantId: one.id });
    setClock("2026-11-25T14:11:00.000Z");
    await tendLabWorlds(onedoor);
    expect(await worldsOf(onedoor.db.kysely, TOWN)).not.toContain(mine);
    expect((await readBrands(onedoor.db.kysely)).map(({ id }) => id)).not.toContain(mine);
  });

  it("a button that was pressed twice opens one world", { timeout: 120_000 }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor);
    const { id } = await asked(onedoor, study, 0);
    const me = { townId: TOWN, participantId: id };
    const [first, second] = await Promise.all([1, 2].map(() => worldOf(onedoor, me, study.study)));
    expect(second).toBe(first);
    expect((await statesOf(onedoor, id)).filter((state) => state === "open")).toEqual(["open"]);
  });

  it("who withdraws meanwhile is given none, and no row says that there was one", async () => {
    const { onedoor } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor);
    const { id } = await asked(onedoor, study, 0);
    await deleteParticipant(onedoor, TOWN, id);
    expect(await worldFor(onedoor, { townId: TOWN, participantId: id }, study.study)).toBeNull();
    expect(await labWorldsOf(onedoor.db.kysely, TOWN, id)).toEqual([]);
  });
});
