import { expect, it } from "vitest";
import { resultsOf } from "~/domain/usability/results";
import { auditOf } from "~db/queries/audit";
import { readProblems } from "~db/queries/lab-problems";
import { insertStudy, insertStudyVersion } from "~db/queries/studies";
import { readStudyRecords } from "~db/queries/study-records";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, TOWN } from "~tests/support/front-door";
import { keepPeople } from "~tests/support/lab-people";
import { BEGAN, BOX_STUDY, sixSessions, TakingPart } from "~tests/support/lab-session";
import {
  addMoments,
  MOST_PROBLEMS,
  makeProblem,
  removeProblem,
  rewordProblem,
  takeMoment,
} from "./keep-problems";

const INGRID = { accountId: "ingrid", name: "Ingrid Solberg" };
const BUTTON = { id: "button", title: "Nobody sees the button", severity: 3 };

const tagged = (code: string, notes: readonly string[]) => {
  const one = new TakingPart(code, "brand").begin("ask").page("/search");
  for (const note of notes) one.tell({ kind: "tagged", tag: "problem", severity: 3, note, by: "leon" });
  return one.session;
};
const FIRST = { code: "A", event: "A-5" };
const SECOND = { code: "B", event: "B-5" };

onEachDatabase((open) => {
  async function lab() {
    const { onedoor } = await openFrontDoor(await open());
    const times = { madeBy: "ingrid", madeAt: MONDAY_9AM, changedAt: MONDAY_9AM };
    for (const id of ["box", "other"])
      await onedoor.db.write(async (tx) => {
        await insertStudy(tx, TOWN, {
          id,
          state: "open",
          version: 2,
          edition: 1,
          draft: BOX_STUDY,
          ...times,
        });
        for (const version of [1, 2])
          await insertStudyVersion(tx, TOWN, { studyId: id, version, study: BOX_STUDY, now: MONDAY_9AM });
      });
    const at = { studyId: "box", version: 1, from: 0 };
    await keepPeople(onedoor.db, TOWN, at, [tagged("A", ["No button", "Small"]), tagged("B", ["No button"])]);
    await keepPeople(onedoor.db, TOWN, { ...at, version: 2, from: 2 }, sixSessions());
    await keepPeople(onedoor.db, TOWN, { ...at, studyId: "other" }, [tagged("C", ["Elsewhere"])]);
    return onedoor;
  }

  it("a version's results are reckoned from its own participants' records, and are those of the records themselves", async () => {
    const { db } = await lab();
    const sessions = await readStudyRecords(db.kysely, TOWN, "box", 2);
    expect(sessions.map(({ code }) => code)).toEqual(["P1", "P2", "P3", "P4", "P5", "P6"]);
    expect(resultsOf(BOX_STUDY, sessions, BEGAN)).toEqual(resultsOf(BOX_STUDY, sixSessions(), BEGAN));
    expect((await readStudyRecords(db.kysely, TOWN, "box", 1)).map(({ code }) => code)).toEqual(["A", "B"]);
  });

  it("a problem is made of moments; more show it; it has other words, and is taken away", async () => {
    const onedoor = await lab();
    const { kysely } = onedoor.db;
    const at = [onedoor, TOWN, INGRID, "box"] as const;
    const { id } = BUTTON;
    expect(await makeProblem(...at, { ...BUTTON, moments: [FIRST] })).toEqual({ kind: "kept", id });
    expect(await addMoments(...at, { id, moments: [FIRST, SECOND] })).toEqual({ kind: "kept", id });
    expect(await readProblems(kysely, TOWN, "box")).toEqual([{ ...BUTTON, moments: [FIRST, SECOND] }]);
    const low = { id, title: "The button is low", severity: 4, moments: [FIRST, SECOND] };
    expect(await rewordProblem(...at, { ...low, was: "Another title" })).toEqual({ kind: "not-found" });
    expect(await rewordProblem(...at, { ...low, was: BUTTON.title })).toEqual({ kind: "kept", id });
    await takeMoment(...at, { id, moment: FIRST });
    const now = { id, title: "The button is low", severity: 4, moments: [SECOND] };
    expect(await readProblems(kysely, TOWN, "box")).toEqual([now]);
    expect(await removeProblem(...at, id)).toMatchObject({ kind: "kept" });
    expect(await removeProblem(...at, id)).toEqual({ kind: "not-found" });
    expect(await readProblems(kysely, TOWN, "box")).toEqual([]);
    const actions = (await auditOf(kysely, TOWN, "box")).map(({ action }) => action);
    expect(actions).toEqual([
      "lab-problem-made",
      "lab-problem-shown",
      "lab-problem-changed",
      "lab-problem-changed",
      "lab-problem-removed",
    ]);
  });

  it("a form that is sent twice, at one moment or later, makes one problem, that is on record once", async () => {
    const onedoor = await lab();
    const { kysely } = onedoor.db;
    const at = [onedoor, TOWN, INGRID, "box"] as const;
    const sent = () => makeProblem(...at, { ...BUTTON, moments: [FIRST] });
    const kept = { kind: "kept", id: BUTTON.id };
    expect(await Promise.all([sent(), sent()])).toEqual([kept, kept]);
    expect(await sent()).toEqual(kept);
    expect(await readProblems(kysely, TOWN, "box")).toEqual([{ ...BUTTON, moments: [FIRST] }]);
    expect(await auditOf(kysely, TOWN, "box")).toHaveLength(1);
  });

  it("no problem is made of another study's people, of what was not tagged, or past the most", async () => {
    const onedoor = await lab();
    const at = [onedoor, TOWN, INGRID, "box"] as const;
    const of = (...moments: { readonly code: string; readonly event: string }[]) =>
      makeProblem(...at, { ...BUTTON, id: onedoor.newId(), moments });
    expect(await of({ code: "C", event: "C-5" })).toEqual({ kind: "not-found" });
    expect(await of({ code: "A", event: "A-4" })).toEqual({ kind: "not-found" });
    expect(await of(FIRST, { code: "nobody", event: "A-5" })).toEqual({ kind: "not-found" });
    expect(await addMoments(...at, { id: "none", moments: [FIRST] })).toEqual({ kind: "not-found" });
    expect(await readProblems(onedoor.db.kysely, TOWN, "box")).toEqual([]);
    for (let made = 0; made < MOST_PROBLEMS; made += 1) await of();
    expect(await of()).toEqual({ kind: "too-many" });
  });

  it("who goes takes their moments out of every problem, and is in no result", async () => {
    const onedoor = await lab();
    const { db } = onedoor;
    await makeProblem(onedoor, TOWN, INGRID, "box", { ...BUTTON, moments: [FIRST, SECOND] });
    await db.write(async (tx) => {
      await tx.deleteFrom("participants").where("brand_id", "=", TOWN).where("id", "=", "A").execute();
    });
    const [problem] = await readProblems(db.kysely, TOWN, "box");
    expect(problem?.moments).toEqual([SECOND]);
    const sessions = await readStudyRecords(db.kysely, TOWN, "box", 1);
    const { people, problems } = resultsOf(BOX_STUDY, sessions, BEGAN, problem ? [problem] : []);
    expect(people.tookPart).toBe(1);
    expect(problems[0]?.people).toMatchObject({ count: 1, of: 1 });
  });
});
