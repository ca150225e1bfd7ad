import { normalPostcode } from "~/domain/shared/identifiers";
import type { Position } from "~/domain/shared/place";
import { publicPhone } from "../published/contacts";
import { publishedPosition } from "../published/places";
import {
  type FileRead,
  type Layout,
  OUTSIDE,
  type Progress,
  readRows,
  refuse,
  take,
} from "../published/rows";

const POSTCODE = 6;
const PHONE = 7;
const LAT = 8;
const LON = 9;
const PHARMACIES: Layout = {
  title: "NHS Choices pharmacies",
  columns: 10,
  header: null,
  looksRight: (fields) => /^F[A-Z0-9]{4}$/.test(fields[0] ?? "") && Number.isFinite(Number(fields[8])),
};

export interface PharmacyPhone {
  readonly ods: string;
  readonly phone: string;
  /** Where the pharmacy was then; null where it is not known. */
  readonly place: { readonly postcode: string; readonly position: Position } | null;
}

/** The telephone numbers of the wanted pharmacies, and where each was. */
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
      if (phone === null) return refuse("no valid telephone number");
      const postcode = normalPostcode(fields[POSTCODE] ?? "");
      const position = publishedPosition(fields[LAT] ?? "", fields[LON] ?? "");
      const place = postcode === undefined || position === null ? null : { postcode, position };
      return take({ ods, phone, place });
    },
    progress,
  );
