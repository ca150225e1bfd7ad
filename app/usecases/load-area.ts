import type { DirectoryContents } from "~/domain/directory/types";
import type { Position } from "~/domain/shared/place";
import { UnusableFile } from "~/integrations/published/file";
import { Refusals } from "~/integrations/published/refusals";
import type { FileRead } from "~/integrations/published/rows";
import type { Tx } from "~db/connect";
import { readDirectoryContents, UnknownBrand, writeDirectory } from "~db/queries/directory";
import { type ImportReport, readLatestImport, recordImport } from "~db/queries/imports";
import type { Onedoor } from "./context";
import type { Tally } from "./load-area/change";
import { communityStep } from "./load-area/community";
import { listSizesStep, pharmacyFirstStep, pharmacyPhonesStep, waitsStep } from "./load-area/figures";
import { type FoundFile, findFiles } from "./load-area/find-files";
import { pharmaciesStep, practicesStep, trustsStep } from "./load-area/ods";
import { writeChangedPostcodes } from "./load-area/postcodes";
import { type ReadFile, readFiles, type Watch } from "./load-area/read-files";
import type { AreaRules } from "./load-area/rules";
import { clinicsStep, hospitalsStep } from "./load-area/sites";
import type { Step } from "./load-area/step";

/** What came of one file. */
export interface LoadedFile {
  readonly file: string;
  readonly edition: string;
  readonly digest: string;
  readonly report: ImportReport;
}

export type LoadResult =
  | { readonly kind: "loaded"; readonly files: readonly LoadedFile[]; readonly directoryVersion: number }
  /** A file is missing, damaged or not what it should be: nothing was changed. */
  | { readonly kind: "unusable"; readonly problem: string }
  /** A newer edition is loaded already: nothing was changed. */
  | { readonly kind: "older"; readonly problem: string };

export interface LoadWatch extends Watch {
  readonly written: (file: LoadedFile) => void;
}

class OlderEdition extends Error {}

/**
 * Loads a real area from a folder of published files into its brand. All files are read to their end first; then each
 * is written in a transaction of its own, postcodes before organisations, organisations before figures. Loading the
 * same files again changes nothing, and an older edition is refused before anything is written.
 */
export async function loadArea(
  onedoor: Onedoor,
  rules: AreaRules,
  { folder, watch }: { readonly folder: string; readonly watch: LoadWatch },
): Promise<LoadResult> {
  try {
    const found = await findFiles(folder, rules.postcodeAreas);
    for (const file of found) await refuseOlder(onedoor.db.kysely, rules.brand.id, file);
    const read = await readFiles(found, rules, watch);

    const brandWritten = await onedoor.db.write((tx) => writeBrand(tx, rules, onedoor.clock()));
    const files: LoadedFile[] = [];
    let directoryVersion = brandWritten.version;
    const places = placesIn(read);
    for (const file of read) {
      const written = await onedoor.db.write((tx) => writeFile(tx, rules, file, places, onedoor.clock()));
      files.push(written.loaded);
      directoryVersion = written.version ?? directoryVersion;
      watch.written(written.loaded);
    }
    return { kind: "loaded", files, directoryVersion };
  } catch (error) {
    if (error instanceof UnusableFile) return { kind: "unusable", problem: error.message };
    if (error instanceof OlderEdition) return { kind: "older", problem: error.message };
    throw error;
  }
}

async function refuseOlder(
  reader: Parameters<typeof readLatestImport>[0],
  brandId: string,
  { path, recordedAs, edition }: FoundFile,
): Promise<void> {
  const loaded = await readLatestImport(reader, brandId, recordedAs);
  if (loaded === undefined || loaded.edition <= edition) return;
  throw new OlderEdition(
    `${path} is edition ${edition}, and ${loaded.edition} is loaded already: an older edition does not replace a newer one`,
  );
}

/** The brand with its catalogue; the rest of its directory stays as it is. */
async function writeBrand(tx: Tx, rules: AreaRules, at: string) {
  return writeDirectory(tx, await contentsNow(tx, rules), at);
}

async function contentsNow(tx: Tx, rules: AreaRules): Promise<DirectoryContents> {
  const fixed = {
    brand: rules.brand,
    services: rules.services,
    bankHolidays: rules.bankHolidays.map(({ day }) => day),
  };
  try {
    const contents = await readDirectoryContents(tx, rules.brand.id);
    const listed = new Set(rules.services.map(({ id }) => id));
    const dropped = contents.services.filter(({ id }) => !listed.has(id));
    return {
      ...contents,
      ...fixed,
      services: [...rules.services, ...dropped.map((service) => ({ ...service, status: "closed" as const }))],
    };
  } catch (error) {
    if (!(error instanceof UnknownBrand)) throw error;
    return { ...fixed, version: 0, organisations: [], partnerships: [], locations: [], offers: [] };
  }
}

interface Places {
  readonly position: (postcode: string) => Position | undefined;
  readonly district: (postcode: string) => string | undefined;
}

function placesIn(read: readonly ReadFile[]): Places {
  const districts = new Map<string, string>();
  const positions = new Map<string, Position>();
  for (const file of read) {
    if (file.kind === "postcode-districts") {
      for (const { postcode, district } of file.rows.records) districts.set(postcode, district);
    } else if (file.kind === "postcode-positions") {
      for (const { postcode, position } of file.rows.records) positions.set(postcode, position);
    }
  }
  return { position: (postcode) => positions.get(postcode), district: (postcode) => districts.get(postcode) };
}

async function writeFile(
  tx: Tx,
  rules: AreaRules,
  file: ReadFile,
  places: Places,
  at: string,
): Promise<{ loaded: LoadedFile; version: number | null }> {
  const { found, rows } = file;
  await refuseOlder(tx, rules.brand.id, found);
  const refusals = new Refusals(rows.refused);
  const { tally, version } = await applied(tx, rules, file, places, refusals, at);
  const refused = refusals.summary();
  const loaded: LoadedFile = {
    file: rows.name,
    edition: found.edition,
    digest: rows.digest,
    report: {
      read: rows.read,
      outside: rows.outside,
      taken: rows.records.length - (refused.count - rows.refused.count),
      ...tally,
      refused: [...refused.rows],
      refusedInAll: refused.count,
      refusedByReason: { ...refused.byReason },
    },
  };
  const { edition, digest, report } = loaded;
  await recordImport(tx, rules.brand.id, { file: found.recordedAs, edition, digest, at, report });
  return { loaded, version };
}

const NOTHING_WRITTEN: Tally = { added: 0, updated: 0, unchanged: 0, closed: 0 };

async function applied(
  tx: Tx,
  rules: AreaRules,
  file: ReadFile,
  places: Places,
  refusals: Refusals,
  at: string,
): Promise<{ tally: Tally; version: number | null }> {
  const through = async <T>(step: Step<T>, { records, lines }: FileRead<T>) => {
    const output = step({
      contents: await contentsNow(tx, rules),
      rules,
      records,
      edition: file.found.edition,
      position: places.position,
      refuse: (index, reason) => refusals.add(lines[index] ?? 0, reason),
    });
    const { version } = await writeDirectory(tx, output.contents, at);
    return { tally: output.tally, version };
  };
  switch (file.kind) {
    // A district says nothing without a position: they are written together.
    case "postcode-districts":
      return { tally: NOTHING_WRITTEN, version: null };
    case "postcode-positions": {
      const tally = await writeChangedPostcodes(tx, rules.postcodeAreas, file.rows.records, places.district);
      return { tally, version: null };
    }
    case "practices":
      return through(practicesStep, file.rows);
    case "dispensers":
      return through(pharmaciesStep, file.rows);
    case "pharmacy-phones":
      return through(pharmacyPhonesStep, file.rows);
    case "pharmacy-first":
      return through(pharmacyFirstStep, file.rows);
    case "trusts":
      return through(trustsStep, file.rows);
    case "hospitals":
      return through(hospitalsStep, file.rows);
    case "clinics":
      return through(clinicsStep, file.rows);
    case "list-sizes":
      return through(listSizesStep, file.rows);
    case "waits":
      return through(waitsStep, file.rows);
    case "community":
      return through(communityStep, file.rows);
    default:
      return file satisfies never;
  }
}
