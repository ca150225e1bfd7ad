import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDirectory, type Directory } from "~/domain/directory/directory";
import { searchServices } from "~/domain/directory/search";
import type { RoutingDecision } from "~/domain/routing/types";
import { createDirectories } from "~/server/directories";
import type { Onedoor } from "~/usecases/context";
import { decide } from "~/usecases/decide";
import { type LoadResult, loadArea } from "~/usecases/load-area";
import { type Database, openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { readDirectoryContents } from "~db/queries/directory";
import { BRISTOL } from "~seeds/areas/bristol";

const PUBLISHED = resolve(import.meta.dirname, "../../../shared/data");
const there = existsSync(join(PUBLISHED, "SOURCES.md"));
if (!there)
  console.info(`The published files are not at ${PUBLISHED}: loading the real Bristol is not tested here`);

const BRISTOL_DISTRICT = "E06000023";
const PERSON = { bornOn: "1992-03-14", postcode: "BS3 1TF" };

/** The files read again in the plainest way, to check the load against and not by itself. */
const text = (path: string): string => {
  const bytes = readFileSync(join(PUBLISHED, path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
};
const table = (path: string): string[][] =>
  text(path)
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) => line.split(",").map((field) => field.replace(/^"|"$/g, "")));
/** ODS fields hold commas: every field is quoted, so the quotes part them. */
const odsTable = (path: string): string[][] =>
  text(path)
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) => line.slice(1, -1).split('","'));

/** Haversine, written out once more. */
function kilometres(
  [lat1, lon1]: readonly [number, number],
  [lat2, lon2]: readonly [number, number],
): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const a =
    Math.sin(rad(lat2 - lat1) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lon2 - lon1) / 2) ** 2;
  return 6371 * 2 * Math.atan2(Math.sqrt(a), Math.sqrt(1 - a));
}

describe.skipIf(!there)("Bristol, from the published files", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "onedoor-bristol-"));
  let db: Database;
  let onedoor: Onedoor;
  let first: LoadResult;
  let directory: Directory;
  let inBristol: Set<string>;
  let position: Map<string, readonly [number, number]>;

  beforeAll(async () => {
    db = await openDatabase(`sqlite:${join(folder, "bristol.db")}`);
    await migrate(db);
    const clock = () => "2026-11-22T09:00:00.000Z";
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    onedoor = {
      db,
      directories: createDirectories(db, { clock }),
      clock,
      newId: randomUUID,
      newReference: () => "K7PM-3QXR",
      log,
    };
    first = await loadAgain();
    directory = buildDirectory(await readDirectoryContents(db.kysely, "bristol"));
    const codePoint = table("postcodes/codepoint_open_bs.csv.gz");
    inBristol = new Set(codePoint.filter((row) => row[8] === BRISTOL_DISTRICT).map((row) => row[0] ?? ""));
    position = new Map(
      table("postcodes/gb_postcodes_latlon.csv.gz")
        .filter(([postcode]) => inBristol.has(postcode ?? ""))
        .map(([postcode = "", lat, lon]) => [postcode, [Number(lat), Number(lon)]]),
    );
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
  const active = (path: string, wanted: (row: string[]) => boolean): string[][] =>
    odsTable(path).filter((row) => row[12] === "A" && inBristol.has(row[9] ?? "") && wanted(row));
  const codesOf = (kind: string): string[] =>
    directory.organisations.filter((each) => each.kind === kind).map(({ odsCode }) => odsCode ?? "");

  it("holds every active practice and pharmacy of the district, the three trusts and the hospitals", () => {
    expect(first.kind).toBe("loaded");
    const practices = active("ods/epraccur_2025-11.csv.gz", (row) => row[25] === "4").map(([code]) => code);
    const pharmacies = active("ods/edispensary_2025-04.csv.gz", (row) => row[13] === "1").map(
      ([code]) => code,
    );
    expect(codesOf("practice").sort()).toEqual(practices.sort());
    expect(codesOf("pharmacy").sort()).toEqual(pharmacies.sort());
    expect([practices.length, pharmacies.length]).toEqual([37, 74]);
    for (const ods of ["RA7", "RVJ", "RVN"]) expect(directory.organisationByOds(ods)?.status).toBe("active");
    expect(directory.locations.filter(({ id }) => id.startsWith("hospital."))).toHaveLength(12);
  });

  it("offers a person with a sore throat the nearest pharmacies, in the order of their distance", async () => {
    const home = position.get(PERSON.postcode) ?? [0, 0];
    const nearest = active("ods/edispensary_2025-04.csv.gz", (row) => row[13] === "1")
      .map((row) => ({ ods: row[0] ?? "", km: kilometres(home, position.get(row[9] ?? "") ?? [0, 0]) }))
      .sort((a, b) => a.km - b.km || (a.ods < b.ods ? -1 : 1));
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
    const published = new Map(
      table("activity/rtt_incomplete_provider_2026-03.csv.gz")
        .filter((row) => row[3] === "C_110")
        .map((row) => [row[1], Number(row[8])]),
    );
    const { outcome, chosen, candidates } = await decision("knee-operation", "L81007");
    expect({ outcome, chosen }).toEqual({ outcome: "referral", chosen: "gp.l81007.knee-operation" });
    const trusts = candidates.filter(({ facts }) => facts.role === "provider");
    expect(trusts.map(({ facts }) => facts.organisationOds)).toEqual(["RA7", "RVJ"]);
    for (const { facts, verdicts } of trusts) {
      expect(facts.wait).toEqual({
        days: Math.round((published.get(facts.organisationOds ?? "") ?? 0) * 7),
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
});
