import { scaleSqrt } from "d3-scale";
import { distanceKm, type Position } from "~/domain/shared/place";
import { type MarkName, placeNames } from "./place-names";

/** A part of the area that people ask from, or a place of care. */
export interface MapPlace {
  readonly id: string;
  readonly kind: "asks" | "gives";
  readonly name: string;
  readonly position: Position;
  readonly people: number;
}

/** A map in one size: to find room for every name takes a while, so that a page does so before it is drawn. */
export interface MapDrawn extends Pick<Size, "name" | "width" | "height" | "text"> {
  /** The biggest first. */
  readonly marks: readonly {
    readonly id: string;
    readonly kind: MapPlace["kind"];
    readonly name: string;
    readonly x: number;
    readonly y: number;
    /** A ring's radius, or half the side of a square. */
    readonly reach: number;
  }[];
  readonly names: readonly MarkName[];
}

export interface AreaMapView {
  readonly title: string;
  readonly description: string;
  readonly places: readonly MapPlace[];
  /** In each of the sizes. */
  readonly drawn: readonly MapDrawn[];
}

/** As wide as a screen, and as wide as a phone, where nearly every place has a number. */
export const MAP_SIZES = [
  { name: "wide", width: 640, height: 480, edge: 70, biggest: 34, text: 15 },
  { name: "narrow", width: 288, height: 300, edge: 34, biggest: 22, text: 15 },
] as const;
type Size = (typeof MAP_SIZES)[number];
/** The drawing holds this share of all people; whoever is farther out is in the table alone. */
const HELD = 0.96;
/** Half the side of a square, beside a ring of as many people. */
const SQUARE = 0.7;

export function drawMap(places: readonly MapPlace[], size: Size): MapDrawn {
  const at = placed(nearest(places), size);
  const radius = scaleSqrt([0, Math.max(1, ...at.map(({ people }) => people))], [2, size.biggest]);
  const marks = [...at]
    .sort((a, b) => b.people - a.people)
    .map(({ id, kind, name, x, y, people }) => {
      const reach = radius(people) * (kind === "asks" ? 1 : SQUARE);
      return { id, kind, name, x, y, reach };
    });
  return { ...size, marks, names: placeNames(marks, size) };
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
