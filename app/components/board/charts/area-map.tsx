import { scaleSqrt } from "d3-scale";
import { FLOW } from "~/content/board/flow";
import { distanceKm, type Position } from "~/domain/shared/place";
import { Folded } from "../../work/folded";
import { type MarkName, placeNames } from "./place-names";

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

/** As wide as a screen, and as wide as a phone, where nearly every place has a number. */
const SIZES = [
  { name: "wide", width: 640, height: 480, edge: 70, biggest: 34, text: 15 },
  { name: "narrow", width: 288, height: 300, edge: 34, biggest: 22, text: 15 },
] as const;
type Size = (typeof SIZES)[number];
/** The drawing holds this share of all people; whoever is farther out is in the table alone. */
const HELD = 0.96;
/** Half the side of a square, beside a ring of as many people. */
const SQUARE = 0.7;

/** The area from nobody's tiles, north at the top: rings where people ask from, squares where care is given. */
export const AreaMap = ({ id, map }: { readonly id: string; readonly map: AreaMapView }) =>
  map.places.length === 0 ? (
    <p>{FLOW.pictureFew}</p>
  ) : (
    SIZES.map((size) => <OneSize key={size.name} id={`${id}-${size.name}`} map={map} size={size} />)
  );

function OneSize({
  id,
  map: { title, description, places },
  size,
}: {
  readonly id: string;
  readonly map: AreaMapView;
  readonly size: Size;
}) {
  const at = placed(nearest(places), size);
  const radius = scaleSqrt([0, Math.max(1, ...at.map(({ people }) => people))], [2, size.biggest]);
  const biggestFirst = [...at].sort((a, b) => b.people - a.people);
  const reach = ({ kind, people }: MapPlace) => radius(people) * (kind === "asks" ? 1 : SQUARE);
  const placeOf = new Map(at.map((place) => [place.id, place]));
  const names = placeNames(
    biggestFirst.map((place) => ({ ...place, reach: reach(place) })),
    size,
  );
  return (
    <div className={`board-map board-map--${size.name}`}>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        fontSize={size.text}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {biggestFirst.map(({ id: place, kind, x, y, people }) =>
          kind === "asks" ? (
            <circle key={place} className="board-map__asks" cx={x} cy={y} r={radius(people)} />
          ) : (
            <rect
              key={place}
              className="board-map__gives"
              x={x - radius(people) * SQUARE}
              y={y - radius(people) * SQUARE}
              width={radius(people) * SQUARE * 2}
              height={radius(people) * SQUARE * 2}
            />
          ),
        )}
        {names
          .filter(({ isAway }) => isAway)
          .map(({ id: place, x, y }) => (
            <line
              key={place}
              className="board-map__leader"
              x1={placeOf.get(place)?.x}
              y1={placeOf.get(place)?.y}
              x2={x}
              y2={y - size.text / 3}
            />
          ))}
        {names.map(({ id: place, words, number, x, y, anchor }) => (
          <text
            key={place}
            className={
              number !== null || placeOf.get(place)?.kind === "asks"
                ? "board-map__name board-map__name--strong"
                : "board-map__name"
            }
            x={x}
            y={y}
            textAnchor={anchor}
          >
            {words}
          </text>
        ))}
      </svg>
      <MapKey names={names} places={places} folded={size.name === "narrow"} />
    </div>
  );
}

/** Whose the numbers are: of the places that stand too close to have their names beside them. */
function MapKey({
  names,
  places,
  folded,
}: {
  readonly names: readonly MarkName[];
  readonly places: readonly MapPlace[];
  /** It is a line until it is opened. */
  readonly folded: boolean;
}) {
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  const numbered = names.filter(({ number }) => number !== null);
  if (numbered.length === 0) return null;
  const key = (
    <ol className="board-map__key" aria-label={FLOW.mapKey}>
      {numbered.map(({ id, number }) => (
        <li key={id} value={number ?? undefined}>
          {nameOf.get(id)}
        </li>
      ))}
    </ol>
  );
  return folded ? (
    <Folded summary={FLOW.mapKey} open={false}>
      {key}
    </Folded>
  ) : (
    key
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
  { width, height, edge }: Size,
): readonly (MapPlace & { readonly x: number; readonly y: number })[] {
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const lat = middle(places.map(({ position }) => position.lat));
  const lon = middle(places.map(({ position }) => position.lon));
  const east = ({ position }: MapPlace) => (position.lon - lon) * Math.cos((lat * Math.PI) / 180);
  const north = ({ position }: MapPlace) => position.lat - lat;
  const reach = (of: (place: MapPlace) => number) =>
    Math.max(1e-6, ...places.map((place) => Math.abs(of(place))));
  const scale = Math.min((width / 2 - edge) / reach(east), (height / 2 - edge) / reach(north));
  return places.map((place) => ({
    ...place,
    x: Math.round(width / 2 + east(place) * scale),
    y: Math.round(height / 2 - north(place) * scale),
  }));
}
