import { normalPostcode } from "~/domain/shared/identifiers";
import type { Position } from "~/domain/shared/place";
import {
  type FileRead,
  type Layout,
  OUTSIDE,
  type Progress,
  readRows,
  refuse,
  take,
} from "../published/rows";

const POSITIONS: Layout = {
  title: "postcode positions (gb_postcodes_latlon)",
  columns: 3,
  header: ["postcode", "lat", "lon"],
};

export interface PostcodePosition {
  readonly postcode: string;
  readonly position: Position;
}

/** Where the wanted postcodes are (WGS84). The file covers Great Britain; only what is wanted is kept. */
export const readPositions = (
  path: string,
  wanted: (postcode: string) => boolean,
  progress?: Progress,
): Promise<FileRead<PostcodePosition>> =>
  readRows(
    path,
    POSITIONS,
    ([published = "", lat = "", lon = ""]) => {
      // Almost all rows are in normal form already and not wanted: that is decided before anything dearer.
      const postcode = wanted(published) ? published : (normalPostcode(published) ?? "");
      if (postcode === "") return refuse("not a postcode");
      if (!wanted(postcode)) return OUTSIDE;
      const position = { lat: Number(lat), lon: Number(lon) };
      return lat !== "" && lon !== "" && inGreatBritain(position)
        ? take({ postcode, position })
        : refuse("a position that is not in Great Britain");
    },
    progress,
  );

const inGreatBritain = ({ lat, lon }: Position): boolean => lat > 49 && lat < 61.5 && lon > -9 && lon < 2.5;
