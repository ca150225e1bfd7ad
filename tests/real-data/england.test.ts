import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Directory } from "~/domain/directory/directory";
import type { Onedoor } from "~/usecases/context";
import { decide } from "~/usecases/decide";
import { createDirectories } from "~/usecases/directories";
import { createLabRecords } from "~/usecases/lab/records";
import { type LoadResult, loadArea } from "~/usecases/load-area";
import { type Database, openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { findPostcode } from "~db/queries/places";
import { ENGLAND } from "~seeds/areas/england";
import {
  isOfEngland,
  PUBLISHED,
  type PublishedEngland,
  pharmaciesFrom,
  publishedWaitRows,
  readPublishedEngland,
  sayWhetherThere,
  there,
} from "./published";

sayWhetherThere("loading all of England");

const codes = (rows: readonly (readonly string[])[]): string[] => rows.map(([code = ""]) => code).sort();

describe.skipIf(!there)("England, from the published files", { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "onedoor-england-"));
  let db: Database;
  let onedoor: Onedoor;
  let first: LoadResult;
  let directory: Directory;
  let published: PublishedEngland;

  const load = (): Promise<LoadResult> =>
    loadArea(onedoor, ENGLAND, {
      folder: PUBLISHED,
      watch: { started: () => {}, rows: () => {}, written: () => {} },
    });
  beforeAll(async () => {
    db = await openDatabase(`sqlite:${join(folder, "england.db")}`);
    await migrate(db);
    const clock = () => "2026-11-22T09:00:00.000Z";
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const directories = createDirectories(db, { clock });
    onedoor = {
      db,
      directories,
      labRecords: createLabRecords(),
      clock,
      newId: randomUUID,
      newReference: () => "K7PM-3QXR",
      log,
    };
    first = await load();
    directory = await onedoor.directories.current("england");
    published = readPublishedEngland();
  }, 600_000);
  afterAll(async () => {
    await db?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const loadedFrom = (list: string): string[] =>
    directory.organisations
      .filter(({ source, status }) => source?.file.includes(list) && status === "active")
      .map(({ odsCode }) => odsCode ?? "")
      .sort();

  it("holds every organisation of the raw lists, and no other", () => {
    expect(first.kind).toBe("loaded");
    expect(loadedFrom("epraccur")).toEqual(codes(published.practices));
    expect(loadedFrom("edispensary")).toEqual(codes(published.dispensers));
    expect(loadedFrom("egdpprac")).toEqual(codes(published.dentists));
    expect(loadedFrom("etr")).toEqual(codes(published.trusts));
    const counts = [published.practices, published.dispensers, published.dentists, published.trusts];
    expect(counts.map((rows) => rows.length)).toEqual([6_618, 11_276, 9_544, 205]);
  });

  it("holds every postcode of the raw list, where that says it is", async () => {
    const { count } = await db.kysely
      .selectFrom("postcodes")
      .select(({ fn }) => fn.countAll().as("count"))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(published.position.size);
    expect(published.position.size).toBe(1_701_895);
    const every = [...published.position].filter((_, index) => index % 4_001 === 0);
    for (const [postcode, [lat, lon]] of every)
      expect((await findPostcode(db.kysely, postcode))?.position, postcode).toEqual({ lat, lon });
  });

  it("offers what each kind gives, to the number, and nothing for who does not see people of England", () => {
    const ofEngland = (rows: readonly (readonly string[])[]) => rows.filter(isOfEngland);
    const practices = codes(ofEngland(published.practices));
    const pharmacies = codes(ofEngland(published.dispensers).filter((row) => row[13] === "1"));
    const dentists = codes(
      ofEngland(published.dentists).filter((row) => row[13] === "D" && !row[1]?.includes("ORTHODON")),
    );
    const offering = (service: string): string[] =>
      directory
        .offersOf(service)
        .map(({ organisationId }) => directory.organisation(organisationId)?.odsCode ?? "")
        .sort();
    expect(offering("gp-appointment")).toEqual(practices);
    expect(offering("sore-throat")).toEqual(pharmacies);
    expect(offering("urine-infection")).toEqual(pharmacies);
    expect(offering("nhs-dentist")).toEqual(dentists);
  });

  it("shows the published waits and no other: not reported is never zero", () => {
    const trusts = new Set(codes(published.trusts));
    const rows = publishedWaitRows().filter(({ trust, waiting }) => trusts.has(trust) && waiting >= 20);
    for (const [service, specialty] of [
      ["knee-operation", "C_110"],
      ["cataract-operation", "C_130"],
      ["skin-specialist", "C_330"],
    ]) {
      const shown = directory
        .offersOf(service ?? "")
        .filter(({ role }) => role === "provider")
        .map(({ organisationId, wait }) => [
          directory.organisation(organisationId)?.odsCode,
          wait?.days ?? null,
        ]);
      const expected = rows
        .filter((row) => row.specialty === specialty)
        .map(({ trust, medianWeeks }) => [
          trust,
          medianWeeks === "" || Number(medianWeeks) === 0 ? null : Math.round(Number(medianWeeks) * 7),
        ]);
      expect(shown.sort(), service).toEqual(expected.sort());
    }
    const { offers } = directory;
    expect(offers.every(({ wait }) => wait === null || wait.days > 0)).toBe(true);
    expect(offers.every(({ slots, catchment }) => slots === null && catchment === null)).toBe(true);
    expect(directory.locations.every(({ opening }) => opening.length === 0)).toBe(true);
  });

  it.each(["BS3 1TF", "YO1 7HH", "TR1 2HJ", "NE1 4LP", "SW1A 1AA"])(
    "offers a person at %s the nearest pharmacies, in the order of their distance",
    async (postcode) => {
      const pharmacies = published.dispensers.filter(
        (row) => row[13] === "1" && isOfEngland(row) && published.position.has(row[9] ?? ""),
      );
      const nearest = pharmaciesFrom({ practices: [], pharmacies, position: published.position }, postcode);
      const person = { bornOn: "1992-03-14", sex: null, registeredWith: null };
      const result = await decide(onedoor, "england", { service: "sore-throat", postcode, ...person });
      if (result.kind !== "decided") throw new Error(result.problem);
      const shown = result.decision.candidates.filter(({ eligible }) => eligible);
      expect(shown.length).toBe(30);
      // A pharmacy that stands where another list, or its outcode, says is between them: it has no distance of its own here.
      const measured = shown.filter(({ facts }) => nearest.some(({ ods }) => ods === facts.organisationOds));
      expect(measured.map(({ facts }) => facts.organisationOds)).toEqual(
        nearest.slice(0, measured.length).map(({ ods }) => ods),
      );
      for (const [index, { facts }] of measured.entries())
        expect(facts.distanceKm ?? -1).toBeCloseTo(nearest[index]?.km ?? -2, 2);
    },
  );

  it("changes nothing when it is loaded again, and says so", async () => {
    const again = await load();
    const version = (result: LoadResult) => (result.kind === "loaded" ? result.directoryVersion : -1);
    expect(version(again)).toBe(version(first));
    const files = again.kind === "loaded" ? again.files : [];
    expect(files).toHaveLength(12);
    for (const { file, report } of files)
      expect(report, file).toMatchObject({ added: 0, updated: 0, closed: 0 });
  });
});
