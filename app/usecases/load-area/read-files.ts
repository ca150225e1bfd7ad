import { type PostcodeDistrict, readDistricts } from "~/integrations/code-point/districts";
import { type OutcodePosition, readOutcodes } from "~/integrations/code-point/outcodes";
import { type PositionsRead, readPositions } from "~/integrations/code-point/positions";
import { readClinics } from "~/integrations/nhs-choices/clinics";
import { type Hospital, readHospitals } from "~/integrations/nhs-choices/hospitals";
import { type PharmacyPhone, readPharmacyPhones } from "~/integrations/nhs-choices/pharmacy-phones";
import type { Site } from "~/integrations/nhs-choices/site";
import { readDentists } from "~/integrations/ods/dentists";
import { readDispensers } from "~/integrations/ods/dispensers";
import { readPractices } from "~/integrations/ods/practices";
import type { OdsOrganisation } from "~/integrations/ods/row";
import { readTrusts } from "~/integrations/ods/trusts";
import { type CommunityService, readCommunityServices } from "~/integrations/open-referral/feed";
import { UnusableFile } from "~/integrations/published/file";
import type { FileRead, Progress } from "~/integrations/published/rows";
import { type ListSize, readListSizes } from "~/integrations/statistics/list-sizes";
import { type PharmacyCondition, readPharmacyConditions } from "~/integrations/statistics/pharmacy-first";
import { readWaits, type SpecialtyWait } from "~/integrations/statistics/waits";
import type { FileKind, FoundFile } from "./find-files";
import type { AreaRules } from "./rules";

/** A file's rows, kept until they are written. */
interface Rows {
  readonly "postcode-districts": FileRead<PostcodeDistrict>;
  readonly "postcode-positions": PositionsRead;
  readonly "outcode-positions": FileRead<OutcodePosition>;
  readonly practices: FileRead<OdsOrganisation>;
  readonly dispensers: FileRead<OdsOrganisation>;
  readonly "pharmacy-phones": FileRead<PharmacyPhone>;
  readonly "pharmacy-first": FileRead<PharmacyCondition>;
  readonly dentists: FileRead<OdsOrganisation>;
  readonly trusts: FileRead<OdsOrganisation>;
  readonly hospitals: FileRead<Hospital>;
  readonly clinics: FileRead<Site>;
  readonly "list-sizes": FileRead<ListSize>;
  readonly waits: FileRead<SpecialtyWait>;
  readonly community: FileRead<CommunityService>;
}

export type ReadFile = {
  readonly [K in FileKind]: { readonly kind: K; readonly found: FoundFile; readonly rows: Rows[K] };
}[FileKind];

/** Files about postcodes, which belong to no brand. */
type PostcodeFile = Extract<
  ReadFile,
  { readonly kind: "postcode-districts" | "postcode-positions" | "outcode-positions" }
>;
/** Files that the brand's directory is made from. */
export type DirectoryFile = Exclude<ReadFile, PostcodeFile>;

export const isOfPostcodes = (file: ReadFile): file is PostcodeFile =>
  file.kind === "postcode-districts" ||
  file.kind === "postcode-positions" ||
  file.kind === "outcode-positions";

export interface Watch {
  readonly started: (file: FoundFile) => void;
  readonly rows: Progress;
}

/**
 * Reads every file to its end before anything is written, so that a file that breaks off stops the load with nothing
 * done. Only what concerns the area is kept in memory.
 */
export async function readFiles(
  files: readonly FoundFile[],
  rules: AreaRules,
  watch: Watch,
): Promise<ReadFile[]> {
  const { extent } = rules;
  const district = new Map<string, string>();
  const codes = new Set<string>();
  const named = new Set(rules.trusts.map(({ ods }) => ods));
  const isWantedTrust = (ods: string): boolean => named.size === 0 || named.has(ods);
  const isWanted = (postcode: string): boolean =>
    extent.kind === "country" || district.get(postcode) === extent.district;
  const hasPosition = (postcode: string): boolean => extent.kind === "country" || district.has(postcode);
  const known = (ods: string): boolean => codes.has(ods);
  const read: ReadFile[] = [];

  for (const found of files) {
    watch.started(found);
    const { kind, path } = found;
    switch (kind) {
      case "postcode-districts": {
        const rows = await readDistricts(path, watch.rows);
        for (const row of rows.records) district.set(row.postcode, row.district);
        read.push({ kind, found, rows });
        break;
      }
      case "postcode-positions": {
        if (extent.kind === "district" && ![...district.values()].includes(extent.district)) {
          throw new UnusableFile(found.path, `no postcode is in the district ${extent.district}`);
        }
        read.push({ kind, found, rows: await readPositions(path, hasPosition, watch.rows) });
        break;
      }
      case "outcode-positions":
        read.push({ kind, found, rows: await readOutcodes(path, watch.rows) });
        break;
      case "practices": {
        const rows = await readPractices(path, isWanted, watch.rows);
        for (const { ods } of rows.records) codes.add(ods);
        read.push({ kind, found, rows });
        break;
      }
      case "dispensers": {
        const rows = await readDispensers(path, isWanted, extent.kind === "country", watch.rows);
        for (const { ods } of rows.records) codes.add(ods);
        read.push({ kind, found, rows });
        break;
      }
      case "pharmacy-phones":
        read.push({ kind, found, rows: await readPharmacyPhones(path, known, watch.rows) });
        break;
      case "pharmacy-first":
        read.push({ kind, found, rows: await readPharmacyConditions(path, watch.rows) });
        break;
      case "dentists":
        read.push({ kind, found, rows: await readDentists(path, isWanted, watch.rows) });
        break;
      case "trusts":
        read.push({ kind, found, rows: await readTrusts(path, isWantedTrust, watch.rows) });
        break;
      case "hospitals":
        read.push({ kind, found, rows: await readHospitals(path, isWanted, watch.rows) });
        break;
      case "clinics":
        read.push({ kind, found, rows: await readClinics(path, isWanted, watch.rows) });
        break;
      case "list-sizes":
        read.push({ kind, found, rows: await readListSizes(path, known, watch.rows) });
        break;
      case "waits":
        read.push({ kind, found, rows: await readWaits(path, isWantedTrust, watch.rows) });
        break;
      case "community":
        read.push({ kind, found, rows: await readCommunityServices(path, watch.rows) });
        break;
      default:
        return kind satisfies never;
    }
  }
  return read;
}
