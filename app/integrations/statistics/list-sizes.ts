import type { PlainDate } from "~/domain/shared/time";
import {
  type FileRead,
  type Layout,
  OUTSIDE,
  type Progress,
  readRows,
  refuse,
  take,
} from "../published/rows";

const HEADER =
  "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS".split(",");
const LIST_SIZES: Layout = {
  title: "patients registered at a practice (gp-reg-pat-prac-all)",
  columns: HEADER.length,
  header: HEADER,
};
const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

export interface ListSize {
  readonly ods: string;
  readonly patients: number;
  readonly asOf: PlainDate;
}

/** How many people were registered at the wanted practices, all ages and sexes, and when they were counted. */
export const readListSizes = (
  path: string,
  wanted: (ods: string) => boolean,
  progress?: Progress,
): Promise<FileRead<ListSize>> =>
  readRows(
    path,
    LIST_SIZES,
    (fields) => {
      const field = (name: string): string => fields[HEADER.indexOf(name)]?.trim() ?? "";
      if (field("TYPE") !== "GP" || field("SEX") !== "ALL" || field("AGE") !== "ALL") return OUTSIDE;
      const asOf = dateOf(field("EXTRACT_DATE"));
      if (asOf === null) return refuse("no extract date");
      const patients = field("NUMBER_OF_PATIENTS");
      if (!/^[1-9]\d{0,6}$/.test(patients)) return refuse("the number of patients is not a number above 0");
      const ods = field("CODE");
      return wanted(ods) ? take({ ods, patients: Number(patients), asOf }) : OUTSIDE;
    },
    progress,
  );

/** "01JAN2021" */
function dateOf(published: string): PlainDate | null {
  const found = /^(\d{2})([A-Z]{3})(\d{4})$/.exec(published.toUpperCase());
  const month = found === null ? -1 : MONTHS.indexOf(found[2] ?? "");
  return found === null || month < 0 ? null : `${found[3]}-${String(month + 1).padStart(2, "0")}-${found[1]}`;
}
