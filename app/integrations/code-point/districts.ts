import { normalPostcode } from "~/domain/shared/identifiers";
import { type FileRead, type Layout, type Progress, readRows, refuse, take } from "../published/rows";

const QUALITY = 1;
const EASTING = 2;
const DISTRICT = 8;
/** Positional quality 90 means that the postcode has no position. (OS, Code-Point Open technical specification.) */
const NO_POSITION = "90";

const CODE_POINT: Layout = {
  title: "Code-Point Open postcodes",
  columns: 10,
  header: null,
  looksRight: (fields) =>
    normalPostcode(fields[0] ?? "") !== undefined && /^\d+$/.test(fields[EASTING] ?? ""),
};

export interface PostcodeDistrict {
  readonly postcode: string;
  readonly district: string;
}

/** Which local authority district each postcode of an area is in. */
export const readDistricts = (path: string, progress?: Progress): Promise<FileRead<PostcodeDistrict>> =>
  readRows(
    path,
    CODE_POINT,
    (fields) => {
      const postcode = normalPostcode(fields[0] ?? "");
      if (postcode === undefined) return refuse("not a postcode");
      if (fields[QUALITY] === NO_POSITION) return refuse("no position");
      const district = fields[DISTRICT] ?? "";
      return /^[A-Z]\d{8}$/.test(district) ? take({ postcode, district }) : refuse("no district");
    },
    progress,
  );
