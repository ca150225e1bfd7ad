import type { FileRead, Layout, Progress } from "../published/rows";
import { at, COLUMN, hasStatus, ODS_COLUMNS, type OdsOrganisation, readActive } from "./row";

/** Sub-type D is a general dental practice. What P stands for is not known here, so nothing is said of those. */
const GENERAL = "D";

const EGDPPRAC: Layout = {
  title: "ODS dental practices (egdpprac)",
  columns: ODS_COLUMNS,
  header: null,
  looksRight: (fields) =>
    /^V[A-Z0-9]{5}$/.test(at(fields, COLUMN.code)) &&
    hasStatus(fields) &&
    /^[A-Z]$/.test(at(fields, COLUMN.subtype)),
};

export const isGeneralDentist = ({ subtype }: OdsOrganisation): boolean => subtype === GENERAL;

/** The active dental practices whose postcode is wanted. */
export const readDentists = (
  path: string,
  wanted: (postcode: string) => boolean,
  progress?: Progress,
): Promise<FileRead<OdsOrganisation>> => readActive(path, EGDPPRAC, () => true, wanted, progress);
