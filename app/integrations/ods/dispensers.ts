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

/** The active pharmacies whose postcode is wanted. */
export const readPharmacies = (
  path: string,
  wanted: (postcode: string) => boolean,
  progress?: Progress,
): Promise<FileRead<OdsOrganisation>> =>
  readActive(path, EDISPENSARY, (fields) => at(fields, COLUMN.subtype) === PHARMACY, wanted, progress);
