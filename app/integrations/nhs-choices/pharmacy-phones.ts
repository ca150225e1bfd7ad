import { publicPhone } from "../published/contacts";
import {
  type FileRead,
  type Layout,
  OUTSIDE,
  type Progress,
  readRows,
  refuse,
  take,
} from "../published/rows";

const PHONE = 7;
const PHARMACIES: Layout = {
  title: "NHS Choices pharmacies",
  columns: 10,
  header: null,
  looksRight: (fields) => /^F[A-Z0-9]{4}$/.test(fields[0] ?? "") && Number.isFinite(Number(fields[8])),
};

export interface PharmacyPhone {
  readonly ods: string;
  readonly phone: string;
}

/** The telephone numbers of the wanted pharmacies. */
export const readPharmacyPhones = (
  path: string,
  wanted: (ods: string) => boolean,
  progress?: Progress,
): Promise<FileRead<PharmacyPhone>> =>
  readRows(
    path,
    PHARMACIES,
    (fields) => {
      const ods = fields[0]?.trim() ?? "";
      if (!/^[A-Z0-9]{5}$/.test(ods)) return refuse("the organisation code is not an ODS code");
      if (!wanted(ods)) return OUTSIDE;
      const phone = publicPhone(fields[PHONE] ?? "");
      return phone === null ? refuse("no valid telephone number") : take({ ods, phone });
    },
    progress,
  );
