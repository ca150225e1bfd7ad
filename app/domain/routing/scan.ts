import type KDBush from "kdbush";
import type { Position } from "../shared/place";

const KM_PER_DEGREE = (6371 * Math.PI) / 180;

/**
 * Calls `visit(from, to)` for runs of the tree's order that hold every point within `km` of a position, and some
 * points farther off. Both ends are inclusive; no point is visited twice. The side of the tree that the position is on
 * comes first, so that the nearest points are met early.
 */
export function scanAround(
  tree: KDBush,
  around: Position,
  km: number,
  visit: (from: number, to: number) => void,
): void {
  const { coords, nodeSize } = tree;
  const latReach = km / KM_PER_DEGREE + 1e-9;
  const minLat = around.lat - latReach;
  const maxLat = around.lat + latReach;
  const lonReach = longitudesWithin(around.lat, km);
  const minLon = around.lon - lonReach;
  const maxLon = around.lon + lonReach;

  const walk = (left: number, right: number, byLon: boolean): void => {
    if (right - left <= nodeSize) {
      if (left <= right) visit(left, right);
      return;
    }
    const middle = (left + right) >> 1;
    const at = coords[2 * middle + (byLon ? 0 : 1)] ?? 0;
    const isLeft = (byLon ? around.lon : around.lat) < at;
    const hasRight = at <= (byLon ? maxLon : maxLat);
    if (!isLeft && hasRight) walk(middle + 1, right, !byLon);
    if (at >= (byLon ? minLon : minLat)) walk(left, middle - 1, !byLon);
    if (isLeft && hasRight) walk(middle + 1, right, !byLon);
    visit(middle, middle);
  };
  walk(0, tree.ids.length - 1, true);
}

/** How many degrees of longitude a circle of `km` spans either side; all of them when it holds a pole. */
function longitudesWithin(lat: number, km: number): number {
  const angle = km / 6371;
  const cosLat = Math.cos((lat * Math.PI) / 180);
  const sine = Math.sin(angle) / cosLat;
  if (angle >= Math.PI / 2 || sine >= 1 || cosLat <= 0) return 360;
  return (Math.asin(sine) * 180) / Math.PI + 1e-9;
}
