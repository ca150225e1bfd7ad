import type { PostcodePosition } from "~/integrations/code-point/positions";
import type { Tx } from "~db/connect";
import { type Place, postcodesOfArea, writePostcodes } from "~db/queries/places";
import { sameValue, type Tally } from "./change";

/** Writes the postcodes that are new or have moved. One that is no longer published stays: people still live there. */
export async function writeChangedPostcodes(
  tx: Tx,
  areas: readonly string[],
  positions: readonly PostcodePosition[],
  district: (postcode: string) => string | undefined,
): Promise<Tally> {
  const before = new Map<string, Place>();
  for (const area of areas) {
    for (const place of await postcodesOfArea(tx, area)) before.set(place.postcode, place);
  }
  const changed: Place[] = [];
  let added = 0;
  for (const { postcode, position } of positions) {
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
    unchanged: positions.length - changed.length,
    closed: 0,
  };
}
