import { sql } from "kysely";
import { expect, it } from "vitest";
import { instant, milliseconds } from "~/domain/shared/time";
import type { LabEvent } from "~/domain/usability/log";
import { migrate } from "~db/migrations";
import { beginBrand, readMaking } from "~db/queries/copy-brand";
import { readProblems } from "~db/queries/lab-problems";
import { appendLabEvents } from "~db/queries/lab-record";
import { insertSnapshots } from "~db/queries/lab-snapshots";
import { insertLabWorld, labWorldsOf } from "~db/queries/lab-worlds";
import { readParticipant } from "~db/queries/participants";
import { createSession } from "~db/queries/sessions";
import { readTracesLeft } from "~db/queries/traces-left";
import { onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy } from "~tests/support/lab";
import { LARKMOUTH, larkmouthTown } from "~tests/support/larkmouth-town";
import { tracesOf } from "~tests/support/traces";
import { removeBrand } from "../delete-brand";
import { deleteParticipant, deleteParticipantsDue } from "./delete-participant";
import { addMoments, makeProblem, rewordProblem, takeMoment } from "./keep-problems";
import { tendLabWorlds } from "./worlds";
import { wantWorldNow } from "./worlds-ahead";

const INGRID = { accountId: "ingrid", name: "Ingrid Solberg" };
const AT = "2026-11-25T14:00:00.000Z";
const after = (seconds: number) => instant(milliseconds(AT) + seconds * 1_000);

onEachDatabase((open, { dialect }) => {
  /** Somebody of whom so much is recorded that it moves from page to page of the file as it grows. */
  async function lab() {
    const { onedoor, setClock } = await larkmouthTown(await open(), AT);
    const study = await openedStudy(onedoor);
    const people = [await asked(onedoor, study, 0), await asked(onedoor, study, 1)] as const;
    const [gone, stays] = people;
    for (let round = 0; round < 40; round += 1)
      for (const { id } of people)
        await onedoor.db.write(async (tx) => {
          const on = `${id} pressed ${"a button ".repeat(round % 20)}`;
          await appendLabEvents(tx, LARKMOUTH, id, [
            { id: `${id}-${round}`, at: AT, event: { kind: "click", on } },
          ]);
          await insertSnapshots(tx, LARKMOUTH, id, [
            { id: `${round}`, html: `<p>${`${id} saw this `.repeat(50 * (round % 9))}</p>` },
          ]);
        });
    return {
      onedoor,
      setClock,
      study,
      gone,
      stays,
      secrets: [`${gone.id} pressed`, `${gone.id} saw`, `${gone.id}-1`],
    };
  }

  /** Both have a moment that was tagged, of which problems can be made. */
  async function labWithMoments() {
    const at = await lab();
    const tagged: LabEvent = { kind: "tagged", tag: "problem", severity: 3, note: "", by: "leon" };
    for (const { id } of [at.gone, at.stays])
      await at.onedoor.db.write((tx) =>
        appendLabEvents(tx, LARKMOUTH, id, [{ id: `${id}-tagged`, at: AT, event: tagged }]),
      );
    const moment = ({ id }: { readonly id: string }) => ({ code: id, event: `${id}-tagged` });
    const keep = (id: string, title: string, ...moments: readonly ReturnType<typeof moment>[]) =>
      makeProblem(at.onedoor, LARKMOUTH, INGRID, at.study.id, { id, title, severity: 3, moments });
    return { ...at, moment, keep };
  }

  it("leaves no trace, and the server goes on with its other work while the files are written anew", async () => {
    const { onedoor, gone, stays, secrets } = await lab();
    const { db } = onedoor;
    let wiped = false;
    const deleting = deleteParticipant(onedoor, LARKMOUTH, gone.id).finally(() => {
      wiped = true;
    });
    await expect.poll(() => readParticipant(db.kysely, LARKMOUTH, gone.id), { interval: 1 }).toBeUndefined();
    let turns = 0;
    while (!wiped) {
      await new Promise((next) => setImmediate(next));
      turns += 1;
    }
    expect(await deleting).toBe("wiped");
    // A thread has to be begun for it, which takes a while; work of this one would have left no turns.
    if (dialect === "sqlite") expect(turns).toBeGreaterThan(20);
    expect(await tracesOf(db, secrets)).toEqual([]);
    expect(await tracesOf(db, [`${stays.id} pressed`])).toContain(`${stays.id} pressed in lab_events.body`);
    expect(await readTracesLeft(db.kysely)).toEqual([]);
  });

  it("takes a problem along that was seen with nobody else, title and all, and leaves what others show", async () => {
    const { onedoor, study, gone, stays, secrets, moment, keep } = await labWithMoments();
    const { db } = onedoor;
    await keep("only", "Says they wait for a letter", moment(gone));
    await keep("both", "Nobody sees the button", moment(gone), moment(stays));
    await keep("none", "Seen before");
    const was = "Says they wait for a letter";
    const reworded = { id: "only", title: "Says they wait and wait", severity: 4, moments: [moment(gone)] };
    await rewordProblem(onedoor, LARKMOUTH, INGRID, study.id, { ...reworded, was });
    expect(await deleteParticipant(onedoor, LARKMOUTH, gone.id)).toBe("wiped");
    expect(await tracesOf(db, [...secrets, "Says they wait"])).toEqual([]);
    const left = await readProblems(db.kysely, LARKMOUTH, study.id);
    expect(left.map(({ id, moments }) => [id, moments])).toEqual(
      expect.arrayContaining([
        ["both", [moment(stays)]],
        ["none", []],
      ]),
    );
    expect(left).toHaveLength(2);
  });

  it("takes a title along that was written from what they did, wherever others show the problem too, and no other", async () => {
    const { onedoor, study, gone, stays, secrets, moment, keep } = await labWithMoments();
    const at = [onedoor, LARKMOUTH, INGRID, study.id] as const;
    const both = [moment(gone), moment(stays)];
    const kept = { kind: "kept" };
    await keep("made", "Says: where is my letter", ...both);
    await keep("taken", "Asks: where is my letter", ...both);
    await takeMoment(...at, { id: "taken", moment: moment(gone) });
    for (const id of ["others", "worse", "reworded"]) {
      await keep(id, "Nobody sees it", moment(stays));
      await addMoments(...at, { id, moments: [moment(gone)] });
    }
    const seen = { was: "Nobody sees it", title: "Nobody sees it", severity: 4, moments: both };
    expect(await rewordProblem(...at, { ...seen, id: "worse" })).toMatchObject(kept);
    const theirs = { ...seen, title: "Thinks: where is my letter" };
    expect(await rewordProblem(...at, { ...theirs, id: "reworded" })).toMatchObject(kept);

    expect(await deleteParticipant(onedoor, LARKMOUTH, gone.id)).toBe("wiped");
    expect(await tracesOf(onedoor.db, [...secrets, "where is my letter"])).toEqual([]);
    const left = await readProblems(onedoor.db.kysely, LARKMOUTH, study.id);
    const titles = Object.fromEntries(left.map(({ id, title }) => [id, title]));
    const [sees, none] = ["Nobody sees it", ""];
    expect(titles).toEqual({ made: none, taken: none, others: sees, worse: sees, reworded: none });
    expect(left.flatMap(({ moments }) => moments)).toEqual(left.map(() => moment(stays)));

    // A page that was opened before brings none of it back; one that is opened now gives another name.
    const before = { kind: "not-found" };
    expect(await rewordProblem(...at, { ...theirs, id: "others" })).toEqual(before);
    const old = { ...theirs, was: "Asks: where is my letter", moments: [moment(stays)] };
    expect(await rewordProblem(...at, { ...old, id: "taken" })).toEqual(before);
    const anew = { id: "made", was: "", title: "Does not find it", severity: 3, moments: [moment(stays)] };
    expect(await rewordProblem(...at, anew)).toMatchObject(kept);
    await deleteParticipant(onedoor, LARKMOUTH, stays.id);
    expect(await tracesOf(onedoor.db, ["Does not find it", "where is my letter"])).toEqual([]);
  });

  it("takes the title of every problem along that they show, of those that were made before it was noted whose words one holds", async () => {
    const { onedoor, study, gone, stays, moment, keep } = await labWithMoments();
    const { db } = onedoor;
    await keep("before", "Says: where is my letter", moment(gone), moment(stays));
    // As it stood before the step that notes it.
    await db.write(async (tx) => {
      await tx.schema.dropTable("lab_problem_words").execute();
      await sql`delete from kysely_migration where name = '0033-lab-problem-words'`.execute(tx);
    });
    await migrate(db);
    await deleteParticipant(onedoor, LARKMOUTH, gone.id);
    expect(await tracesOf(db, ["where is my letter"])).toEqual([]);
    expect(await readProblems(db.kysely, LARKMOUTH, study.id)).toMatchObject([{ id: "before", title: "" }]);
  });

  it("is wiped by the clock when the process that deleted it died before it had", async () => {
    const { onedoor, setClock, gone, secrets } = await lab();
    const { db } = onedoor;
    await new Promise<void>((died) => {
      const dies = () => {
        died();
        return new Promise<boolean>(() => {});
      };
      void deleteParticipant({ ...onedoor, db: { ...db, settle: dies } }, LARKMOUTH, gone.id);
    });
    expect(await readParticipant(db.kysely, LARKMOUTH, gone.id)).toBeUndefined();
    if (dialect === "sqlite") expect(await tracesOf(db, secrets)).not.toEqual([]);

    // Whoever deleted it may still be at it.
    setClock(after(59));
    await deleteParticipantsDue(onedoor);
    expect(await readTracesLeft(db.kysely)).toHaveLength(1);
    setClock(after(61));
    await deleteParticipantsDue(onedoor);
    expect(await readTracesLeft(db.kysely)).toEqual([]);
    expect(await tracesOf(db, secrets)).toEqual([]);
  });

  it("says that all is deleted when the files cannot be written anew, and the clock wipes them when they can", async () => {
    const { onedoor, setClock, gone, secrets } = await lab();
    const { db } = onedoor;
    const logged: unknown[] = [];
    const warn = (fields: object) => logged.push(fields);
    const full = new Error("database or disk is full");
    const failing = {
      ...onedoor,
      log: { ...onedoor.log, warn },
      db: { ...db, settle: () => Promise.reject(full) },
    };
    expect(await deleteParticipant(failing, LARKMOUTH, gone.id)).toBe("deleted");
    expect(await readParticipant(db.kysely, LARKMOUTH, gone.id)).toBeUndefined();
    // A pass of the clock goes on with its other work.
    setClock(after(61));
    expect(await deleteParticipantsDue(failing)).toBe(0);
    expect(logged).toEqual([{ err: full }, { err: full }]);
    expect(await readTracesLeft(db.kysely)).toHaveLength(1);
    setClock(after(122));
    await deleteParticipantsDue(onedoor);
    expect(await readTracesLeft(db.kysely)).toEqual([]);
    expect(await tracesOf(db, secrets)).toEqual([]);
  });

  it("forgets whoever is on their way through sign-in to an address that names them, and nobody else", async () => {
    const { onedoor, gone, stays } = await lab();
    const { kysely } = onedoor.db;
    const addressesOf = (id: string) => [
      `/lab/sessions/${id}`,
      `/lab/sessions/${id}/replay`,
      `/lab/studies/whose-care/participants?delete=${id}`,
      `/lab/studies/whose-care/participants?delete=${id}&done=no`,
    ];
    const left = [...addressesOf(stays.id), "/lab/studies/whose-care/participants?delete="];
    for (const [place, next] of [...addressesOf(gone.id), ...left].entries()) {
      const body = { audience: "lab", next };
      const session = { id: `way-${place}`, brandId: LARKMOUTH, accountId: null, expiresAt: after(600) };
      await createSession(kysely, { ...session, audience: "leaving", body });
    }
    await deleteParticipant(onedoor, LARKMOUTH, gone.id);
    const kept = await kysely.selectFrom("sessions").select("body").orderBy("id").execute();
    expect(kept.map(({ body }) => JSON.parse(body).next)).toEqual(left);
  });

  it("is wiped by the clock when the whole brand is taken away", async () => {
    const { onedoor, setClock, stays, secrets } = await lab();
    const { db } = onedoor;
    expect(await removeBrand(onedoor, LARKMOUTH)).toBe(true);
    expect(await readTracesLeft(db.kysely)).toHaveLength(1);
    setClock(after(61));
    await deleteParticipantsDue(onedoor);
    expect(await readTracesLeft(db.kysely)).toEqual([]);
    expect(await tracesOf(db, [...secrets, `${stays.id} pressed`])).toEqual([]);
  });

  it("waits for whoever takes their world away already", async () => {
    const { onedoor, gone } = await lab();
    const { kysely } = onedoor.db;
    await wantWorldNow(onedoor, { townId: LARKMOUTH, participantId: gone.id });
    await tendLabWorlds(onedoor);
    const [world] = await labWorldsOf(kysely, LARKMOUTH, gone.id);
    if (world === undefined) throw new Error("A world was made");
    const taking = removeBrand(onedoor, world.worldId);
    await expect
      .poll(async () => (await readMaking(kysely, world.worldId))?.madeBy ?? null, { interval: 1 })
      .not.toBeNull();
    expect(await deleteParticipant(onedoor, LARKMOUTH, gone.id)).toBe("wiped");
    expect(await taking).toBe(true);
    expect(await readTracesLeft(kysely)).toEqual([]);
  });

  it("says that it is not all wiped while another process still makes a world of theirs, and the clock sees to the rest", async () => {
    const { onedoor, setClock, gone, secrets } = await lab();
    const { db } = onedoor;
    const world = { townId: LARKMOUTH, worldId: `lab-${"0".repeat(32)}`, participantId: gone.id };
    const { brand } = await onedoor.directories.current(LARKMOUTH);
    await db.write(async (tx) => {
      await insertLabWorld(tx, world, "making", AT);
      const claim = { madeBy: "another process", madeUntil: after(30) };
      const copied = { from: LARKMOUTH, host: null, directoryVersion: 1, at: AT, ...claim };
      await beginBrand(tx, { ...brand, id: world.worldId }, copied);
    });
    expect(await deleteParticipant(onedoor, LARKMOUTH, gone.id)).toBe("deleted");
    expect(await tracesOf(db, secrets)).toEqual([]);
    expect(await tracesOf(db, [world.worldId])).not.toEqual([]);
    setClock(after(31));
    await tendLabWorlds(onedoor);
    setClock(after(61));
    await deleteParticipantsDue(onedoor);
    expect(await readTracesLeft(db.kysely)).toEqual([]);
    expect(await tracesOf(db, [world.worldId])).toEqual([]);
  });
});
