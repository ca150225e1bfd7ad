import type { FileRead, Layout, Progress } from "../published/rows";
import { at, COLUMN, hasStatus, ODS_COLUMNS, type OdsOrganisation, readActive } from "./row";

/** Prescribing setting 4 is a GP practice; the others are prisons, hospices, out-of-hours and clinics. */
const GP_PRACTICE = "4";

const EPRACCUR: Layout = {
  title: "ODS practices (epraccur)",
  columns: ODS_COLUMNS,
  header: null,
  looksRight: (fields) =>
    /^[A-Z]\w{5,7}$/.test(at(fields, COLUMN.code)) &&
    hasStatus(fields) &&
    /^\d{1,2}$/.test(at(fields, COLUMN.prescribingSetting)),
};

/** The active GP practices whose postcode is wanted. */
export const readPractices = (
  path: string,
  wanted: (postcode: string) => boolean,
  progress?: Progress,
): Promise<FileRead<OdsOrganisation>> =>
  readActive(
    path,
    EPRACCUR,
    (fields) => at(fields, COLUMN.prescribingSetting) === GP_PRACTICE,
    wanted,
    progress,
  );
