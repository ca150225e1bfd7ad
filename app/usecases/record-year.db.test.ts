import { expect, it } from "vitest";
import { daysFrom, localDate } from "~/domain/shared/time";
import { createOnedoor } from "~/usecases/onedoor";
import { writeDirectory } from "~db/queries/directory";
import {
  deletePastWeeks,
  pastPartsByWeek,
  readPastParts,
  readPastWeek,
  readPastYear,
} from "~db/queries/past-weeks";
import { writePostcodes } from "~db/queries/places";
import { larkmouth } from "~seeds/reference/larkmouth";
import { LARKMOUTH_POSTCODES } from "~seeds/reference/postcodes";
import { YEARS } from "~seeds/years";
import { onEachDatabase } from "~tests/support/databases";
import { recordYear, type YearAsked } from "./record-year";

const NOW = "2026-11-29T10:00:00.000Z";
const year = YEARS.larkmouth;
if (year === undefined) throw new Error("Larkmouth has no year");
/** A fiftieth of Larkmouth's. */
const asked: YearAsked = { ...year, demand: { ...year.demand, asksHere: 0.02 } };
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const ALWAYS = { from: "2000-01-01T00:00:00.000Z", until: "2100-01-01T00:00:00.000Z" };

onEachDatabase((open) => {
  const town = async (now = NOW) => {
    const db = await open();
    await db.write(async (tx) => {
      await writePostcodes(tx, LARKMOUTH_POSTCODES);
      await writeDirectory(tx, larkmouth(localDate(NOW)), NOW);
    });
    return { ...createOnedoor(db, quiet), clock: () => now };
  };

  it("makes the year that ended yesterday, and again changes nothing, on that day or another", async () => {
    const onedoor = await town();
    const reader = onedoor.db.kysely;
    const made = await recordYear(onedoor, "larkmouth", asked);
    expect(made).toMatchObject({ kind: "recorded", from: "2025-11-30", until: "2026-11-28" });
    const parts = await readPastParts(reader, "larkmouth", ALWAYS);
    expect(parts.length).toBeGreaterThan(1_000);
    expect(made).toMatchObject({ parts: parts.length });
    const days = parts.map(({ need }) => localDate(need.at));
    expect(days).toEqual([...days].sort());
    expect([days[0], days.at(-1)]).toEqual(["2025-11-30", "2026-11-28"]);
    for (const { need, fact } of parts) expect(fact?.id).toBe(need.id);
    expect(new Set(parts.map(({ fact }) => fact?.organisationId)).size).toBeGreaterThan(15);
    const known = await readPastYear(reader, "larkmouth");
    expect(known?.weeks.reduce((sum, week) => sum + week.parts, 0)).toBe(parts.length);
    expect(known?.parameters).toEqual({
      seed: asked.seed,
      from: "2025-11-30",
      until: "2026-11-28",
      demand: asked.demand,
      behaviour: asked.behaviour,
    });

    const later = { ...onedoor, clock: () => "2026-12-09T10:00:00.000Z" };
    expect(await recordYear(later, "larkmouth", asked)).toEqual({ ...made, kind: "there" });
    expect(await readPastParts(reader, "larkmouth", ALWAYS)).toEqual(parts);
  });

  it("is whole when it was cut short and is begun again, and the same as one that was not", async () => {
    const onedoor = await town();
    const reader = onedoor.db.kysely;
    await recordYear(onedoor, "larkmouth", asked);
    const parts = await readPastParts(reader, "larkmouth", ALWAYS);
    await onedoor.db.write((tx) => deletePastWeeks(tx, "larkmouth"));
    // A database that fails after some weeks, as one does whose process is killed.
    let writes = 0;
    const write: typeof onedoor.db.write = (work) => {
      writes += 1;
      if (writes > 7) throw new Error("cut short");
      return onedoor.db.write(work);
    };
    const cut = { ...onedoor, db: { ...onedoor.db, write } };
    await expect(recordYear(cut, "larkmouth", asked)).rejects.toThrow("cut short");
    expect((await readPastYear(reader, "larkmouth"))?.weeks).toHaveLength(7);
    const later = { ...onedoor, clock: () => "2026-11-30T10:00:00.000Z" };
    expect(await recordYear(later, "larkmouth", asked)).toMatchObject({
      kind: "recorded",
      until: "2026-11-28",
    });
    expect(await readPastParts(reader, "larkmouth", ALWAYS)).toEqual(parts);
  });

  it("stops when it is asked to, and replaces a year of other parameters", async () => {
    const onedoor = await town();
    const reader = onedoor.db.kysely;
    expect(await recordYear(onedoor, "larkmouth", asked, { signal: AbortSignal.abort() })).toEqual({
      kind: "stopped",
    });
    expect(await readPastYear(reader, "larkmouth")).toBeNull();
    await recordYear(onedoor, "larkmouth", asked);
    const other = { ...asked, seed: 4 };
    expect(await recordYear(onedoor, "larkmouth", other)).toMatchObject({ kind: "recorded" });
    expect((await readPastYear(reader, "larkmouth"))?.parameters.seed).toBe(4);
  });

  it("reads a period by weeks, each once, and no more of them than there is", async () => {
    const onedoor = await town();
    const reader = onedoor.db.kysely;
    await recordYear(onedoor, "larkmouth", asked);
    const parts = await readPastParts(reader, "larkmouth", ALWAYS);
    const from = "2026-03-04T12:00:00.000Z";
    const until = "2026-03-24T12:00:00.000Z";
    const wanted = parts.filter(({ need }) => need.at >= from && need.at < until);
    expect(await readPastParts(reader, "larkmouth", { from, until })).toEqual(wanted);
    const weeks: string[] = [];
    for await (const { startsOn } of pastPartsByWeek(reader, "larkmouth", { from, until }))
      weeks.push(startsOn);
    expect(weeks).toEqual(["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"]);
    expect(await readPastParts(reader, "larkmouth", { from, until: from })).toEqual([]);
    expect(await readPastParts(reader, "saltmarsh", ALWAYS)).toEqual([]);
    expect(await readPastWeek(reader, "larkmouth", daysFrom("2026-03-02", 700))).toEqual([]);
  });

  it("makes up nothing of how real partners behave", async () => {
    const onedoor = await town();
    const reader = onedoor.db.kysely;
    const contents = larkmouth(localDate(NOW));
    await onedoor.db.write((tx) =>
      writeDirectory(tx, { ...contents, brand: { ...contents.brand, kind: "real" } }, NOW),
    );
    await onedoor.directories.refresh("larkmouth");
    expect(await recordYear(onedoor, "larkmouth", asked)).toMatchObject({
      kind: "refused",
      problem: expect.stringContaining("has real names"),
    });
    expect(await recordYear(onedoor, "larkmouth", { ...asked, behaviour: null })).toMatchObject({
      kind: "recorded",
    });
    for (const { fact } of await readPastParts(reader, "larkmouth", ALWAYS)) expect(fact).toBeNull();
  });

  it("makes no year where there is nobody to ask, nowhere to live, or a past of another brand's", async () => {
    const onedoor = await town();
    const problem = async (of: YearAsked) => {
      const result = await recordYear(onedoor, "larkmouth", of);
      return result.kind === "refused" ? result.problem : result;
    };
    expect(await problem({ ...asked, districts: ["Nowhere"] })).toMatch(/No postcode of Nowhere is known/);
    expect(await problem({ ...asked, behaviour: null })).toMatch(/say how its partners behave/);
    const contents = larkmouth(localDate(NOW));
    await onedoor.db.write((tx) =>
      writeDirectory(tx, { ...contents, brand: { ...contents.brand, historyOf: "saltmarsh" } }, NOW),
    );
    await onedoor.directories.refresh("larkmouth");
    expect(await problem(asked)).toMatch(/was copied from/);
    await expect(recordYear(onedoor, "nowhere", asked)).rejects.toThrow(/no brand/);
  });
});
