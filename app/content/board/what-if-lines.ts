import { MEASURES, type MeasureId, measureOf } from "~/domain/flow/measures";
import { KM_IN_A_MILE } from "~/domain/shared/in-words";
import type { Both, FigureSpread, Spread, WhatIfResult } from "~/domain/simulation/what-if-result";
import type { Grouping } from "~/domain/simulation/worse-off";
import { MEASURE_WORDS, NOTHING_KNOWN, percent, valueNumber, valueWords } from "./measures";
import {
  AGE_WORDS,
  countInWords,
  EFFECT_WORDS,
  many,
  type Names,
  type PartnerMeasure,
  RESULT,
  spreadInWords,
} from "./what-if";

/** Names by id, as a page is sent them. */
export interface PlainNames {
  readonly organisations: Readonly<Record<string, string>>;
  readonly services: Readonly<Record<string, string>>;
}

/** What looks names up. A file that was brought in may name anything: what nobody has is called by its id. */
export const lookUp = ({ organisations, services }: PlainNames): Names => ({
  organisation: (id) => namedIn(organisations, id),
  service: (id) => namedIn(services, id),
});

const namedIn = (names: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(names, id) ? (names[id] ?? id) : id;

/** How a figure moved: by how much, and whether that is better for people. */
export interface Moved {
  readonly words: string;
  readonly is: "better" | "worse" | "neither";
}

/** One line of a table with both sides. */
export interface BothLine {
  readonly id: string;
  readonly name: string;
  readonly means: string;
  readonly before: string;
  readonly after: string;
  readonly moved: Moved;
  /** The same as numbers for a spreadsheet; empty where there is none. */
  readonly cells: readonly string[];
}

/** Every measure, before and after. */
export const measureLines = ({ measures }: WhatIfResult): readonly BothLine[] =>
  measures.map((measure) => ({
    id: measure.id,
    name: MEASURE_WORDS[measure.id].name,
    means: MEASURE_WORDS[measure.id].means,
    ...sides(measure.id, measure),
  }));

/** One measure, or how many requests each has, partner by partner; who has the most first. */
export function partnerLines(
  { measures, given }: WhatIfResult,
  of: PartnerMeasure,
  names: Names,
): readonly BothLine[] {
  const name = (organisationId: string) => ({
    id: organisationId,
    name: names.organisation(organisationId),
    means: "",
  });
  const size = new Map(
    given.map(({ organisationId, before, after }) => [
      organisationId,
      Math.max(before?.middle ?? 0, after?.middle ?? 0),
    ]),
  );
  const bySize = <One extends { readonly organisationId: string }>(list: readonly One[]) =>
    [...list].sort((a, b) => (size.get(b.organisationId) ?? 0) - (size.get(a.organisationId) ?? 0));
  if (of === "given")
    return bySize(given).map(({ organisationId, ...both }) => ({
      ...name(organisationId),
      ...counts(both),
    }));
  return bySize(measures.find(({ id }) => id === of)?.partners ?? []).map(({ organisationId, ...both }) => ({
    ...name(organisationId),
    ...sides(of, both),
  }));
}

function sides(id: MeasureId, { before, after }: Both<FigureSpread>) {
  return {
    before: figureWords(id, before),
    after: figureWords(id, after),
    moved: movedBy(id, before.value, after.value),
    cells: [before.value, after.value].flatMap((value) =>
      value === null
        ? ["", "", ""]
        : [value.middle, value.low, value.high].map((number) => valueNumber(id, number)),
    ),
  };
}

function counts({ before, after }: Both<Spread | null>) {
  const change = before !== null && after !== null ? after.middle - before.middle : null;
  const moved: Moved =
    change === null || change === 0
      ? { words: change === 0 ? RESULT.same : "", is: "neither" }
      : { words: `${change > 0 ? "+" : "−"}${many(Math.abs(change))}`, is: "neither" };
  return {
    before: countInWords(before),
    after: countInWords(after),
    moved,
    cells: [before, after].flatMap((spread) =>
      spread === null ? ["", "", ""] : [spread.middle, spread.low, spread.high].map(String),
    ),
  };
}

function figureWords(id: MeasureId, { value, hidden }: FigureSpread): string {
  if (hidden) return RESULT.hidden;
  return value === null ? NOTHING_KNOWN : spreadInWords(value, (number) => valueWords(id, number));
}

/** The least that is said of a difference: less than this is the same. */
const TENTH = 0.05;

function movedBy(id: MeasureId, before: Spread | null, after: Spread | null): Moved {
  if (before === null || after === null) return { words: "", is: "neither" };
  const by = differenceOf(id, after.middle - before.middle);
  if (Math.abs(by.amount) < TENTH) return { words: RESULT.same, is: "neither" };
  const { better } = measureOf(id);
  const is = better === null ? "neither" : by.amount > 0 === (better === "more") ? "better" : "worse";
  const said = Math.abs(by.amount).toFixed(1);
  return { words: `${by.amount > 0 ? "+" : "−"}${said} ${by.unit(said)}`, is };
}

/** A difference in what a reader counts by. */
function differenceOf(id: MeasureId, by: number) {
  const units = (one: string) => (said: string) => (said === "1.0" ? one : `${one}s`);
  if (id === "wait") return { amount: by, unit: units("day") };
  if (id === "distance") return { amount: by / KM_IN_A_MILE, unit: units("mile") };
  return { amount: by * 100, unit: units("point") };
}

/** What becomes of people: how many worse, and how many better, by what happens to them. */
export const effectLines = ({ worseOff }: WhatIfResult) =>
  worseOff.effects.map(({ effect, worse, better }) => ({
    effect,
    ...EFFECT_WORDS[effect],
    worseCount: countInWords(worse),
    betterCount: countInWords(better),
    size: { worse: worse?.middle ?? 0, better: better?.middle ?? 0 },
    middles: { worse: middleInWords(worse), better: middleInWords(better) },
  }));

const middleInWords = (spread: Spread | null): string =>
  spread === null ? RESULT.few : spread.middle === 0 ? RESULT.none : many(spread.middle);

export interface GroupLine {
  readonly key: string;
  readonly name: string;
  readonly of: string;
  readonly worse: string;
  readonly share: string;
  /** The same from 0 to 1; null where it is not shown. */
  readonly part: number | null;
}

/** Who is worse off, by what people have in common; those of whom the most are first. */
export const groupLines = (
  { worseOff }: WhatIfResult,
  grouping: Grouping,
  names: Names,
): readonly GroupLine[] =>
  worseOff.groups[grouping].map(({ keys, of, worse }) => {
    const part = of === null || worse === null || of.middle === 0 ? null : worse.middle / of.middle;
    return {
      key: keys.join(" "),
      name: groupName(grouping, keys, names),
      of: of === null ? RESULT.hidden : many(of.middle),
      worse: worse === null ? RESULT.hidden : countInWords(worse),
      share: part === null ? "" : percent(part),
      part,
    };
  });

function groupName(grouping: Grouping, keys: readonly string[], names: Names): string {
  const said = keys.map((key) => {
    if (key === "") return RESULT.notKnown;
    if (grouping === "service") return names.service(key);
    return grouping === "age" ? AGE_WORDS[key as keyof typeof AGE_WORDS] : key;
  });
  if (said.length === 0) return RESULT.others;
  return said.length === 1 ? (said[0] ?? "") : RESULT.together(said.join(", "));
}

/** What one can look at partner by partner. */
export const PARTNER_MEASURES: readonly PartnerMeasure[] = [
  "given",
  ...MEASURES.filter((id) => id !== "spread"),
];
export const partnerMeasureName = (id: PartnerMeasure): string =>
  id === "given" ? RESULT.given : MEASURE_WORDS[id].name;

/** The one sentence that says what a scenario does to people. */
export function headlineOf({
  compared,
  worse,
  better,
}: Pick<WhatIfResult["worseOff"], "compared" | "worse" | "better">): string {
  const all = many(compared?.middle ?? 0);
  if (worse?.high === 0 && better?.high === 0) return RESULT.nobody(all);
  return RESULT.headline(all, countInWords(worse).toLowerCase(), countInWords(better).toLowerCase());
}
