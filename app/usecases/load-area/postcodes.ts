import type { PackedPositions } from "~/integrations/code-point/packed-positions";
import type { Tx } from "~db/connect";
import { type Place, placePostcodes, postcodesOfArea, writePostcodes } from "~db/queries/places";
import { sameValue, type Tally } from "./change";
import type { Extent } from "./rules";

/** Writes the postcodes that are new or have moved. One that is no longer published stays: people still live there. */
export async function writeChangedPostcodes(
  tx: Tx,
  extent: Extent,
  positions: PackedPositions,
  district: (postcode: string) => string | undefined,
): Promise<Tally> {
  if (extent.kind === "country") {
    const { added, moved } = await placePostcodes(tx, positions.all());
    return { added, updated: moved, unchanged: positions.size - added - moved, closed: 0 };
  }
  const before = new Map<string, Place>();
  for (const area of extent.postcodeAreas) {
    for (const place of await postcodesOfArea(tx, area)) before.set(place.postcode, place);
  }
  const changed: Place[] = [];
  let added = 0;
  for (const { postcode, position } of positions.all()) {
    const place: Place = { postcode, position, district: district(postcode) ?? null };
    const was = before.get(postcode);
    if (was !== undefined && sameValue(was, place)) continue;
    if (was === undefined) added += 1;
    changed.push(place);
  }
  await writePostcodes(tx, changed);
  return {
    added,
    updated: changed.length - added,
    unchanged: positions.size - changed.length,
    closed: 0,
  };
}
