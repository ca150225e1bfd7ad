import { expect, it } from "vitest";
import { localDate, localTime, weekdayOf } from "~/domain/shared/time";
import { runDueWork } from "~/jobs/due-work";
import { auditOf } from "~db/queries/audit";
import { brandsInTime, readBrands } from "~db/queries/brands";
import { claimLabWorld, labWorldsOf, ownerOfLabWorld } from "~db/queries/lab-worlds";
import { updateParticipant } from "~db/queries/participants";
import { readTracking } from "~db/queries/tracking";
import { worldsOf } from "~db/queries/worlds";
import { digestOfBrand, rowsOfBrand } from "~tests/support/brand-rows";
import { onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy, smallStudy, studyThatFails, worldOf } from "~tests/support/lab";
import { larkmouthTown, LARKMOUTH as TOWN } from "~tests/support/larkmouth-town";
import { unsound } from "~tests/support/sound";
import type { Onedoor } from "../context";
import { brandNow } from "../setting";
import { playerOf, referenceOf } from "../worlds/people";
import { deleteParticipant } from "./delete-participant";
import { notMade } from "./not-made";
import { isWorldBeingMade, isWorldNotMade, tendLabWorlds, worldFor } from "./worlds";
import { keepLabWorldsReady, MOST_AHEAD, wantWorldNow } from "./worlds-ahead";

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
  it("who was asked is given a world, at every task's beginning, in which time stands until they come", {
    timeout: 120_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open(), "2026-11-28T22:00:00.000Z");
    const study = await openedStudy(onedoor);
    const [one, other] = [await asked(onedoor, study, 0), await asked(onedoor, study, 1)];
    const before = await ofTheTown(onedoor);
    // Where nobody looks after the sessions, nothing is made.
    expect(await tendLabWorlds(onedoor)).toBe(0);
    await keepLabWorldsReady(onedoor, TOWN, study.id);
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
    await keepLabWorldsReady(onedoor, TOWN, study.id);
    await tendLabWorlds(onedoor);
    const [mine, theirs] = [
      await worldOf(onedoor, me, study.study),
      await worldOf(onedoor, them, study.study),
    ];
    await tendLabWorlds(onedoor);
    expect((await statesOf(onedoor, one.id)).sort()).toEqual(["open", "ready"]);
    const untouched = await digestOfBrand(onedoor.db, theirs);
    const copies = (await readBrands(onedoor.db.kysely)).length;
    const another = await worldOf(onedoor, me, study.study, { insteadOf: mine });
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

  it("a study that cannot begin keeps nobody else waiting, and says why once, without naming anybody", {
    timeout: 120_000,
  }, async () => {
    const { onedoor: town, setClock } = await larkmouthTown(await open());
    const logged: unknown[] = [];
    const warn = (fields: object) => logged.push(fields);
    const onedoor = { ...town, log: { ...town.log, warn } };
    const bad = await openedStudy(onedoor, { id: "bad", study: studyThatFails() });
    const stuck = await asked(onedoor, bad, 0);
    const good = await asked(onedoor, await openedStudy(onedoor, { id: "good" }), 0);
    const look = async () => {
      for (const study of ["bad", "good"]) await keepLabWorldsReady(onedoor, TOWN, study);
      await tendLabWorlds(onedoor);
    };
    await look();
    expect([await statesOf(onedoor, stuck.id), await statesOf(onedoor, good.id)]).toEqual([
      ["failed"],
      ["ready"],
    ]);
    // What was begun of it is there, and time stands in it.
    const begun = (await labWorldsOf(onedoor.db.kysely, TOWN, stuck.id)).map(({ worldId }) => worldId);
    expect((await readBrands(onedoor.db.kysely)).map(({ id }) => id)).toEqual(expect.arrayContaining(begun));
    expect((await brandsInTime(onedoor.db.kysely, onedoor.clock())).map(({ id }) => id)).toEqual([TOWN]);
    const told = await notMade(onedoor.db.kysely, TOWN, "bad");
    expect(told).toMatchObject({ people: 1, variant: expect.stringMatching(/^(as-it-is|one-name)$/) });
    expect(told?.why).toContain("What winston-baptiste asked for could not be accepted");
    expect(logged).toEqual([{ why: told?.why }]);
    expect(await notMade(onedoor.db.kysely, TOWN, "good")).toBeNull();
    // It is tried again after a while, and goes wrong for the same reason.
    await look();
    expect(await statesOf(onedoor, stuck.id)).toEqual(["failed"]);
    setClock("2026-11-25T14:06:00.000Z");
    await look();
    expect(await notMade(onedoor.db.kysely, TOWN, "bad")).toEqual(told);
    expect((await statesOf(onedoor, stuck.id)).sort()).toEqual(["failed", "over"]);
    expect((await auditOf(onedoor.db.kysely, TOWN, "bad")).map(({ action }) => action)).toEqual([
      "study-not-begun",
    ]);
    const noted = JSON.stringify(await auditOf(onedoor.db.kysely, TOWN, "bad"));
    for (const name of [stuck.id, ...(await worldsOf(onedoor.db.kysely, TOWN))])
      expect(noted).not.toContain(name);
  });

  it("who comes to a study that cannot begin is told so, and no press of theirs makes a world again that failed lately", {
    timeout: 120_000,
  }, async () => {
    const { onedoor: town, setClock } = await larkmouthTown(await open());
    const logged: unknown[] = [];
    const warn = (fields: object) => logged.push(fields);
    const onedoor = { ...town, log: { ...town.log, warn } };
    const bad = await openedStudy(onedoor, { study: studyThatFails() });
    const me = { townId: TOWN, participantId: (await asked(onedoor, bad, 0)).id };
    expect(await isWorldNotMade(onedoor, me)).toBe(false);
    for (let press = 0; press < 3; press += 1)
      expect(await worldFor(onedoor, me, bad.study)).toEqual({ kind: "not-made" });
    expect([await isWorldNotMade(onedoor, me), await isWorldBeingMade(onedoor, me)]).toEqual([true, false]);
    expect(logged).toHaveLength(1);
    setClock("2026-11-25T14:05:01.000Z");
    expect(await worldFor(onedoor, me, bad.study)).toEqual({ kind: "not-made" });
    expect(logged).toHaveLength(2);
  });

  it("a database that is busy is no fault of the study, and whoever comes a little later begins", {
    timeout: 120_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor);
    const me = { townId: TOWN, participantId: (await asked(onedoor, study, 0)).id };
    const busy = () =>
      Promise.reject(Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" }));
    const stopped = { ...onedoor, directories: { ...onedoor.directories, refresh: busy } };
    await expect(worldFor(stopped, me, study.study)).rejects.toThrow("database is locked");
    expect(await notMade(onedoor.db.kysely, TOWN, study.id)).toBeNull();
    expect(await auditOf(onedoor.db.kysely, TOWN, study.id)).toEqual([]);
    expect(await isWorldNotMade(onedoor, me)).toBe(false);
    setClock("2026-11-25T14:00:21.000Z");
    await worldOf(onedoor, me, study.study);
    expect(await statesOf(onedoor, me.participantId)).toContain("open");
  });

  it("a button that was pressed twice opens one world", { timeout: 120_000 }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor);
    const { id } = await asked(onedoor, study, 0);
    const me = { townId: TOWN, participantId: id };
    const both = await Promise.all([1, 2].map(() => worldFor(onedoor, me, study.study)));
    const worldId = await worldOf(onedoor, me, study.study);
    // Whoever was second goes in with the first, or waits while theirs is made.
    expect(both).toContainEqual({ kind: "open", worldId });
    for (const each of both) expect([{ kind: "open", worldId }, { kind: "being-made" }]).toContainEqual(each);
    expect((await statesOf(onedoor, id)).filter((state) => state === "open")).toEqual(["open"]);
  });

  it("so many wait as a day of sessions takes, and the next is wanted as one is taken", {
    timeout: 120_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor);
    const many = MOST_AHEAD + 5;
    const people: Awaited<ReturnType<typeof asked>>[] = [];
    for (let place = 0; place < many; place += 1) people.push(await asked(onedoor, study, place));
    const have = async () => {
      const states = await Promise.all(people.map(({ id }) => statesOf(onedoor, id)));
      return states.map((each) => each.join());
    };
    const wanted = (from: number, to: number) =>
      people.map((_, place) => (place >= from && place < to ? "wanted" : ""));
    // Two who look after them at once ask for no more than one does.
    await Promise.all([1, 2].map(() => keepLabWorldsReady(onedoor, TOWN, study.id)));
    await keepLabWorldsReady(onedoor, TOWN, study.id);
    expect(await have()).toEqual(wanted(0, MOST_AHEAD));
    // The first one comes: theirs is made at once, and somebody else's is wanted besides.
    const first = { townId: TOWN, participantId: people[0]?.id ?? "" };
    await worldOf(onedoor, first, study.study);
    await onedoor.db.write((tx) =>
      updateParticipant(tx, TOWN, first.participantId, { state: "taking-part" }),
    );
    await keepLabWorldsReady(onedoor, TOWN, study.id);
    expect(await have()).toEqual(["open", ...wanted(0, MOST_AHEAD + 1).slice(1)]);
    // Who comes without one is the first in line, however many wait.
    setClock("2026-11-25T14:01:00.000Z");
    const late = { townId: TOWN, participantId: people[many - 1]?.id ?? "" };
    await Promise.all([1, 2].map(() => wantWorldNow(onedoor, late)));
    expect(await statesOf(onedoor, late.participantId)).toEqual(["wanted"]);
    const next = await onedoor.db.write((tx) => claimLabWorld(tx, onedoor.clock()));
    expect(next).toMatchObject(late);
    // So is who has one coming, and is here before it is made.
    setClock("2026-11-25T14:02:00.000Z");
    const early = { townId: TOWN, participantId: people[MOST_AHEAD]?.id ?? "" };
    await wantWorldNow(onedoor, early);
    expect(await onedoor.db.write((tx) => claimLabWorld(tx, onedoor.clock()))).toMatchObject(early);
    // A study that is closed is asked for nothing.
    await onedoor.db.kysely.deleteFrom("lab_worlds").where("state", "=", "wanted").execute();
    await onedoor.db.kysely.updateTable("studies").set({ state: "closed" }).execute();
    await keepLabWorldsReady(onedoor, TOWN, study.id);
    expect((await have()).filter((each) => each === "wanted")).toEqual([]);
  });

  it("who comes while theirs is made, or while many are, waits and is the next; who makes it may be gone", {
    timeout: 120_000,
  }, async () => {
    const { onedoor, setClock } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor);
    const people: Awaited<ReturnType<typeof asked>>[] = [];
    for (let place = 0; place < 3; place += 1) people.push(await asked(onedoor, study, place));
    const [one, two, late] = people.map(({ id }) => ({ townId: TOWN, participantId: id }));
    if (one === undefined || two === undefined || late === undefined) throw new Error("Three were asked");
    await keepLabWorldsReady(onedoor, TOWN, study.id);
    const { kysely } = onedoor.db;
    await kysely.deleteFrom("lab_worlds").where("participant_id", "=", late.participantId).execute();
    // Two others are at it.
    for (let making = 0; making < 2; making += 1)
      await onedoor.db.write((tx) => claimLabWorld(tx, onedoor.clock()));
    for (const who of [one, late])
      expect(await worldFor(onedoor, who, study.study)).toEqual({ kind: "being-made" });
    expect(await isWorldBeingMade(onedoor, late)).toBe(true);
    expect(await statesOf(onedoor, late.participantId)).toEqual(["wanted"]);
    expect(await onedoor.db.write((tx) => claimLabWorld(tx, onedoor.clock()))).toMatchObject(late);
    expect(await worldFor(onedoor, late, study.study)).toEqual({ kind: "being-made" });
    // Nothing came of any of them for long: whoever comes has theirs made at once.
    setClock("2026-11-25T14:01:00.000Z");
    const worldId = await worldOf(onedoor, one, study.study);
    expect(await isWorldBeingMade(onedoor, one)).toBe(false);
    expect((await ownerOfLabWorld(kysely, worldId))?.participantId).toBe(one.participantId);
  });

  it("who withdraws meanwhile is given none, and no row says that there was one", async () => {
    const { onedoor } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor);
    const { id } = await asked(onedoor, study, 0);
    await deleteParticipant(onedoor, TOWN, id);
    expect(await worldFor(onedoor, { townId: TOWN, participantId: id }, study.study)).toEqual({
      kind: "gone",
    });
    expect(await labWorldsOf(onedoor.db.kysely, TOWN, id)).toEqual([]);
  });
});
