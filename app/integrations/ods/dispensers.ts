import {
  type FileRead,
  type Layout,
  OUTSIDE,
  type Progress,
  readRows,
  refuse,
  take,
} from "../published/rows";
import { at, COLUMN, hasStatus, isActive, ODS_COLUMNS, type OdsOrganisation, organisationIn } from "./row";

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
  readRows(
    path,
    EDISPENSARY,
    (fields) => {
      if (!hasStatus(fields)) return refuse("the status is none of A, C, D, P");
      if (!isActive(fields) || at(fields, COLUMN.subtype) !== PHARMACY) return OUTSIDE;
      const pharmacy = organisationIn(fields);
      if (typeof pharmacy === "string") return refuse(pharmacy);
      return wanted(pharmacy.postcode) ? take(pharmacy) : OUTSIDE;
    },
    progress,
  );
