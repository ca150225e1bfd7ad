import { KM_IN_A_MILE } from "./in-words";
import type { Position } from "./place";

/** A map with a person's place in the middle: rings of distance, and numbered marks. All in units of its own square. */
export interface RoundMap {
  /** The length of a side. */
  readonly size: number;
  readonly rings: readonly { readonly miles: number; readonly radius: number }[];
  readonly marks: readonly MapMark[];
}

/** One place, or several that would lie over each other. */
export interface MapMark {
  readonly numbers: readonly number[];
  /** The numbers as they stand on it, a line each: "2–4, 7". */
  readonly lines: readonly string[];
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NumberedPlace {
  readonly number: number;
  readonly position: Position;
}

const SIZE = 320;
const MIDDLE = SIZE / 2;
/** The outermost ring, with room for a mark outside it. */
const FARTHEST = 138;
/** Miles from ring to ring; the smallest that needs no more than MOST_RINGS. */
const STEPS = [0.25, 0.5, 1, 2, 3, 5, 10, 25, 50, 100, 250, 500];
const MOST_RINGS = 3;
const KM_IN_A_DEGREE = 111.195;

const LETTER = 8;
const LINE = 16;
const LONGEST_LINE = 9;
/** Half a side of what marks the person's own place, which no mark may cover. */
const OWN_PLACE = 13;
/** Marks that come nearer than this to each other become one. */
const GAP = 2;

/** Draws places round a middle, north at the top. Pure: the same places are always drawn the same. */
export function roundMap(middle: Position, places: readonly NumberedPlace[]): RoundMap {
  const at = places.map(({ number, position }) => ({ number, ...offset(middle, position) }));
  const farthest = Math.max(0, ...at.map(({ east, north }) => Math.hypot(east, north)));
  const step = STEPS.find((miles) => farthest <= miles * MOST_RINGS) ?? farthest / MOST_RINGS;
  const rings = Math.max(1, Math.ceil(farthest / step));
  const scale = FARTHEST / (rings * step);
  return {
    size: SIZE,
    rings: Array.from({ length: rings }, (_, ring) => ({
      miles: (ring + 1) * step,
      radius: Math.round((ring + 1) * step * scale),
    })),
    marks: apart(
      at.map(({ number, east, north }) => markOf([number], MIDDLE + east * scale, MIDDLE - north * scale)),
    ),
  };
}

/** Miles to the east and to the north: near enough over the length of a bus ride. */
function offset(from: Position, to: Position): { readonly east: number; readonly north: number } {
  const miles = KM_IN_A_DEGREE / KM_IN_A_MILE;
  return {
    east: (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180) * miles,
    north: (to.lat - from.lat) * miles,
  };
}

/** Joins marks that would cover each other, and moves those that would cover the middle out to where they can be read. */
function apart(made: readonly MapMark[]): readonly MapMark[] {
  let marks = [...made];
  // Each turn joins two marks or moves one clear of the middle, so there are never more turns than this.
  for (let turn = 0; turn < 4 * made.length; turn += 1) {
    const covering = marks.findIndex(coversMiddle);
    const covered = marks[covering];
    if (covered !== undefined) {
      marks[covering] = clearOfMiddle(covered);
      continue;
    }
    const pair = firstPair(marks);
    if (pair === undefined) break;
    const [one, other] = pair;
    marks = [...marks.filter((mark) => mark !== one && mark !== other), joined(one, other)];
  }
  return marks.sort((a, b) => (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0));
}

function firstPair(marks: readonly MapMark[]): readonly [MapMark, MapMark] | undefined {
  for (const [at, one] of marks.entries()) {
    const other = marks.slice(at + 1).find((each) => cover(one, each));
    if (other) return [one, other];
  }
  return undefined;
}

const cover = (one: MapMark, other: MapMark): boolean =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 + GAP &&
  Math.abs(one.y - other.y) < (one.height + other.height) / 2 + GAP;

const coversMiddle = ({ x, y, width, height }: MapMark): boolean =>
  Math.abs(x - MIDDLE) < width / 2 + OWN_PLACE && Math.abs(y - MIDDLE) < height / 2 + OWN_PLACE;

/** Straight up, or straight down for what lies to the south. */
function clearOfMiddle(mark: MapMark): MapMark {
  const away = mark.height / 2 + OWN_PLACE;
  return { ...mark, y: mark.y > MIDDLE ? MIDDLE + away : MIDDLE - away };
}

function joined(one: MapMark, other: MapMark): MapMark {
  const [a, b] = [one.numbers.length, other.numbers.length];
  return markOf(
    [...one.numbers, ...other.numbers],
    (one.x * a + other.x * b) / (a + b),
    (one.y * a + other.y * b) / (a + b),
  );
}

function markOf(unsorted: readonly number[], x: number, y: number): MapMark {
  const numbers = [...unsorted].sort((a, b) => a - b);
  const lines = inLines(runsOf(numbers));
  const longest = Math.max(...lines.map(({ length }) => length));
  const width = Math.max(24, longest * LETTER + 10);
  const height = lines.length * LINE + 8;
  const within = (middle: number, side: number) =>
    Math.round(Math.min(Math.max(middle, side / 2), SIZE - side / 2) * 10) / 10;
  return { numbers, lines, x: within(x, width), y: within(y, height), width, height };
}

/** "1", "3–5", "9": numbers that follow each other as one. */
function runsOf(numbers: readonly number[]): readonly string[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, until]) => {
    if (from === until) return String(from);
    return until === from + 1 ? `${from}, ${until}` : `${from}–${until}`;
  });
}

function inLines(runs: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    const longer = last === undefined ? run : `${last}, ${run}`;
    if (last !== undefined && longer.length > LONGEST_LINE) lines.push(run);
    else lines.splice(-1, 1, longer);
  }
  return lines;
}
