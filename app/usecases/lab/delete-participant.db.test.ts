import { expect, it } from "vitest";
import { instant, milliseconds } from "~/domain/shared/time";
import type { LabEvent } from "~/domain/usability/log";
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
import { makeProblem, rewordProblem } from "./keep-problems";
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
    const { onedoor, study, gone, stays, secrets } = await lab();
    const { db } = onedoor;
    const tagged: LabEvent = { kind: "tagged", tag: "problem", severity: 3, note: "", by: "leon" };
    for (const { id } of [gone, stays])
      await db.write((tx) =>
        appendLabEvents(tx, LARKMOUTH, id, [{ id: `${id}-tagged`, at: AT, event: tagged }]),
      );
    const moment = ({ id }: { readonly id: string }) => ({ code: id, event: `${id}-tagged` });
    const keep = (id: string, title: string, ...moments: readonly ReturnType<typeof moment>[]) =>
      makeProblem(onedoor, LARKMOUTH, INGRID, study.id, { id, title, severity: 3, moments });
    await keep("only", "Says they wait for a letter", moment(gone));
    await keep("both", "Nobody sees the button", moment(gone), moment(stays));
    await keep("none", "Seen before");
    const reworded = { id: "only", title: "Says they wait and wait", severity: 4 };
    await rewordProblem(onedoor, LARKMOUTH, INGRID, study.id, reworded);
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
