import { normalPostcode } from "~/domain/shared/identifiers";
import type { Position } from "~/domain/shared/place";
import type { Reader, Tx } from "../connect";
import { insertMany } from "./bulk";

/** A postcode and its centre. `district` is the GSS code of its local authority, where it is known. */
export interface Place {
  readonly postcode: string;
  readonly position: Position;
  readonly district: string | null;
}

/** Where a postcode is, however it was typed. Undefined when it is not a postcode, or is not known. */
export async function findPostcode(reader: Reader, typed: string): Promise<Place | undefined> {
  const postcode = normalPostcode(typed);
  if (!postcode) return undefined;
  const row = await reader
    .selectFrom("postcodes")
    .selectAll()
    .where("postcode", "=", postcode)
    .executeTakeFirst();
  return (
    row && {
      postcode: row.postcode,
      position: { lat: row.lat, lon: row.lon },
      district: row.district,
    }
  );
}

/** Adds postcodes, in their normal form ("BS3 1TF"), or moves those that are there. */
export async function writePostcodes(tx: Tx, places: readonly Place[]): Promise<void> {
  await insertMany(
    tx,
    "postcodes",
    ["postcode", "lat", "lon", "district"],
    places.map(({ postcode, position, district }) => ({ postcode, ...position, district })),
    { key: ["postcode"], otherwise: "update" },
  );
}

/**
 * Adds postcodes, in their normal form, or moves those that are elsewhere; the district of one that is there stays.
 * However many there are, only a batch is in memory.
 */
export async function placePostcodes(
  tx: Tx,
  places: Iterable<Pick<Place, "postcode" | "position">>,
): Promise<{ readonly added: number; readonly moved: number }> {
  const before = await countPostcodes(tx);
  const rows = function* () {
    for (const { postcode, position } of places) yield { postcode, lat: position.lat, lon: position.lon };
  };
  const touched = await insertMany(tx, "postcodes", ["postcode", "lat", "lon"], rows(), {
    key: ["postcode"],
    otherwise: "update-if-different",
  });
  const added = (await countPostcodes(tx)) - before;
  return { added, moved: touched - added };
}

async function countPostcodes(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom("postcodes")
    .select(({ fn }) => fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Every known postcode of a postcode area: the letters that begin it, "BS". */
export async function postcodesOfArea(reader: Reader, area: string): Promise<Place[]> {
  const rows = await reader
    .selectFrom("postcodes")
    .selectAll()
    .where("postcode", "like", `${area}%`)
    .execute();
  return rows
    .filter(({ postcode }) => /^\d/.test(postcode.slice(area.length)))
    .map(({ postcode, lat, lon, district }) => ({ postcode, position: { lat, lon }, district }));
}

/** Every known postcode of some districts, as they are named with the postcodes: in the order of postcodes. */
export async function postcodesOfDistricts(
  reader: Reader,
  districts: readonly string[],
): Promise<Pick<Place, "postcode" | "position">[]> {
  const rows = await reader
    .selectFrom("postcodes")
    .select(["postcode", "lat", "lon"])
    .where("district", "in", districts)
    .orderBy("postcode")
    .execute();
  return rows.map(({ postcode, lat, lon }) => ({ postcode, position: { lat, lon } }));
}

/** The middle of each outcode's known postcodes; an outcode without any is left out. */
export async function middlesOfOutcodes(
  reader: Reader,
  outcodes: readonly string[],
): Promise<ReadonlyMap<string, Position>> {
  const middles = new Map<string, Position>();
  for (const outcode of outcodes) {
    const { lat, lon } = await reader
      .selectFrom("postcodes")
      .select(({ fn }) => [fn.avg("lat").as("lat"), fn.avg("lon").as("lon")])
      // The range is what an index can find; what follows holds in whatever order a database has letters.
      .where("postcode", ">=", `${outcode} 0`)
      .where("postcode", "<=", `${outcode} 9ZZ`)
      .where("postcode", "like", `${outcode} %`)
      .executeTakeFirstOrThrow();
    if (lat !== null && lon !== null) middles.set(outcode, { lat: Number(lat), lon: Number(lon) });
  }
  return middles;
}
