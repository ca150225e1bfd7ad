import { type PostcodeDistrict, readDistricts } from "~/integrations/code-point/districts";
import { type PostcodePosition, readPositions } from "~/integrations/code-point/positions";
import { readClinics } from "~/integrations/nhs-choices/clinics";
import { type Hospital, readHospitals } from "~/integrations/nhs-choices/hospitals";
import { type PharmacyPhone, readPharmacyPhones } from "~/integrations/nhs-choices/pharmacy-phones";
import type { Site } from "~/integrations/nhs-choices/site";
import { readPharmacies } from "~/integrations/ods/dispensers";
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
interface Records {
  readonly "postcode-districts": PostcodeDistrict;
  readonly "postcode-positions": PostcodePosition;
  readonly practices: OdsOrganisation;
  readonly dispensers: OdsOrganisation;
  readonly "pharmacy-phones": PharmacyPhone;
  readonly "pharmacy-first": PharmacyCondition;
  readonly trusts: OdsOrganisation;
  readonly hospitals: Hospital;
  readonly clinics: Site;
  readonly "list-sizes": ListSize;
  readonly waits: SpecialtyWait;
  readonly community: CommunityService;
}

export type ReadFile = {
  readonly [K in FileKind]: {
    readonly kind: K;
    readonly found: FoundFile;
    readonly rows: FileRead<Records[K]>;
  };
}[FileKind];

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
  const district = new Map<string, string>();
  const codes = new Set<string>();
  const trusts = new Set(rules.trusts.map(({ ods }) => ods));
  const inDistrict = (postcode: string): boolean => district.get(postcode) === rules.district;
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
        if (![...district.values()].includes(rules.district)) {
          throw new UnusableFile(found.path, `no postcode is in the district ${rules.district}`);
        }
        const rows = await readPositions(path, (postcode) => district.has(postcode), watch.rows);
        read.push({ kind, found, rows });
        break;
      }
      case "practices": {
        const rows = await readPractices(path, inDistrict, watch.rows);
        for (const { ods } of rows.records) codes.add(ods);
        read.push({ kind, found, rows });
        break;
      }
      case "dispensers": {
        const rows = await readPharmacies(path, inDistrict, watch.rows);
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
      case "trusts":
        read.push({
          kind,
          found,
          rows: await readTrusts(path, (ods) => trusts.has(ods), watch.rows),
        });
        break;
      case "hospitals":
        read.push({ kind, found, rows: await readHospitals(path, inDistrict, watch.rows) });
        break;
      case "clinics":
        read.push({ kind, found, rows: await readClinics(path, inDistrict, watch.rows) });
        break;
      case "list-sizes":
        read.push({ kind, found, rows: await readListSizes(path, known, watch.rows) });
        break;
      case "waits":
        read.push({
          kind,
          found,
          rows: await readWaits(path, (ods) => trusts.has(ods), watch.rows),
        });
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
