/** Degrees, WGS84. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

const EARTH_RADIUS_KM = 6371;

/** Great-circle distance by the haversine formula, in kilometres. */
export function distanceKm(from: Position, to: Position): number {
  const rad = Math.PI / 180;
  const sinLat = Math.sin(((to.lat - from.lat) * rad) / 2);
  const sinLon = Math.sin(((to.lon - from.lon) * rad) / 2);
  const h = sinLat * sinLat + Math.cos(from.lat * rad) * Math.cos(to.lat * rad) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
