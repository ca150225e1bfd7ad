import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { codePointEdition } from "~/integrations/code-point/edition";
import { UnusableFile } from "~/integrations/published/file";
import type { AreaRules } from "./rules";

/** The published files that an area is loaded from, in the order in which they are written. */
export const FILE_KINDS = [
  "postcode-districts",
  "postcode-positions",
  "outcode-positions",
  "practices",
  "dispensers",
  "pharmacy-phones",
  "pharmacy-first",
  "dentists",
  "trusts",
  "hospitals",
  "clinics",
  "list-sizes",
  "waits",
  "community",
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

interface Place {
  readonly folder: string;
  readonly name: RegExp;
  /** As it would be called, for a message. */
  readonly such: string;
}

/** Where each kind lies under the folder, and how its files are called. */
const PLACES: Readonly<Record<Exclude<FileKind, "postcode-districts">, Place>> = {
  "postcode-positions": {
    folder: "postcodes",
    name: /^gb_postcodes_latlon\.csv(\.gz)?$/,
    such: "gb_postcodes_latlon.csv.gz",
  },
  "outcode-positions": {
    folder: "postcodes",
    name: /^gb_outcodes\.csv(\.gz)?$/,
    such: "gb_outcodes.csv",
  },
  practices: { folder: "ods", name: /^epraccur.*\.csv(\.gz)?$/, such: "epraccur_YYYY-MM.csv.gz" },
  dispensers: { folder: "ods", name: /^edispensary.*\.csv(\.gz)?$/, such: "edispensary_YYYY-MM.csv.gz" },
  "pharmacy-phones": {
    folder: "nhs_choices",
    name: /^pharmacy.*\.csv(\.gz)?$/,
    such: "pharmacy_YYYY-MM.csv.gz",
  },
  "pharmacy-first": {
    folder: "reference",
    name: /^pharmacy_first_conditions.*\.csv(\.gz)?$/,
    such: "pharmacy_first_conditions.csv",
  },
  dentists: { folder: "ods", name: /^egdpprac.*\.csv(\.gz)?$/, such: "egdpprac_YYYY-MM.csv.gz" },
  trusts: { folder: "ods", name: /^etr.*\.csv(\.gz)?$/, such: "etr_YYYY-MM.csv" },
  hospitals: { folder: "nhs_choices", name: /^hospital.*\.csv(\.gz)?$/, such: "hospital_YYYY-MM.csv.gz" },
  clinics: { folder: "nhs_choices", name: /^clinics.*\.csv(\.gz)?$/, such: "clinics_YYYY-MM.csv.gz" },
  "list-sizes": {
    folder: "activity",
    name: /^gp-reg-pat-prac-all.*\.csv(\.gz)?$/,
    such: "gp-reg-pat-prac-all_YYYY-MM.csv.gz",
  },
  waits: {
    folder: "activity",
    name: /^rtt_incomplete_provider.*\.csv(\.gz)?$/,
    such: "rtt_incomplete_provider_YYYY-MM.csv.gz",
  },
  community: { folder: "oruk", name: /^\w+_services.*\.json(\.gz)?$/, such: "AREA_services_YYYY-MM.json.gz" },
};

export interface FoundFile {
  readonly kind: FileKind;
  readonly path: string;
  /** What it is called in the record of imports; one entry for each postcode area. */
  readonly recordedAs: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, so that text order is time order. */
  readonly edition: string;
}

/** A file that says nothing of its date is older than any that does. */
export const UNDATED = "0000-00";

/** Kinds whose edition is that of Code-Point Open, from which they were made. */
const OF_CODE_POINT: ReadonlySet<FileKind> = new Set(["postcode-positions", "outcode-positions"]);

/** Finds every file of an area, the newest edition of each. Throws UnusableFile, naming all that are missing. */
export async function findFiles(
  folder: string,
  { files, extent }: Pick<AreaRules, "files" | "extent">,
): Promise<FoundFile[]> {
  const codePoint = await codePointEdition(join(folder, "postcodes"));
  const found: FoundFile[] = [];
  const missing: string[] = [];
  for (const kind of FILE_KINDS) {
    if (!files.includes(kind)) continue;
    if (kind === "postcode-districts") {
      for (const area of extent.kind === "district" ? extent.postcodeAreas : []) {
        const name = `codepoint_open_${area.toLowerCase()}.csv`;
        const file = (await namesIn(join(folder, "postcodes"))).find(
          (each) => each === name || each === `${name}.gz`,
        );
        if (file === undefined) missing.push(`postcodes/${name}`);
        else {
          found.push({
            kind,
            path: join(folder, "postcodes", file),
            recordedAs: `${kind}-${area.toLowerCase()}`,
            edition: codePoint,
          });
        }
      }
      continue;
    }
    const place = PLACES[kind];
    const editions = (await namesIn(join(folder, place.folder)))
      .filter((name) => place.name.test(name))
      .map((name) => ({ name, edition: OF_CODE_POINT.has(kind) ? codePoint : editionIn(name) }))
      .sort((a, b) => (a.edition < b.edition ? -1 : 1));
    const newest = editions.at(-1);
    if (newest === undefined) missing.push(`${place.folder}/${place.such}`);
    else {
      const path = join(folder, place.folder, newest.name);
      found.push({ kind, path, recordedAs: kind, edition: newest.edition });
    }
  }
  if (missing.length > 0) throw new UnusableFile(folder, `these files are missing: ${missing.join(", ")}`);
  return found;
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).sort();

const editionIn = (name: string): string => /\d{4}(-\d{2}){0,2}/.exec(name)?.[0] ?? UNDATED;
