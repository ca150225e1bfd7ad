import type { Position } from "./place";

/** A tenth of a millimetre or so: as near as this to an edge is on it. */
const ON_THE_EDGE_DEGREES = 1e-9;

/**
 * Whether a position is inside a ring of corners (the last is joined to the first) or on its edge. Latitude and longitude
 * are taken as a flat map, which is how the boundaries of small areas are drawn; a ring that crosses itself holds what
 * an odd number of its loops surrounds. A ring of fewer than three corners holds nothing.
 */
export function isWithinRing(ring: readonly Position[], { lat, lon }: Position): boolean {
  if (ring.length < 3) return false;
  let inside = false;
  let from = ring[ring.length - 1] as Position;
  for (const to of ring) {
    if (isOnSegment(from, to, lat, lon)) return true;
    if (from.lat > lat !== to.lat > lat) {
      const crossesAt = from.lon + ((lat - from.lat) / (to.lat - from.lat)) * (to.lon - from.lon);
      if (lon < crossesAt) inside = !inside;
    }
    from = to;
  }
  return inside;
}

function isOnSegment(from: Position, to: Position, lat: number, lon: number): boolean {
  const north = to.lat - from.lat;
  const east = to.lon - from.lon;
  const square = north * north + east * east;
  const along = square === 0 ? 0 : ((lat - from.lat) * north + (lon - from.lon) * east) / square;
  const nearest = Math.min(1, Math.max(0, along));
  return (
    Math.hypot(lat - (from.lat + nearest * north), lon - (from.lon + nearest * east)) <= ON_THE_EDGE_DEGREES
  );
}
