import type { Position } from "~/domain/shared/place";

/** False for a position that was typed wrongly, or is none: no place of Great Britain is outside of this. */
export const isInGreatBritain = ({ lat, lon }: Position): boolean =>
  lat > 49 && lat < 61.5 && lon > -9 && lon < 2.5;

/** A published latitude and longitude; null when there is none, or it cannot be one of Great Britain. */
export function publishedPosition(lat: string, lon: string): Position | null {
  const position = { lat: Number(lat), lon: Number(lon) };
  return lat.trim() !== "" && lon.trim() !== "" && isInGreatBritain(position) ? position : null;
}
