import type { Comparison } from "~/domain/usability/results/compared";

type WordsOf<What> = {
  readonly [Key in keyof What]-?: NonNullable<What[Key]> extends object
    ? WordsOf<NonNullable<What[Key]>>
    : string;
};
type OfTime = Extract<Comparison, { readonly of: "time" }>;
type OfShares = Exclude<Comparison, OfTime>;

const EACH = {
  task: "The task, by its id. null: the end of the session",
  from: "The first variant, by its id",
  to: "The second variant, by its id: it is set against the first",
  p: "How likely luck alone is to bring as much, 0 to 1: of this comparison by itself",
  corrected:
    "The same, corrected by Holm for all comparisons of this version. Below 0.05 is more than luck is likely to bring",
} as const;
/** Of an interval. */
export const ENDS = { low: "The lower end of its interval of 95%", high: "The upper end of it" } as const;
const SHARE = {
  count: "How many did it, or were right",
  of: "Of how many people",
  share: "How many of how many, 0 to 1",
  ...ENDS,
} as const;
const TIME = {
  of: "How many people did the task",
  mean: "The geometric mean of their times, in seconds",
  interval: { ...ENDS, low: `${ENDS.low}. interval is null where no two times differ` },
} as const;
const SIZES = "0.2 is small, 0.5 middling, 0.8 large";

const OF_SHARES: WordsOf<OfShares> = {
  of: "completion: who did the task. comprehension: who said what is true",
  ...EACH,
  question: "The question, by its id. null of completion",
  shares: { from: SHARE, to: SHARE },
  effect: {
    difference: "The share of the second less that of the first, -1 to 1",
    ...ENDS,
    h: `Cohen’s h, of the second less the first: ${SIZES}`,
  },
};
const OF_TIME: WordsOf<OfTime> = {
  of: "time: how long it took those who did the task",
  ...EACH,
  times: { from: TIME, to: TIME },
  effect: {
    ratio: "How many times as long the second takes",
    interval: ENDS,
    t: "Welch’s t, of logs of times",
    degreesOfFreedom: "Of t, by Satterthwaite",
    p: "p, as it is beside effect",
    d: `Cohen’s d of logs, of the second less the first: ${SIZES}`,
  },
};

interface Words {
  readonly [key: string]: string | Words;
}
interface KeyMeaning {
  readonly key: string;
  readonly meaning: string;
}
const keysOf = (words: Words, within = ""): readonly KeyMeaning[] =>
  Object.entries(words).flatMap(([name, meaning]) =>
    typeof meaning === "string"
      ? [{ key: `${within}${name}`, meaning }]
      : keysOf(meaning, `${within}${name}.`),
  );

/** What each key of a comparison in results.json means, a dot before one that is within another. */
export const COMPARED_KEYS: readonly {
  readonly of: readonly Comparison["of"][];
  readonly keys: readonly KeyMeaning[];
}[] = [
  { of: ["completion", "comprehension"], keys: keysOf(OF_SHARES) },
  { of: ["time"], keys: keysOf(OF_TIME) },
];
