import type { Position } from "~/domain/shared/place";
import { isInGreatBritain } from "../published/places";
import { type FileRead, type Layout, type Progress, readRows, refuse, take } from "../published/rows";

const HEADER = ["outcode", "area", "postcodes", "lat", "lon"];
const OUTCODES: Layout = {
  title: "the middles of outcodes (gb_outcodes)",
  columns: HEADER.length,
  header: HEADER,
};

export interface OutcodePosition {
  readonly outcode: string;
  /** The mean of the positions of its postcodes. */
  readonly position: Position;
}

/** The middle of every outcode of Great Britain, the areas among them whose postcodes are in no other file. */
export const readOutcodes = (path: string, progress?: Progress): Promise<FileRead<OutcodePosition>> =>
  readRows(
    path,
    OUTCODES,
    ([outcode = "", , , lat = "", lon = ""]) => {
      if (!/^[A-Z]{1,2}[0-9][A-Z0-9]?$/.test(outcode)) return refuse("not an outcode");
      const position = { lat: Number(lat), lon: Number(lon) };
      return lat !== "" && lon !== "" && isInGreatBritain(position)
        ? take({ outcode, position })
        : refuse("a position that is not in Great Britain");
    },
    progress,
  );
