import type { FileRead, Layout, Progress } from "../published/rows";
import { at, COLUMN, hasStatus, ODS_COLUMNS, type OdsOrganisation, readActive } from "./row";

/** Sub-type 1 is a pharmacy; 2 supplies appliances and sees nobody. */
const PHARMACY = "1";

const EDISPENSARY: Layout = {
  title: "ODS dispensers (edispensary)",
  columns: ODS_COLUMNS,
  header: null,
  looksRight: (fields) =>
    /^F[A-Z0-9]{4}$/.test(at(fields, COLUMN.code)) &&
    hasStatus(fields) &&
    /^\d$/.test(at(fields, COLUMN.subtype)),
};

export const isPharmacy = ({ subtype }: OdsOrganisation): boolean => subtype === PHARMACY;

/** The active pharmacies whose postcode is wanted; `everyKind` takes those too that only supply appliances. */
export const readDispensers = (
  path: string,
  wanted: (postcode: string) => boolean,
  everyKind: boolean,
  progress?: Progress,
): Promise<FileRead<OdsOrganisation>> =>
  readActive(
    path,
    EDISPENSARY,
    (fields) => everyKind || at(fields, COLUMN.subtype) === PHARMACY,
    wanted,
    progress,
  );
