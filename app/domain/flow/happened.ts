import type { PartFact } from "./fact";
import type { Measure, Point } from "./measures";

/** Days until a person was seen, and kilometres, in bands that a list names: each up to and with its number. */
export const BANDS = {
  wait: [7, 28, 84],
  distance: [2, 5, 10],
} as const;

/** What a point says in a list: that it is so or not, which kind it is, or the band that its value is in. */
export function happened(measure: Measure, { value, kind }: Point): string {
  switch (measure.how) {
    case "share":
      return kind ?? (value === 1 ? "yes" : "no");
    case "median":
      return bandOf(measure.id === "wait" ? BANDS.wait : BANDS.distance, value);
    case "spread":
      return "yes";
    default:
      return measure.how satisfies never;
  }
}

const bandOf = (bands: readonly number[], value: number): string =>
  String(bands.find((most) => value <= most) ?? "more");

/** One line of the list behind a figure, about one person's part. Null: it is not told. */
export interface FlowLine {
  /** The Monday of the week in which it was asked for, or the month: "2026-03". */
  readonly when: string | null;
  readonly need: string | null;
  readonly service: string | null;
  readonly partner: string | null;
  readonly box: PartFact["box"];
  readonly area: string | null;
  readonly happened: string;
}

type Step = (line: FlowLine) => FlowLine;
const month = (when: string | null) => when?.slice(0, 7) ?? null;

/** How a line says less, step by step, until it is like enough others. What happened is told the longest. */
export const LESS: readonly Step[] = [
  (line) => line,
  (line) => ({ ...line, when: month(line.when) }),
  (line) => ({ ...line, when: month(line.when), area: null }),
  (line) => ({ ...line, when: null, area: null }),
  (line) => ({ ...line, when: null, area: null, service: null }),
  (line) => ({ ...line, when: null, area: null, service: null, partner: null, box: null }),
  ({ happened }) => ({ ...NOTHING_TOLD, happened }),
  () => NOTHING_TOLD,
];

const NOTHING_TOLD: FlowLine = {
  when: null,
  need: null,
  service: null,
  partner: null,
  box: null,
  area: null,
  happened: "",
};
