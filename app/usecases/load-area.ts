import { brandFaults } from "~/domain/directory/theme";
import type { DirectoryContents } from "~/domain/directory/types";
import { localDate } from "~/domain/shared/time";
import { isPharmacy } from "~/integrations/ods/dispensers";
import { UnusableFile } from "~/integrations/published/file";
import { Refusals } from "~/integrations/published/refusals";
import type { FileRead } from "~/integrations/published/rows";
import type { Tx } from "~db/connect";
import { auditOf, subjectsOf } from "~db/queries/audit";
import { readDirectoryContents, UnknownBrand, writeDirectory } from "~db/queries/directory";
import { type ImportReport, readLatestImport, recordImport } from "~db/queries/imports";
import { SERVICE_CHANGES } from "./change-catalogue";
import type { Onedoor } from "./context";
import type { Tally } from "./load-area/change";
import { communityStep } from "./load-area/community";
import { areBoxesSet, asDecided, inBoxesAgreed, type Kept } from "./load-area/decided";
import { listSizesStep, pharmacyFirstStep, pharmacyPhonesStep, waitsStep } from "./load-area/figures";
import { datesOf } from "./load-area/file-dates";
import { type FoundFile, findFiles } from "./load-area/find-files";
import { dentistsStep, pharmaciesStep, practicesStep, trustsStep } from "./load-area/ods";
import { type Places, placesIn } from "./load-area/places";
import { writeChangedPostcodes } from "./load-area/postcodes";
import {
  type DirectoryFile,
  isOfPostcodes,
  type ReadFile,
  readFiles,
  type Watch,
} from "./load-area/read-files";
import type { AreaRules } from "./load-area/rules";
import { clinicsStep, hospitalsStep } from "./load-area/sites";
import { type StepInput, type StepOutput, seesTheArea } from "./load-area/step";

/** What came of one file. */
export interface LoadedFile {
  readonly file: string;
  readonly edition: string;
  readonly digest: string;
  readonly report: ImportReport;
}

export type LoadResult =
  | {
      readonly kind: "loaded";
      readonly files: readonly LoadedFile[];
      readonly directoryVersion: number;
      /** What people have decided otherwise than the rules say: it is as they decided. */
      readonly kept: readonly Kept[];
    }
  /** A file is missing, damaged or not what it should be: nothing was changed. */
  | { readonly kind: "unusable"; readonly problem: string }
  /** A newer edition is loaded already: nothing was changed. */
  | { readonly kind: "older"; readonly problem: string };

export interface LoadWatch extends Watch {
  readonly written: (file: LoadedFile) => void;
}

class OlderEdition extends Error {}

/**
 * Loads a real area from a folder of published files into its brand. All files are read to their end first; then
 * postcodes are written in one transaction, and the whole directory, computed file by file, in another. Loading the
 * same files again changes nothing, and an older edition is refused before anything is written.
 */
export async function loadArea(
  onedoor: Onedoor,
  rules: AreaRules,
  { folder, watch }: { readonly folder: string; readonly watch: LoadWatch },
): Promise<LoadResult> {
  const unreadable = brandFaults(rules.brand);
  if (unreadable.length > 0) return { kind: "unusable", problem: unreadable.join("; ") };
  try {
    const found = await findFiles(folder, rules);
    for (const file of found) await refuseOlder(onedoor.db.kysely, rules.brand.id, file);
    const read = await readFiles(found, rules, watch);
    const places = placesIn(read);
    const about: About = { rules, places, pharmacies: pharmaciesIn(read, rules), at: onedoor.clock() };

    const postcodes = await onedoor.db.write((tx) => writePostcodeFiles(tx, about, read));
    for (const file of postcodes) watch.written(file);
    const { files, version, kept } = await onedoor.db.write((tx) => writeDirectoryFiles(tx, about, read));
    for (const file of files) watch.written(file);
    return { kind: "loaded", files: [...postcodes, ...files], directoryVersion: version, kept };
  } catch (error) {
    if (error instanceof UnusableFile) return { kind: "unusable", problem: error.message };
    if (error instanceof OlderEdition) return { kind: "older", problem: error.message };
    throw error;
  }
}

/** What every file's step looks at besides its own rows. */
interface About {
  readonly rules: AreaRules;
  readonly places: Places;
  /** ODS codes of the pharmacies that see people of the area. */
  readonly pharmacies: ReadonlySet<string>;
  readonly at: string;
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

/**
 * The directory as it is, under the brand and the catalogue that the rules give. What people have changed is theirs: a load
 * of data does not undo it.
 */
async function contentsNow(
  tx: Tx,
  rules: AreaRules,
  read: readonly ReadFile[],
): Promise<{ readonly contents: DirectoryContents; readonly kept: readonly Kept[] }> {
  const bankHolidays = rules.bankHolidays.map(({ day }) => day);
  const attribution = [...rules.brand.attribution, ...datesOf(read)];
  const { id } = rules.brand;
  try {
    const contents = await readDirectoryContents(tx, id);
    const done = new Set((await auditOf(tx, id, id)).map(({ action }) => action));
    const { brand, kept } = asDecided(rules.brand, contents.brand, done);
    const listed = new Set(rules.services.map((service) => service.id));
    const there = new Map(contents.services.map((service) => [service.id, service]));
    const theirs = await subjectsOf(tx, id, SERVICE_CHANGES);
    const others = contents.services.filter((service) => !listed.has(service.id));
    const services = [
      ...rules.services.map((service) => (theirs.has(service.id) && there.get(service.id)) || service),
      ...others.map((service) =>
        theirs.has(service.id) ? service : { ...service, status: "closed" as const },
      ),
    ];
    return { contents: { ...contents, brand: { ...brand, attribution }, services, bankHolidays }, kept };
  } catch (error) {
    if (!(error instanceof UnknownBrand)) throw error;
    const { brand, services } = rules;
    const nobody = { organisations: [], partnerships: [], locations: [], offers: [] };
    const contents = { ...nobody, version: 0, brand: { ...brand, attribution }, services, bankHolidays };
    return { contents, kept: [] };
  }
}

function pharmaciesIn(read: readonly ReadFile[], rules: AreaRules): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const file of read) {
    if (file.kind !== "dispensers") continue;
    for (const record of file.rows.records)
      if (isPharmacy(record) && seesTheArea(rules, record)) codes.add(record.ods);
  }
  return codes;
}

const NOTHING_WRITTEN: Tally = { added: 0, updated: 0, unchanged: 0, closed: 0 };

/** Postcodes belong to no brand; the record that they were loaded does. */
async function writePostcodeFiles(
  tx: Tx,
  { rules, places, at }: About,
  read: readonly ReadFile[],
): Promise<LoadedFile[]> {
  const written: LoadedFile[] = [];
  for (const file of read) {
    if (!isOfPostcodes(file)) continue;
    await refuseOlder(tx, rules.brand.id, file.found);
    // A district says nothing without a position, and the middle of an outcode is nobody's place.
    const tally =
      file.kind === "postcode-positions"
        ? await writeChangedPostcodes(tx, rules.extent, file.rows.positions, places.district)
        : NOTHING_WRITTEN;
    written.push(await recorded(tx, rules, file, tally, new Refusals(file.rows.refused), at));
  }
  return written;
}

/** Each file's step goes on from what the one before it made; the directory is written once, at the end. */
async function writeDirectoryFiles(
  tx: Tx,
  about: About,
  read: readonly ReadFile[],
): Promise<{
  readonly files: readonly LoadedFile[];
  readonly version: number;
  readonly kept: readonly Kept[];
}> {
  const { rules, at } = about;
  const before = await contentsNow(tx, rules, read);
  let { contents } = before;
  const files: LoadedFile[] = [];
  for (const file of read) {
    if (isOfPostcodes(file)) continue;
    await refuseOlder(tx, rules.brand.id, file.found);
    const refusals = new Refusals(file.rows.refused);
    const output = applied(about, file, contents, refusals);
    contents = output.contents;
    files.push(await recorded(tx, rules, file, output.tally, refusals, at));
  }
  contents = inBoxesAgreed(contents, localDate(at));
  const { version } = await writeDirectory(tx, contents, at);
  return { files, version, kept: [...before.kept, ...(areBoxesSet(contents) ? (["boxes"] as const) : [])] };
}

async function recorded(
  tx: Tx,
  rules: AreaRules,
  { found, rows }: ReadFile,
  tally: Tally,
  refusals: Refusals,
  at: string,
): Promise<LoadedFile> {
  const refused = refusals.summary();
  const loaded: LoadedFile = {
    file: rows.name,
    edition: found.edition,
    digest: rows.digest,
    report: {
      read: rows.read,
      outside: rows.outside,
      taken: rows.taken - (refused.count - rows.refused.count),
      ...tally,
      refused: [...refused.rows],
      refusedInAll: refused.count,
      refusedByReason: { ...refused.byReason },
    },
  };
  const { edition, digest, report } = loaded;
  await recordImport(tx, rules.brand.id, { file: found.recordedAs, edition, digest, at, report });
  return loaded;
}

function applied(
  { rules, places, pharmacies }: About,
  file: DirectoryFile,
  contents: DirectoryContents,
  refusals: Refusals,
): StepOutput {
  const input = <T>({ records, lines }: FileRead<T>): StepInput<T> => ({
    contents,
    rules,
    records,
    edition: file.found.edition,
    position: places.position,
    whereIs: places.whereIs,
    refuse: (index, reason) => refusals.add(lines[index] ?? 0, reason),
  });
  switch (file.kind) {
    case "practices":
      return practicesStep(input(file.rows));
    case "dispensers":
      return pharmaciesStep(input(file.rows));
    case "pharmacy-phones":
      return pharmacyPhonesStep(input(file.rows));
    case "pharmacy-first":
      return pharmacyFirstStep(input(file.rows), pharmacies);
    case "dentists":
      return dentistsStep(input(file.rows));
    case "trusts":
      return trustsStep(input(file.rows));
    case "hospitals":
      return hospitalsStep(input(file.rows));
    case "clinics":
      return clinicsStep(input(file.rows));
    case "list-sizes":
      return listSizesStep(input(file.rows));
    case "waits":
      return waitsStep(input(file.rows));
    case "community":
      return communityStep(input(file.rows));
    default:
      return file satisfies never;
  }
}
