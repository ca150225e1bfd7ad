import { scaleSqrt } from "d3-scale";
import { distanceKm, type Position } from "~/domain/shared/place";

/** A part of the area that people ask from, or a place of care. */
export interface MapPlace {
  readonly id: string;
  readonly kind: "asks" | "gives";
  readonly name: string;
  readonly position: Position;
  readonly people: number;
}

export interface AreaMapView {
  readonly title: string;
  readonly description: string;
  readonly places: readonly MapPlace[];
}

const SIZE = { width: 640, height: 480 };
const EDGE = 70;
/** The drawing holds this share of all people; whoever is farther out is in the table alone. */
const HELD = 0.96;
const BIGGEST = 34;
const TEXT = 15;

/** The area from nobody's tiles, north at the top: rings where people ask from, squares where care is given. */
export function AreaMap({
  id,
  map: { title, description, places },
}: {
  readonly id: string;
  readonly map: AreaMapView;
}) {
  const at = placed(nearest(places));
  const size = scaleSqrt([0, Math.max(1, ...at.map(({ people }) => people))], [2, BIGGEST]);
  const biggestFirst = [...at].sort((a, b) => b.people - a.people);
  const names = namesOf(biggestFirst.map((place) => ({ ...place, reach: size(place.people) })));
  return (
    <svg
      className="board-map"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {biggestFirst.map(({ id: place, kind, x, y, people }) =>
        kind === "asks" ? (
          <circle key={place} className="board-map__asks" cx={x} cy={y} r={size(people)} />
        ) : (
          <rect
            key={place}
            className="board-map__gives"
            x={x - size(people) * 0.7}
            y={y - size(people) * 0.7}
            width={size(people) * 1.4}
            height={size(people) * 1.4}
          />
        ),
      )}
      {names.map(({ id: place, name, kind, x, y, anchor }) => (
        <text
          key={place}
          className={kind === "asks" ? "board-map__name board-map__name--asks" : "board-map__name"}
          x={x}
          y={y}
          textAnchor={anchor}
        >
          {name}
        </text>
      ))}
    </svg>
  );
}

/** Those nearest to where most people are, so many that HELD of the people are with them. */
function nearest(places: readonly MapPlace[]): readonly MapPlace[] {
  const all = places.reduce((sum, { people }) => sum + people, 0);
  const mean = (of: (position: Position) => number) =>
    places.reduce((sum, { position, people }) => sum + of(position) * people, 0) / Math.max(1, all);
  const middle = { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) };
  const byDistance = [...places].sort(
    (a, b) => distanceKm(middle, a.position) - distanceKm(middle, b.position),
  );
  let held = 0;
  return byDistance.filter(({ people }) => {
    const isNear = held < HELD * all;
    held += people;
    return isNear;
  });
}

/** Points of the drawing: a mile is as long to the north as to the east. */
function placed(
  places: readonly MapPlace[],
): readonly (MapPlace & { readonly x: number; readonly y: number })[] {
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const lat = middle(places.map(({ position }) => position.lat));
  const lon = middle(places.map(({ position }) => position.lon));
  const east = ({ position }: MapPlace) => (position.lon - lon) * Math.cos((lat * Math.PI) / 180);
  const north = ({ position }: MapPlace) => position.lat - lat;
  const reach = (of: (place: MapPlace) => number) =>
    Math.max(1e-6, ...places.map((place) => Math.abs(of(place))));
  const scale = Math.min((SIZE.width / 2 - EDGE) / reach(east), (SIZE.height / 2 - EDGE) / reach(north));
  return places.map((place) => ({
    ...place,
    x: Math.round(SIZE.width / 2 + east(place) * scale),
    y: Math.round(SIZE.height / 2 - north(place) * scale),
  }));
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly kind: MapPlace["kind"];
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** A name stands beside its place, where it covers no other; one that has no room is in the table alone. */
function namesOf(
  places: readonly (MapPlace & { readonly x: number; readonly y: number; readonly reach: number })[],
): readonly Named[] {
  const taken: { left: number; right: number; top: number; foot: number }[] = [];
  return places.flatMap(({ id, name, kind, x, y, reach }): readonly Named[] => {
    const width = name.length * TEXT * 0.56;
    const ways = [
      { x: x + reach + 4, y: y + 5, anchor: "start" as const, left: x + reach + 4 },
      { x: x - reach - 4, y: y + 5, anchor: "end" as const, left: x - reach - 4 - width },
      { x, y: y - reach - 5, anchor: "middle" as const, left: x - width / 2 },
      { x, y: y + reach + TEXT, anchor: "middle" as const, left: x - width / 2 },
    ];
    for (const way of ways) {
      const box = { left: way.left, right: way.left + width, top: way.y - TEXT, foot: way.y + 4 };
      const inside = box.left >= 0 && box.right <= SIZE.width && box.top >= 0 && box.foot <= SIZE.height;
      const free = taken.every(
        (other) =>
          box.right < other.left || box.left > other.right || box.foot < other.top || box.top > other.foot,
      );
      if (!inside || !free) continue;
      taken.push(box);
      return [{ id, name, kind, x: way.x, y: way.y, anchor: way.anchor }];
    }
    return [];
  });
}
