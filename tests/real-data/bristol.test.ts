import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PHARMACY_FIRST_TERMS } from "~/domain/directory/conditions";
import { buildDirectory, type Directory } from "~/domain/directory/directory";
import { searchServices } from "~/domain/directory/search";
import type { RoutingDecision } from "~/domain/routing/types";
import type { Onedoor } from "~/usecases/context";
import { decide } from "~/usecases/decide";
import { createDirectories } from "~/usecases/directories";
import { createLabRecords } from "~/usecases/lab/records";
import { type LoadResult, loadArea } from "~/usecases/load-area";
import { type Database, openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { readDirectoryContents } from "~db/queries/directory";
import { BRISTOL } from "~seeds/areas/bristol";
import {
  PUBLISHED,
  type PublishedBristol,
  pharmaciesFrom,
  publishedWaits,
  readPublishedBristol,
  sayWhetherThere,
  there,
} from "./published";

sayWhetherThere("loading the real Bristol");

const PERSON = { bornOn: "1992-03-14", postcode: "BS3 1TF" };

describe.skipIf(!there)("Bristol, from the published files", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "onedoor-bristol-"));
  let db: Database;
  let onedoor: Onedoor;
  let first: LoadResult;
  let directory: Directory;
  let published: PublishedBristol;

  beforeAll(async () => {
    db = await openDatabase(`sqlite:${join(folder, "bristol.db")}`);
    await migrate(db);
    const clock = () => "2026-11-22T09:00:00.000Z";
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    onedoor = {
      db,
      directories: createDirectories(db, { clock }),
      labRecords: createLabRecords(),
      clock,
      newId: randomUUID,
      newReference: () => "K7PM-3QXR",
      log,
    };
    first = await loadAgain();
    directory = buildDirectory(await readDirectoryContents(db.kysely, "bristol"));
    published = readPublishedBristol();
  }, 180_000);
  afterAll(async () => {
    await db?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const loadAgain = (): Promise<LoadResult> =>
    loadArea(onedoor, BRISTOL, {
      folder: PUBLISHED,
      watch: { started: () => {}, rows: () => {}, written: () => {} },
    });
  async function decision(service: string, registeredWith: string | null = null): Promise<RoutingDecision> {
    const result = await decide(onedoor, "bristol", { service, ...PERSON, sex: null, registeredWith });
    if (result.kind !== "decided") throw new Error(result.problem);
    return result.decision;
  }
  const codesOf = (kind: string): string[] =>
    directory.organisations.filter((each) => each.kind === kind).map(({ odsCode }) => odsCode ?? "");

  it("holds every active practice and pharmacy of the district, the three trusts and the hospitals", () => {
    expect(first.kind).toBe("loaded");
    const practices = published.practices.map(([code]) => code);
    const pharmacies = published.pharmacies.map(([code]) => code);
    expect(codesOf("practice").sort()).toEqual(practices.sort());
    expect(codesOf("pharmacy").sort()).toEqual(pharmacies.sort());
    expect([practices.length, pharmacies.length]).toEqual([37, 74]);
    for (const ods of ["RA7", "RVJ", "RVN"]) expect(directory.organisationByOds(ods)?.status).toBe("active");
    expect(directory.locations.filter(({ id }) => id.startsWith("hospital."))).toHaveLength(12);
  });

  it("offers a person with a sore throat the nearest pharmacies, in the order of their distance", async () => {
    const nearest = pharmaciesFrom(published, PERSON.postcode);
    const { outcome, candidates, chosen } = await decision("sore-throat");
    expect(outcome).toBe("offered");
    expect(candidates.map(({ facts }) => facts.organisationOds)).toEqual(
      nearest.slice(0, candidates.length).map(({ ods }) => ods),
    );
    expect(candidates.length).toBe(30);
    expect(chosen).toBe(`pharmacy-first.${nearest[0]?.ods.toLowerCase()}.sore-throat`);
    for (const [index, { facts }] of candidates.entries()) {
      expect(facts.distanceKm ?? -1).toBeCloseTo(nearest[index]?.km ?? -2, 2);
    }
  });

  it("offers somebody registered at a practice that practice, and no other practice's list", async () => {
    for (const ods of codesOf("practice")) {
      const { candidates, outcome } = await decision("gp-appointment", ods);
      const eligible = candidates
        .filter(({ eligible }) => eligible)
        .map(({ facts }) => facts.organisationOds);
      expect({ outcome, eligible }).toEqual({ outcome: "offered", eligible: [ods] });
    }
  });

  it("shows the trusts for a knee operation with their dated waits, and says that the practice refers", async () => {
    const waits = publishedWaits("C_110");
    const { outcome, chosen, candidates } = await decision("knee-operation", "L81007");
    expect({ outcome, chosen }).toEqual({ outcome: "referral", chosen: "gp.l81007.knee-operation" });
    const trusts = candidates.filter(({ facts }) => facts.role === "provider");
    expect(trusts.map(({ facts }) => facts.organisationOds)).toEqual(["RA7", "RVJ"]);
    for (const { facts, verdicts } of trusts) {
      expect(facts.wait).toEqual({
        days: waits.get(facts.organisationOds ?? ""),
        asOf: "2026-03-01",
        source: "NHS England RTT, March 2026 (cleaned copy)",
      });
      expect(verdicts.find(({ pass }) => !pass)?.rule).toBe("self-referral");
    }
  });

  it("has the community services where people look for them", () => {
    const services = new Set(
      directory.offers
        .filter(({ id }) => id.startsWith("oruk."))
        .map(({ id }) => id.slice(0, id.lastIndexOf("."))),
    );
    // 819 are published: one has no name, and one repeats an id.
    expect(services.size).toBe(817);
    for (const [typed, service] of [
      ["lonely", "befriending"],
      ["food bank", "food-and-meals"],
      ["looking after my mum with dementia", "dementia-support"],
      ["nowhere to live", "housing-and-homelessness"],
    ] as const) {
      expect(
        searchServices(directory, typed).map((hit) => hit.service.id),
        typed,
      ).toContain(service);
      expect(directory.offersOf(service).length, service).toBeGreaterThan(20);
    }
  });

  it("invents nothing about anybody real", async () => {
    expect(directory.brand.kind).toBe("real");
    const { offers } = directory;
    expect(offers.every(({ slots, catchment }) => slots === null && catchment === null)).toBe(true);
    expect(
      offers.every(
        ({ wait }) => wait === null || (wait.days > 0 && wait.source.startsWith("NHS England RTT")),
      ),
    ).toBe(true);
    expect(directory.locations.every(({ opening }) => opening.length === 0)).toBe(true);
    expect(await db.kysely.selectFrom("offer_states").selectAll().execute()).toEqual([]);
    const written = JSON.stringify(directory.organisations) + JSON.stringify(offers);
    for (const never of [/<(p|div|script|img|span)\b/, /data:image/, /redacted@/, /\b07\d{3} ?\d{6}\b/]) {
      expect(never.exec(written)?.[0], String(never)).toBeUndefined();
    }
  });

  it("changes nothing when it is loaded again", async () => {
    const again = await loadAgain();
    const version = (result: LoadResult) => (result.kind === "loaded" ? result.directoryVersion : -1);
    expect(version(again)).toBe(version(first));
    const files = again.kind === "loaded" ? again.files : [];
    expect(files).toHaveLength(13);
    for (const { file, report } of files) {
      expect(report, file).toMatchObject({ added: 0, updated: 0, closed: 0 });
    }
  }, 120_000);

  it("takes for each condition of Pharmacy First those whom the specification names", () => {
    for (const { condition, ages, sex } of PHARMACY_FIRST_TERMS) {
      const offers = directory.offersOf(condition);
      expect(offers.length, condition).toBeGreaterThan(0);
      for (const offer of offers) expect({ ages: offer.ages, sex: offer.sex }).toEqual({ ages, sex });
    }
  });
});
