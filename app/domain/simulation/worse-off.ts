import type { AgeBand, PartFact } from "../flow/fact";
import { roundedCount } from "../flow/few";
import { MOST_NAMED, type ShownGroup, shownCount, shownGroups } from "../flow/shown";
import { Sum } from "../flow/sum";
import { milliseconds } from "../shared/time";

/** What a change can do to a person, the gravest first. */
export const EFFECTS = ["unmet", "gave-up", "promise", "refused", "later", "farther", "choice"] as const;
export type Effect = (typeof EFFECTS)[number];

/** A visit this much later, or a place this much farther, is one that a person would notice. */
export const NOTICED = { days: 1, km: 1.6 } as const;
const NOTICED_MS = NOTICED.days * 86_400_000;

/** What people can be told apart by, and none of them be known by. */
export const GROUPINGS = ["area", "age", "service"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What becomes worse for whoever asked, from the one replay to the other. */
export function worseBy(before: PartFact, after: PartFact): readonly Effect[] {
  // Who comes to nobody has no visit, no place and no partner to speak of.
  if (after.organisationId === null) return before.organisationId === null ? [] : ["unmet"];
  if (before.organisationId === null) return [];
  const effects: Effect[] = [];
  if (!before.cancelled && after.cancelled) effects.push("gave-up");
  if (before.promiseKept === true && after.promiseKept === false) effects.push("promise");
  if (after.turnedDown.length > before.turnedDown.length) effects.push("refused");
  if (isLater(before, after)) effects.push("later");
  if (before.km !== null && after.km !== null && after.km - before.km >= NOTICED.km) effects.push("farther");
  if (before.choices >= 2 && after.choices < 2) effects.push("choice");
  return effects;
}

function isLater({ seenAt: before }: PartFact, { seenAt: after }: PartFact): boolean {
  return before !== null && after !== null && milliseconds(after) - milliseconds(before) >= NOTICED_MS;
}

/** How many are worse off in some way, and how many better. Fewer than five is null: too few to show. */
export interface EffectCount {
  readonly effect: Effect;
  readonly worse: number | null;
  readonly better: number | null;
}

/** Of the people alike in one way, how many are worse off. Null where that would tell of too few. */
export interface GroupCount {
  /**
   * The outcodes, age bands or services, as ids; several where each would be too few, and none where those are more than
   * may be named. An empty one is not known.
   */
  readonly keys: readonly string[];
  readonly of: number;
  readonly worse: number | null;
}

export interface WorseOff {
  /** Requests that are in both replays. */
  readonly compared: number;
  /** With one effect or more. Some are both: later, and nearer. */
  readonly worse: number | null;
  readonly better: number | null;
  readonly effects: readonly EffectCount[];
  readonly groups: Readonly<Record<Grouping, readonly GroupCount[]>>;
}

const keyOf: Readonly<Record<Grouping, (fact: PartFact) => string>> = {
  area: ({ outcode }) => outcode ?? "",
  age: ({ age }) => age satisfies AgeBand,
  service: ({ serviceId }) => serviceId,
};

const ONE = { partner: null, value: 1 };
const bothWays = () => ({ worse: new Sum("share"), better: new Sum("share") });

/** Compares the same request in two replays, as they come in, in any order. */
export class WorseOffTally {
  #compared = 0;
  readonly #all = bothWays();
  readonly #effects = new Map(EFFECTS.map((effect) => [effect, bothWays()]));
  readonly #groups: Readonly<Record<Grouping, Map<string, Sum>>> = {
    area: new Map(),
    age: new Map(),
    service: new Map(),
  };

  add(before: PartFact, after: PartFact): void {
    const worse = worseBy(before, after);
    const better = worseBy(after, before);
    this.#compared += 1;
    if (worse.length > 0) this.#all.worse.add(before, ONE);
    if (better.length > 0) this.#all.better.add(before, ONE);
    for (const effect of worse) this.#count(effect).worse.add(before, ONE);
    for (const effect of better) this.#count(effect).better.add(before, ONE);
    for (const grouping of GROUPINGS) {
      const key = keyOf[grouping](before);
      let sum = this.#groups[grouping].get(key);
      if (sum === undefined) {
        sum = new Sum("share");
        this.#groups[grouping].set(key, sum);
      }
      sum.add(before, { partner: null, value: worse.length > 0 ? 1 : 0 });
    }
  }

  #count(effect: Effect): ReturnType<typeof bothWays> {
    const count = this.#effects.get(effect);
    if (count === undefined) throw new Error(`There is no effect ${effect}`);
    return count;
  }

  result(): WorseOff {
    return {
      compared: roundedCount(this.#compared),
      worse: shownCount(this.#all.worse),
      better: shownCount(this.#all.better),
      effects: EFFECTS.map((effect) => {
        const { worse, better } = this.#count(effect);
        return { effect, worse: shownCount(worse), better: shownCount(better) };
      }),
      groups: {
        area: this.#shownGroups("area"),
        age: this.#shownGroups("age"),
        service: this.#shownGroups("service"),
      },
    };
  }

  #shownGroups(grouping: Grouping): readonly GroupCount[] {
    const groups = [...this.#groups[grouping]].map(([key, sum]) => ({ key, sum }));
    return shownGroups(groups)
      .map(({ keys, sum, hidden }: ShownGroup) => ({
        keys: keys.length > MOST_NAMED ? [] : keys,
        of: roundedCount(sum.of),
        worse: hidden ? null : roundedCount(sum.yes),
      }))
      .sort((a, b) => (b.worse ?? 0) / b.of - (a.worse ?? 0) / a.of || b.of - a.of || byText(a.keys, b.keys));
  }
}

const byText = (a: readonly string[], b: readonly string[]): number => (a.join() < b.join() ? -1 : 1);
