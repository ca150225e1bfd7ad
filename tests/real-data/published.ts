import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

/** The published files read again in the plainest way, to check what was loaded against, and not by itself. */

export const PUBLISHED = resolve(import.meta.dirname, "../../../shared/data");
export const there = existsSync(join(PUBLISHED, "SOURCES.md"));

const BRISTOL_DISTRICT = "E06000023";

const text = (path: string): string => {
  const bytes = readFileSync(join(PUBLISHED, path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
};
export const table = (path: string): string[][] =>
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
export function kilometres(
  [lat1, lon1]: readonly [number, number],
  [lat2, lon2]: readonly [number, number],
): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const a =
    Math.sin(rad(lat2 - lat1) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lon2 - lon1) / 2) ** 2;
  return 6371 * 2 * Math.atan2(Math.sqrt(a), Math.sqrt(1 - a));
}

export interface PublishedBristol {
  /** Rows of the active practices with prescribing setting 4, and of the active community pharmacies. */
  readonly practices: readonly (readonly string[])[];
  readonly pharmacies: readonly (readonly string[])[];
  readonly position: ReadonlyMap<string, readonly [number, number]>;
}

export function readPublishedBristol(): PublishedBristol {
  const codePoint = table("postcodes/codepoint_open_bs.csv.gz");
  const inBristol = new Set(
    codePoint.filter((row) => row[8] === BRISTOL_DISTRICT).map((row) => row[0] ?? ""),
  );
  const active = (path: string, wanted: (row: string[]) => boolean): string[][] =>
    odsTable(path).filter((row) => row[12] === "A" && inBristol.has(row[9] ?? "") && wanted(row));
  return {
    practices: active("ods/epraccur_2025-11.csv.gz", (row) => row[25] === "4"),
    pharmacies: active("ods/edispensary_2025-04.csv.gz", (row) => row[13] === "1"),
    position: new Map(
      table("postcodes/gb_postcodes_latlon.csv.gz")
        .filter(([postcode]) => inBristol.has(postcode ?? ""))
        .map(([postcode = "", lat, lon]) => [postcode, [Number(lat), Number(lon)]]),
    ),
  };
}

export interface PublishedEngland {
  /** Active rows of each list: practices with prescribing setting 4; dispensers, dentists and trusts of every kind. */
  readonly practices: readonly (readonly string[])[];
  readonly dispensers: readonly (readonly string[])[];
  readonly dentists: readonly (readonly string[])[];
  /** Trusts without a closing date. */
  readonly trusts: readonly (readonly string[])[];
  readonly position: ReadonlyMap<string, readonly [number, number]>;
}

export function readPublishedEngland(): PublishedEngland {
  const active = (path: string) => odsTable(path).filter((row) => row[12] === "A");
  return {
    practices: active("ods/epraccur_2025-11.csv.gz").filter((row) => row[25] === "4"),
    dispensers: active("ods/edispensary_2025-04.csv.gz"),
    dentists: active("ods/egdpprac_2024-08.csv.gz"),
    trusts: odsTable("ods/etr_2025-07.csv").filter((row) => row[11] === ""),
    position: new Map(
      table("postcodes/gb_postcodes_latlon.csv.gz")
        .slice(1)
        .map(([postcode = "", lat, lon]) => [postcode, [Number(lat), Number(lon)]]),
    ),
  };
}

/** Whether NHS England's regions hold it: not Wales, the Isle of Man or the armed forces. */
export const isOfEngland = (row: readonly string[]): boolean =>
  ["Y56", "Y58", "Y59", "Y60", "Y61", "Y62", "Y63"].includes(row[2] ?? "");

/** Rows of waits as published, the totals left out: trust, specialty, people waiting, median weeks. */
export const publishedWaitRows = () =>
  text("activity/rtt_incomplete_provider_2026-03.csv.gz")
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== "")
    // A name with a comma in it is quoted; no other field is.
    .map((line) => line.replace(/"[^"]*"/g, "").split(","))
    .filter((row) => row[3] !== "C_999")
    .map((row) => ({
      trust: row[1] ?? "",
      specialty: row[3] ?? "",
      waiting: Number(row[5]),
      medianWeeks: row[8] ?? "",
    }));

/** Every pharmacy with its distance from a postcode, nearest first; ties go by ODS code. */
export function pharmaciesFrom(
  { pharmacies, position }: PublishedBristol,
  postcode: string,
): readonly { readonly ods: string; readonly postcode: string; readonly km: number }[] {
  const home = position.get(postcode) ?? [0, 0];
  return pharmacies
    .map((row) => ({
      ods: row[0] ?? "",
      postcode: row[9] ?? "",
      km: kilometres(home, position.get(row[9] ?? "") ?? [0, 0]),
    }))
    .sort((a, b) => a.km - b.km || (a.ods < b.ods ? -1 : 1));
}

/** The median wait in whole days of one specialty, by the trust's code. */
export const publishedWaits = (specialty: string): ReadonlyMap<string, number> =>
  new Map(
    table("activity/rtt_incomplete_provider_2026-03.csv.gz")
      .filter((row) => row[3] === specialty)
      .map((row) => [row[1] ?? "", Math.round(Number(row[8]) * 7)]),
  );

/** What stands in front of the tests where the files are not. */
export const sayWhetherThere = (what: string): void => {
  if (!there) console.info(`The published files are not at ${PUBLISHED}: ${what} is not tested here`);
};
