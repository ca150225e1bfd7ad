import { describe, expect, it } from "vitest";
import type { Change } from "~/domain/simulation/changes";
import { NO_PROGRESS, type ScenarioRun, standingOfRun } from "~/domain/simulation/run";
import { auditOf } from "~db/queries/audit";
import {
  putRun,
  readRun,
  readRuns,
  readScenario,
  readScenarios,
  stopRun,
  updateRun,
} from "~db/queries/scenarios";
import { onEachDatabase } from "~tests/support/databases";
import { openFrontDoor, TOWN } from "~tests/support/front-door";
import {
  addChange,
  keepScenario,
  MOST_SCENARIOS,
  nameScenario,
  removeChange,
  removeScenario,
  ScenarioFile,
} from "./keep-scenario";

const ALAN = { accountId: "alan", name: "Alan Fenwick" };
const LEAVES: Change = { kind: "leave", organisationId: "hill" };
const MORE: Change = { kind: "demand", serviceId: null, percent: 20 };
const WORDS = { name: "Without hill", note: "", changes: [] };

onEachDatabase((open) => {
  const front = async () => {
    const door = await openFrontDoor(await open());
    const { onedoor } = door;
    const kept = await keepScenario(onedoor, TOWN, ALAN, WORDS);
    if (kept.kind !== "kept") throw new Error(kept.kind);
    return { door, onedoor, reader: onedoor.db.kysely, id: kept.scenario.id };
  };

  describe("a scenario", () => {
    it("is kept under its name, with its changes in order, and each change of it is in the audit", async () => {
      const { onedoor, reader, id } = await front();
      await addChange(onedoor, TOWN, ALAN, { id, seen: 1 }, LEAVES);
      await addChange(onedoor, TOWN, ALAN, { id, seen: 2 }, MORE);
      await removeChange(onedoor, TOWN, ALAN, { id, seen: 3 }, 0);
      await nameScenario(onedoor, TOWN, ALAN, { id, seen: 4 }, { name: "More ask", note: "In winter" });
      expect(await readScenario(reader, TOWN, id)).toMatchObject({
        name: "More ask",
        note: "In winter",
        changes: [MORE],
        version: 5,
        madeBy: "alan",
      });
      const actions = (await auditOf(reader, TOWN, id)).map(({ action }) => action);
      expect(actions).toEqual(["scenario-kept", ...Array(4).fill("scenario-changed")]);
    });

    it("is not changed by who saw an older one", async () => {
      const { onedoor, reader, id } = await front();
      await addChange(onedoor, TOWN, ALAN, { id, seen: 1 }, LEAVES);
      expect(await addChange(onedoor, TOWN, ALAN, { id, seen: 1 }, MORE)).toEqual({
        kind: "changed-meanwhile",
      });
      expect((await readScenario(reader, TOWN, id))?.changes).toEqual([LEAVES]);
    });

    it("goes for good, with what it came to", async () => {
      const { onedoor, reader, id } = await front();
      await putRun(reader, TOWN, runOf(id));
      expect(await removeScenario(onedoor, TOWN, ALAN, { id, seen: 7 })).toEqual({
        kind: "changed-meanwhile",
      });
      expect(await removeScenario(onedoor, TOWN, ALAN, { id, seen: 1 })).toEqual({ kind: "removed" });
      expect(await removeScenario(onedoor, TOWN, ALAN, { id, seen: 1 })).toEqual({ kind: "not-found" });
      expect(await readScenarios(reader, TOWN)).toEqual([]);
      expect(await readRuns(reader, TOWN)).toEqual(new Map());
    });

    it("is one of no more than a hundred", async () => {
      const { onedoor } = await front();
      for (let many = 1; many < MOST_SCENARIOS; many += 1) await keepScenario(onedoor, TOWN, ALAN, WORDS);
      expect(await keepScenario(onedoor, TOWN, ALAN, WORDS)).toEqual({ kind: "too-many" });
    });
  });

  const AT = "2026-11-23T09:00:00.000Z";
  const runOf = (scenarioId: string): ScenarioRun => ({
    scenarioId,
    state: "waiting",
    ofVersion: 1,
    askedAt: AT,
    seenAt: AT,
    progress: NO_PROGRESS,
  });

  describe("a run", () => {
    it("says how far it is until it is stopped, and nothing after that", async () => {
      const { reader, id } = await front();
      const run = runOf(id);
      await putRun(reader, TOWN, run);
      const progress = { ...NO_PROGRESS, done: 5, of: 10 };
      expect(await updateRun(reader, TOWN, run, { state: "running", seenAt: AT, progress })).toBe(true);
      expect((await readRun(reader, TOWN, id))?.run).toMatchObject({ state: "running", progress });
      expect(await stopRun(reader, TOWN, id)).toBe(true);
      expect(await updateRun(reader, TOWN, run, { state: "running", seenAt: AT, progress })).toBe(false);
      expect(await stopRun(reader, TOWN, id)).toBe(false);
      expect((await readRun(reader, TOWN, id))?.run.state).toBe("stopped");
    });

    it("of an earlier asking says nothing over a later one", async () => {
      const { reader, id } = await front();
      const later = { ...runOf(id), askedAt: "2026-11-23T09:05:00.000Z" };
      await putRun(reader, TOWN, runOf(id));
      await putRun(reader, TOWN, later);
      const said = { state: "done" as const, seenAt: AT, progress: NO_PROGRESS };
      expect(await updateRun(reader, TOWN, runOf(id), said)).toBe(false);
      expect(await updateRun(reader, TOWN, later, said)).toBe(true);
    });

    it("is of a scenario that is only called something else, and not of one that is changed", async () => {
      const { onedoor, reader, id } = await front();
      const ofVersion = async () => (await readRun(reader, TOWN, id))?.run.ofVersion;
      const words = { name: "Hill alone", note: "In spring" };
      await nameScenario(onedoor, TOWN, ALAN, { id, seen: 1 }, words);
      await putRun(reader, TOWN, { ...runOf(id), ofVersion: 2 });
      await nameScenario(onedoor, TOWN, ALAN, { id, seen: 2 }, { ...words, name: "Hill goes" });
      expect([(await readScenario(reader, TOWN, id))?.version, await ofVersion()]).toEqual([3, 3]);
      await addChange(onedoor, TOWN, ALAN, { id, seen: 3 }, LEAVES);
      await nameScenario(onedoor, TOWN, ALAN, { id, seen: 4 }, words);
      expect([(await readScenario(reader, TOWN, id))?.version, await ofVersion()]).toEqual([5, 3]);
    });

    it("of which nothing is heard is lost, but for one that is over", () => {
      const run = runOf("any");
      expect(standingOfRun(run, "2026-11-23T09:00:19.000Z")).toBe("waiting");
      expect(standingOfRun(run, "2026-11-23T09:00:21.000Z")).toBe("lost");
      expect(standingOfRun({ ...run, state: "done" }, "2026-11-24T09:00:00.000Z")).toBe("done");
    });
  });
});

it("a file's words are such as can be kept and seen, on any database", () => {
  const file = (change: object) =>
    ScenarioFile.safeParse({
      format: "onedoor-scenario-1",
      name: "Hill alone",
      note: "",
      changes: [],
      ...change,
    });
  expect(file({ name: " Hill\u0000 \ud800alone ", note: "a\u0000" }).data).toMatchObject({
    name: "Hill alone",
    note: "a",
  });
  for (const name of ["", " ", "\u200b\u2800", "x".repeat(81)])
    expect([name, file({ name }).success]).toEqual([name, false]);
  expect(file({ note: "x".repeat(501) }).success).toBe(false);
});
