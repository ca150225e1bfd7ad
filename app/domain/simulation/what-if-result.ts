import type { MeasureId } from "../flow/measures";
import { toJson } from "../shared/json";
import type { PlainDate } from "../shared/time";
import type { SideFigure, SideResult } from "./side";
import type { Effect, GroupCount, Grouping, WorseOff } from "./worse-off";

/** What both replays of one seed come to. */
export interface SeedResult {
  readonly seed: number;
  readonly before: SideResult;
  readonly after: SideResult;
  readonly worseOff: WorseOff;
}

/** The figure in the middle when those of all seeds are put in order, and the ends. */
export interface Spread {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/** `value` is null where no seed has one, or where one of them would tell of too few people. */
export interface FigureSpread {
  readonly value: Spread | null;
  readonly of: Spread | null;
  readonly hidden: boolean;
}

export interface Both<Value> {
  readonly before: Value;
  readonly after: Value;
}

export interface MeasureResult extends Both<FigureSpread> {
  readonly id: MeasureId;
  readonly partners: readonly (Both<FigureSpread> & { readonly organisationId: string })[];
}

export interface GroupResult {
  readonly keys: readonly string[];
  readonly of: Spread | null;
  readonly worse: Spread | null;
}

/** Null is too few to show. */
export interface WorseOffResult {
  readonly compared: Spread | null;
  readonly worse: Spread | null;
  readonly better: Spread | null;
  readonly effects: readonly {
    readonly effect: Effect;
    readonly worse: Spread | null;
    readonly better: Spread | null;
  }[];
  readonly groups: Readonly<Record<Grouping, readonly GroupResult[]>>;
}

/** What a scenario does, over all seeds: who would be worse off first, then every measure on both sides. */
export interface WhatIfResult {
  readonly seeds: readonly number[];
  /** The last day that was played again. */
  readonly until: PlainDate;
  readonly requests: Both<number>;
  readonly worseOff: WorseOffResult;
  readonly measures: readonly MeasureResult[];
  /** How many requests each partner has. */
  readonly given: readonly (Both<Spread | null> & { readonly organisationId: string })[];
}

/** Puts the seeds' results together. There is one or more. */
export function resultOf(seeds: readonly SeedResult[], until: PlainDate): WhatIfResult {
  const [first] = seeds;
  if (first === undefined) throw new Error("A result is of one seed or more");
  const sides = { before: seeds.map(({ before }) => before), after: seeds.map(({ after }) => after) };
  const organisations = [
    ...new Set([...sides.before, ...sides.after].flatMap(({ given }) => Object.keys(given))),
  ].sort();
  return {
    seeds: seeds.map(({ seed }) => seed),
    until,
    requests: { before: first.before.requests, after: first.after.requests },
    worseOff: worseOffOf(seeds.map(({ worseOff }) => worseOff)),
    measures: first.before.measures.map(({ id }, place) => {
      const before = sides.before.map(({ measures }) => measures[place]);
      const after = sides.after.map(({ measures }) => measures[place]);
      const partners = [
        ...new Set([...before, ...after].flatMap((one) => Object.keys(one?.partners ?? {}))),
      ].sort();
      const of = (side: typeof before, organisationId: string) =>
        figureSpread(side.map((one) => ownOf(one?.partners ?? {}, organisationId)));
      return {
        id,
        before: figureSpread(before.map((one) => one?.whole)),
        after: figureSpread(after.map((one) => one?.whole)),
        partners: partners.map((organisationId) => ({
          organisationId,
          before: of(before, organisationId),
          after: of(after, organisationId),
        })),
      };
    }),
    given: organisations.map((organisationId) => {
      const of = (side: readonly SideResult[]) =>
        spreadOf(
          side.map(({ given }) => {
            const many = ownOf(given, organisationId);
            return many === undefined ? 0 : many;
          }),
        );
      return { organisationId, before: of(sides.before), after: of(sides.after) };
    }),
  };
}

/** A partner that a board makes up may be called what every object has by itself. */
const ownOf = <Value>(by: Readonly<Record<string, Value>>, id: string): Value | undefined =>
  Object.hasOwn(by, id) ? by[id] : undefined;

function worseOffOf(seeds: readonly WorseOff[]): WorseOffResult {
  const groupsBy = (grouping: Grouping) => groupResults(seeds.map(({ groups }) => groups[grouping]));
  return {
    compared: spreadOf(seeds.map(({ compared }) => compared)),
    worse: spreadOf(seeds.map(({ worse }) => worse)),
    better: spreadOf(seeds.map(({ better }) => better)),
    effects: (seeds[0]?.effects ?? []).map(({ effect }, place) => ({
      effect,
      worse: spreadOf(seeds.map(({ effects }) => effects[place]?.worse ?? null)),
      better: spreadOf(seeds.map(({ effects }) => effects[place]?.better ?? null)),
    })),
    groups: { area: groupsBy("area"), age: groupsBy("age"), service: groupsBy("service") },
  };
}

/** The groups as the first seed has them; where another joins others together, or hides one, it is not shown. */
function groupResults(seeds: readonly (readonly GroupCount[])[]): readonly GroupResult[] {
  const byKeys = seeds.map((groups) => new Map(groups.map((group) => [JSON.stringify(group.keys), group])));
  return (seeds[0] ?? []).map(({ keys }) => {
    const alike = byKeys.map((groups) => groups.get(JSON.stringify(keys)));
    return {
      keys,
      of: spreadOf(alike.map((group) => group?.of ?? null)),
      worse: spreadOf(alike.map((group) => group?.worse ?? null)),
    };
  });
}

function figureSpread(figures: readonly (SideFigure | undefined)[]): FigureSpread {
  const hidden = figures.some((figure) => figure?.hidden);
  if (hidden) return { value: null, of: null, hidden };
  return {
    value: spreadOf(figures.map((figure) => figure?.value ?? null)),
    of: spreadOf(figures.map((figure) => figure?.of ?? null)),
    hidden,
  };
}

/** Null where one of them is: nothing is said of some seeds only. */
export function spreadOf(values: readonly (number | null)[]): Spread | null {
  const known = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  const [low] = known;
  if (low === undefined || known.length < values.length) return null;
  const middle = known[Math.floor(known.length / 2)] ?? low;
  return { middle, low, high: known.at(-1) ?? low };
}

/** Whether two scenarios were played on the same town and year, with the same luck: "before" is then one for both. */
export const isSameBefore = (one: WhatIfResult, other: WhatIfResult): boolean =>
  toJson(beforeOf(one)) === toJson(beforeOf(other));

/** A partner that is in the "after" alone is not of the "before". */
const beforeOf = ({ seeds, requests, measures, given }: WhatIfResult) => ({
  seeds,
  requests: requests.before,
  measures: measures.map(({ id, before, partners }) => ({
    id,
    before,
    partners: partners.flatMap(({ organisationId, before: its }) =>
      its.value === null && !its.hidden ? [] : [{ organisationId, its }],
    ),
  })),
  given: given.flatMap(({ organisationId, before }) =>
    before?.high === 0 ? [] : [{ organisationId, before }],
  ),
});
