import { outcodeOf } from "~/domain/shared/identifiers";
import { distanceKm, type Position } from "~/domain/shared/place";
import type { PackedPositions } from "~/integrations/code-point/packed-positions";
import type { ReadFile } from "./read-files";

/** Where an organisation stands. `middleOf` names the outcode whose middle stands in for a position nobody publishes. */
export interface Whereabouts {
  readonly position: Position;
  readonly middleOf?: string;
}

export interface Places {
  /** By postcode; undefined when no file says where it is. */
  readonly whereIs: (postcode: string) => Whereabouts | undefined;
  readonly position: (postcode: string) => Position | undefined;
  readonly district: (postcode: string) => string | undefined;
}

/** A position of NHS Choices that is farther than this from the middle of its outcode was typed wrongly. */
const FARTHEST_KM = 25;

/**
 * Positions by postcode, the best first: Code-Point Open; what NHS Choices says of a pharmacy, a hospital or a clinic
 * at the postcode; the middle of its outcode.
 */
export function placesIn(read: readonly ReadFile[]): Places {
  const districts = new Map<string, string>();
  const middles = new Map<string, Position>();
  let packed: PackedPositions | undefined;
  for (const file of read) {
    if (file.kind === "postcode-districts")
      for (const { postcode, district } of file.rows.records) districts.set(postcode, district);
    else if (file.kind === "outcode-positions")
      for (const { outcode, position } of file.rows.records) middles.set(outcode, position);
    else if (file.kind === "postcode-positions") packed = file.rows.positions;
  }
  const position = (postcode: string): Position | undefined => packed?.position(postcode);
  const ofNhsChoices = middles.size === 0 ? new Map<string, Position>() : publishedWithSites(read);

  const whereIs = (postcode: string): Whereabouts | undefined => {
    const exact = position(postcode);
    if (exact !== undefined) return { position: exact };
    const outcode = outcodeOf(postcode);
    const middle = middles.get(outcode);
    const published = ofNhsChoices.get(postcode);
    if (middle === undefined) return undefined;
    return published !== undefined && distanceKm(published, middle) < FARTHEST_KM
      ? { position: published }
      : { position: middle, middleOf: outcode };
  };
  return { whereIs, position, district: (postcode) => districts.get(postcode) };
}

function publishedWithSites(read: readonly ReadFile[]): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>();
  const add = (postcode: string, position: Position | null): void => {
    if (position !== null && !positions.has(postcode)) positions.set(postcode, position);
  };
  for (const file of read) {
    if (file.kind === "pharmacy-phones")
      for (const { place } of file.rows.records) if (place !== null) add(place.postcode, place.position);
    if (file.kind === "hospitals" || file.kind === "clinics")
      for (const { postcode, position } of file.rows.records) add(postcode, position);
  }
  return positions;
}
