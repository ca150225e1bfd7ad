import KDBush from "kdbush";
import type { Position } from "../shared/place";
import type { Terms } from "./terms";
import type { Location, Offer } from "./types";

/** One provider's offer as it goes into the index. */
export interface IndexEntry {
  readonly offer: Offer;
  /** Its organisation's place in `directory.organisations`. */
  readonly organisation: number;
  readonly odsCode: string | null;
  readonly terms: Terms;
  /** Where care is given; undefined when it has no place of its own. */
  readonly location: Location | undefined;
  /** The middle of a catchment by radius: the offer's own place, or else its organisation's. */
  readonly centre: Position | null;
}

/**
 * The providers' offers of one service as parallel columns. The first `located` rows have a place and stand in the
 * order of the k-d tree, so that a search reads neighbours from neighbouring memory; then come those without a place.
 */
export interface ServiceIndex {
  readonly offers: readonly Offer[];
  readonly locations: readonly (Location | undefined)[];
  readonly located: number;
  readonly terms: readonly Terms[];
  /** Per terms: 1 when the offer is for the organisation's own list only. */
  readonly ownListOnly: Uint8Array;
  /** Per terms: the square of the chord that a catchment by radius spans on the unit sphere; infinite without one. */
  readonly radius: Float64Array;
  /** Per row: which of `terms`. */
  readonly termsOf: Uint32Array;
  /** Per row: the organisation's place in `directory.organisations`. */
  readonly organisationOf: Uint32Array;
  /** Per row: its place by ODS code (none comes last), then offer id. Ties are broken by it. */
  readonly rank: Uint32Array;
  /** Three numbers a row: a point on the unit sphere, from which distances are taken; NaN when there is none. */
  readonly points: Float64Array;
  readonly tree: KDBush | null;
  /** Rows ordered by organisation, so that one organisation's rows are found by halving. */
  readonly byOrganisation: Uint32Array;
  /** Practices' referring offers, by their organisation's place. */
  readonly referrers: ReadonlyMap<number, readonly Offer[]>;
}

export function buildServiceIndex(
  entries: readonly IndexEntry[],
  referrers: ReadonlyMap<number, readonly Offer[]>,
): ServiceIndex {
  const ranked = [...entries].sort(byOdsThenId);
  const rankOf = new Map(ranked.map((entry, place) => [entry, place]));
  const placed = ranked.filter((entry) => entry.location !== undefined);
  const tree = treeOf(placed);
  const rows = [
    ...(tree === null ? [] : Array.from(tree.ids, (id) => placed[id]).filter((entry) => entry !== undefined)),
    ...ranked.filter((entry) => entry.location === undefined),
  ];
  const size = rows.length;
  const terms = [...new Set(rows.map((entry) => entry.terms))];
  const index = {
    offers: rows.map((entry) => entry.offer),
    locations: rows.map((entry) => entry.location),
    located: placed.length,
    terms,
    ownListOnly: Uint8Array.from(terms, ({ ownListOnly }) => (ownListOnly ? 1 : 0)),
    radius: Float64Array.from(terms, ({ catchment }) =>
      catchment?.kind === "radius" ? squaredChord(catchment.km) : Number.POSITIVE_INFINITY,
    ),
    termsOf: new Uint32Array(size),
    organisationOf: new Uint32Array(size),
    rank: new Uint32Array(size),
    points: new Float64Array(3 * size).fill(Number.NaN),
    tree,
    byOrganisation: Uint32Array.from({ length: size }, (_, row) => row),
    referrers,
  };
  const termsPlace = new Map(terms.map((terms, place) => [terms, place]));
  rows.forEach((entry, row) => {
    index.termsOf[row] = termsPlace.get(entry.terms) ?? 0;
    index.organisationOf[row] = entry.organisation;
    index.rank[row] = rankOf.get(entry) ?? 0;
    const point = entry.location?.position ?? entry.centre;
    if (point === null) return;
    const { x, y, z } = onSphere(point);
    index.points.set([x, y, z], 3 * row);
  });
  index.byOrganisation.sort(
    (a, b) =>
      (index.organisationOf[a] ?? 0) - (index.organisationOf[b] ?? 0) ||
      (index.rank[a] ?? 0) - (index.rank[b] ?? 0),
  );
  return index;
}

/** The rows of one organisation, in their order of rank. */
export function rowsOf(index: ServiceIndex, organisation: number): number[] {
  const { byOrganisation, organisationOf } = index;
  let low = 0;
  let high = byOrganisation.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((organisationOf[byOrganisation[middle] ?? 0] ?? 0) < organisation) low = middle + 1;
    else high = middle;
  }
  const rows: number[] = [];
  for (let at = low; at < byOrganisation.length; at += 1) {
    const row = byOrganisation[at] ?? 0;
    if (organisationOf[row] !== organisation) break;
    rows.push(row);
  }
  return rows;
}

export interface SpherePoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A position as a point on the unit sphere: the haversine of an angle is a quarter of the squared chord. */
export function onSphere(position: Position): SpherePoint {
  const lat = (position.lat * Math.PI) / 180;
  const lon = (position.lon * Math.PI) / 180;
  return { x: Math.cos(lat) * Math.cos(lon), y: Math.cos(lat) * Math.sin(lon), z: Math.sin(lat) };
}

const EARTH_DIAMETER_KM = 2 * 6371;

/** The square of the chord that so many kilometres span on the unit sphere. */
export function squaredChord(km: number): number {
  const chord = 2 * Math.sin(Math.min(km / EARTH_DIAMETER_KM, Math.PI / 2));
  return chord * chord;
}

/** The kilometres of a squared chord, to the millimetre, so that one place is one number whichever way it was reached. */
export const kilometres = (squared: number): number =>
  Math.round(EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2)) * 1e6) / 1e6;

function treeOf(placed: readonly IndexEntry[]): KDBush | null {
  if (placed.length === 0) return null;
  const tree = new KDBush(placed.length);
  for (const entry of placed) tree.add(entry.location?.position.lon ?? 0, entry.location?.position.lat ?? 0);
  return tree.finish();
}

function byOdsThenId(a: IndexEntry, b: IndexEntry): number {
  if (a.odsCode !== b.odsCode) {
    if (a.odsCode === null) return 1;
    if (b.odsCode === null) return -1;
    return a.odsCode < b.odsCode ? -1 : 1;
  }
  return a.offer.id < b.offer.id ? -1 : a.offer.id > b.offer.id ? 1 : 0;
}
