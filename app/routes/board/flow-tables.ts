import type { AppLoadContext } from "@remix-run/node";
import type { Cell, TableData } from "~/components/board/charts/table-data";
import { DIMENSION_WORDS, FLOW, GROUP_WORDS, stepWords } from "~/content/board/flow";
import {
  besideFigure,
  figureInWords,
  HIDDEN,
  MEASURE_WORDS,
  NOTHING_KNOWN,
  ofWords,
  percent,
  valueWords,
} from "~/content/board/measures";
import { REFUSALS } from "~/content/refusals";
import { roundedCount } from "~/domain/flow/few";
import { type MeasureId, measureOf } from "~/domain/flow/measures";
import { mondaysOf, stepKey } from "~/domain/flow/period";
import { MOST_NAMED, type ShownGroup, shownFigure, shownGroups, tellsOfFew } from "~/domain/flow/shown";
import type { Figure, Sum } from "~/domain/flow/sum";
import type { Dimension, Tally } from "~/domain/flow/tally";
import { REJECTED_REASONS } from "~/domain/routing/types";
import { sentence } from "~/domain/shared/in-words";
import type { FlowHere } from "./flow-of";

/** The figure of everything that a measure adds up, in words. */
export function wholeFigure(id: MeasureId, whole: Sum) {
  const figure = shownFigure(whole);
  const few = { all: whole.people.few, yes: whole.withYes.few, no: whole.withNo.few };
  const shown = !tellsOfFew(whole);
  return {
    words: shown || few.all || few.yes || few.no ? figureInWords(id, figure, few) : HIDDEN,
    beside: shown ? besideFigure(id, figure) : null,
    of: whole.people.none || whole.people.few ? NOTHING_KNOWN : ofWords(id, figure.of),
  };
}

/** A line's figure, of its own or of a spread its part of the whole; null where it is not shown. */
function lineFigure(
  id: MeasureId,
  line: ShownGroup,
  whole: Sum,
  dimension: Dimension | "step",
): Figure | null {
  if (line.hidden) return null;
  const figure = shownFigure(line.sum);
  return id === "spread" && dimension === "partner"
    ? { ...figure, value: figure.of / roundedCount(whole.of) }
    : figure;
}

const TOPS = [0.05, 0.1, 0.25, 0.5, 1];

/** Where the scale of a picture ends: of shares that should be small, as far as it takes to see them. */
export function topOf(id: MeasureId, values: readonly (number | null)[]): number {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  const { how, better } = measureOf(id);
  if (how === "median") return most;
  return better === "more" ? 1 : (TOPS.find((top) => most <= top) ?? 1);
}

/** A measure told apart by partner, service, need or area; each line leads to the list behind it. */
export function groupTable(
  { paths }: AppLoadContext,
  { asked, nameOf }: FlowHere,
  id: MeasureId,
  dimension: Dimension,
  tally: Tally,
): TableData {
  const lines = shownGroups(tally.by(dimension));
  const figures = lines.map((line) => lineFigure(id, line, tally.whole, dimension));
  const top = topOf(
    id,
    figures.map((figure) => figure?.value ?? null),
  );
  return {
    caption: `${MEASURE_WORDS[id].name}: ${DIMENSION_WORDS[dimension].by}`,
    columns: [
      { name: DIMENSION_WORDS[dimension].one },
      { name: FLOW.figure, number: true },
      { name: FLOW.of, number: true },
    ],
    rows: lines.map(({ keys, sum }, at): readonly Cell[] => {
      const figure = figures[at] ?? null;
      const value = figure?.value ?? null;
      const [only] = keys;
      const of = ofWords(id, roundedCount(sum.of));
      return [
        { text: groupName(keys.map((key) => nameOf(dimension, key))) },
        value === null ? { text: HIDDEN } : { text: valueWords(id, value), bar: top === 0 ? 0 : value / top },
        keys.length === 1 && only !== undefined
          ? { text: of, href: paths.boardMeasureList(id, { ...asked.query, by: dimension, key: only }) }
          : { text: of },
      ];
    }),
  };
}

export const groupName = (names: readonly string[]): string => {
  const [only] = names;
  if (names.length === 1 && only !== undefined) return only;
  return names.length > MOST_NAMED ? GROUP_WORDS.manyTogether : GROUP_WORDS.together(names);
};

/** Steps of time in their order, with what is shown of each. */
export function trendPoints({ setting, weeks }: FlowHere, id: MeasureId, tally: Tally) {
  const lines = shownGroups(tally.trend());
  const byKey = new Map(
    lines.flatMap((line) => (line.keys.length === 1 ? [[line.keys[0], line] as const] : [])),
  );
  // Every step there is: a week that was left out would tell that nobody asked, and one that is not, that somebody did.
  return [...new Set(mondaysOf(weeks.period).map((monday) => stepKey(setting.step, monday)))].map((key) => {
    const line = byKey.get(key);
    const value = line === undefined || line.hidden ? null : shownFigure(line.sum).value;
    return {
      label: stepWords(setting.step, key),
      value,
      words: value === null ? HIDDEN : valueWords(id, value),
      of: line === undefined ? HIDDEN : ofWords(id, roundedCount(line.sum.of)),
    };
  });
}

export const trendTable = (id: MeasureId, points: ReturnType<typeof trendPoints>): TableData => ({
  caption: `${MEASURE_WORDS[id].name}: ${FLOW.trend}`,
  columns: [{ name: FLOW.when }, { name: FLOW.figure, number: true }, { name: FLOW.of, number: true }],
  rows: points.map(({ label, words, of }) => [{ text: label }, { text: words }, { text: of }]),
});

/** Why partners said no, or whose name was on the box; undefined for a measure that is not told apart further. */
export function kindTable(id: MeasureId, tally: Tally): TableData | undefined {
  if (id !== "declined" && id !== "boxes") return undefined;
  const lines = shownGroups(tally.byKind());
  const counts = lines.map(({ sum }) => roundedCount(sum.of));
  const all = counts.reduce((total, count) => total + count, 0);
  return {
    caption: id === "declined" ? FLOW.byReason : FLOW.byBox,
    columns: [
      { name: id === "declined" ? FLOW.reason : FLOW.box },
      { name: FLOW.share, number: true },
      { name: id === "declined" ? FLOW.times : FLOW.people, number: true },
    ],
    rows: lines.map(({ keys }, at) => {
      const count = counts[at] ?? 0;
      return [
        { text: groupName(keys.map((key) => kindWords(id, key))) },
        { text: percent(count / all), bar: count / all },
        { text: count.toLocaleString("en-GB") },
      ];
    }),
  };
}

/** What happened, as a line of a list and a line of a table say it. */
export function kindWords(id: MeasureId, kind: string): string {
  const { happened } = MEASURE_WORDS[id];
  if (Object.hasOwn(REJECTED_REASONS, kind) && id === "declined") {
    const code = kind as keyof typeof REJECTED_REASONS;
    return `${REJECTED_REASONS[code]}: ${sentence(REFUSALS[code].pick)}`;
  }
  return happened[kind] ?? FLOW.notTold;
}
