import { normalPostcode } from "~/domain/shared/identifiers";
import { isInGreatBritain } from "../published/places";
import {
  type FileRead,
  KEPT,
  type Layout,
  OUTSIDE,
  type Progress,
  readRows,
  refuse,
} from "../published/rows";
import { PackedPositions } from "./packed-positions";

const POSITIONS: Layout = {
  title: "postcode positions (gb_postcodes_latlon)",
  columns: 3,
  header: ["postcode", "lat", "lon"],
};
/** Almost all rows are in normal form already. */
const NORMAL = /^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$/;

export interface PositionsRead extends FileRead<never> {
  readonly positions: PackedPositions;
}

/** Where the wanted postcodes are (WGS84). The file covers Great Britain; only what is wanted is kept. */
export async function readPositions(
  path: string,
  wanted: (postcode: string) => boolean,
  progress?: Progress,
): Promise<PositionsRead> {
  const positions = new PackedPositions();
  const read = await readRows<never>(
    path,
    POSITIONS,
    ([published = "", lat = "", lon = ""]) => {
      const postcode = NORMAL.test(published) ? published : normalPostcode(published);
      if (postcode === undefined) return refuse("not a postcode");
      if (!wanted(postcode)) return OUTSIDE;
      const position = { lat: Number(lat), lon: Number(lon) };
      if (lat === "" || lon === "" || !isInGreatBritain(position))
        return refuse("a position that is not in Great Britain");
      positions.add(postcode, position.lat, position.lon);
      return KEPT;
    },
    progress,
  );
  return { ...read, positions };
}
