import { counted } from "~/domain/shared/in-words";
import type { TaskEnd } from "~/domain/usability/log";
import type { Few, Results } from "~/domain/usability/results";
import type { Comparison } from "~/domain/usability/results/compared";
import { UNLIKELY } from "~/domain/usability/statistics/holm";
import type { Mean } from "~/domain/usability/statistics/mean";
import type { Share } from "~/domain/usability/statistics/share";

export const RESULTS = {
  title: "Results",
  titleOf: (study: string) => `Results: ${study}`,
  version: "Version",
  show: "Show it",
  ofVersion: (version: number) => `All of this is of version ${version} of the study.`,
  nobody: "Nobody has taken part in this version yet. What they do stands here as soon as they do it.",
  none: "This study was never opened, so there are no results. Open it first.",
  people: ({ tookPart, finished, stopped, left, goingOn }: Results["people"]) =>
    `${people(tookPart)} took part: ${finished} to the end, ${stopped} stopped before it, ${left === 0 ? "" : `${left} left in the middle, `}${goingOn} going on.`,
  few: {
    "very-few":
      "Fewer than 5 people: read this as stories, not as figures. A share or a time says next to nothing here.",
    few: "Fewer than 20 people: only what is large shows. The brackets say how far off each figure may be.",
    enough: "",
  } satisfies Readonly<Record<Few, string>>,
  fewSome: "Some figures here are of fewer than 5 people, and say next to nothing: look how many each is of.",
  how: "In brackets stands where the figure would lie for everybody like them, in 95 of 100 such studies. “of 8” is how many people a figure is made from.",
  report: "A report to print",
  files: "Files",
  filesOf: "For a spreadsheet, or for a program",
  file: {
    results: "What each person did, task by task (CSV)",
    events: "All that was recorded, event by event (CSV)",
    json: "All results (JSON)",
    paths: "From which page to which (CSV)",
    problems: "Problems (CSV)",
    answers: "Every answer (CSV)",
    codebook: "What each column means, to read",
    codebookJson: "What each column means (JSON)",
  },
  sessions: "Sessions, page by page",
  atOnce: "At a glance",
  task: "Task",
  who: "Who",
  everybody: "Everybody",
  done: "Did it",
  time: "Time of those who did",
  ease: "How easy, 1 to 7",
  wrong: "Things to put right",
  lost: "Were lost",
  firstRight: "First page was right",
  lostHow: "Lost: they went round and round, by a measure of pages seen, seen again and needed.",
  notKnown: "Not known",
  asTable: "The same as a table",
  unfinished: (many: number) => `${people(many)} began it and did not come to an end. They are not counted.`,
  notJudged: (many: number) => `Nobody has judged yet if ${people(many)} did it. They are not counted.`,
  ended: "How it ended",
  fields: "Where the page said that something was wrong",
  fieldAt: (field: string, page: string) => `${field}, on ${page}`,
  firstClick: "What was clicked on first",
  fromPeople: (caption: string, of: number) => `${caption}, from ${people(of)}`,
  overall: "All in all",
  doneOfTasks: "Tasks that each person did",
  sus: "System Usability Scale",
  susHow: "From 0 to 100. The middle of hundreds of studies is 68, a C.",
  susScale: (score: string, grade: string, of: number) =>
    `${score} of 100, which is grade ${grade}, from ${people(of)}`,
  grade: (grade: string) => `Grade ${grade}`,
  grades: (low: string, high: string) => `It may be anything from ${low} to ${high}.`,
  noSus: "Nobody has filled it in to the end yet.",
  quotes: "In their own words",
  quotesHow: "Of those who allow it.",
  noQuotes: "There are none that may be shown.",
  problems: "Problems, the first to mend first",
  problemsAll: "All problems, with what shows them",
  noProblems: "No problem was made of what was seen yet.",
  severity: "How bad, 1 to 4",
  met: "Met it",
  problem: "Problem",
  compared: "Variants against each other",
  comparedHow:
    "Each line has a chance in it: how likely luck alone would bring as much. It is raised because there are several lines. Below 0.05 it is more than luck is likely to bring.",
  fewIn: {
    "very-few": "A variant has fewer than 5 people yet: what is compared here says next to nothing.",
    few: "A variant has fewer than 20 people yet: only what is far apart can show here.",
    enough: "",
  } satisfies Readonly<Record<Few, string>>,
  onlyOne: "This study has one variant, so there is nothing to compare.",
  tooFew: "There is nothing to compare yet: too few people have come to an end.",
  what: "What",
  chance: "Chance of luck",
  alone: (p: string) => `for this line alone: ${p}`,
  others: (many: number) => `The other ${many} lines`,
  othersOf: (many: number) =>
    many > 0
      ? `The other ${many} lines may all be luck. They are on the page of the results, and in its files.`
      : "There are no others.",
  means: "What it means",
  answers: "What they said",
  right: "Were right",
  wrongly: "What was said that was not so",
  saidFor: (said: string, truth: string) => `“${said}”, where it was “${truth}”`,
  answered: (many: number) => `${people(many)} answered`,
  texts: (wrote: number, shown: number, empty: number) =>
    [
      `${people(wrote)} wrote something.`,
      ...(wrote === 0 ? [] : [`The words of ${shown} may be shown.`]),
      ...(empty === 0 ? [] : [`${people(empty)} left it empty.`]),
    ].join(" "),
  way: "Where they went",
  wayHow:
    "The shortest way, page by page. A bar is how many came so far. What leads away is where they went instead.",
  wayPicture: (of: number, there: number) => `Of ${people(of)}, ${there} got to the end of the way.`,
  noWay: "Nobody whose pages may be followed has come to an end here.",
  page: "Page",
  cameFar: "Came this far",
  went: "Went elsewhere",
  back: "Came back",
  stopped: "Ended here",
  pages: (many: number) => `${many} pages`,
  gotThere: "Did the task",
  elsewhere: (title: string, many: number) => `${title} (${many})`,
  endedHere: (many: number) => `${many} ended here`,
} as const;

/** What a study comes to, in a few figures and in a line for each part. */
export const SUMMARY = {
  title: "In short",
  done: "Tasks that people did",
  hardest: "The hardest task",
  right: (right: number, of: number) => `${right} of ${of} answers were right`,
  apart: (unlikely: number, of: number) => `${unlikely} of ${of}`,
  noneApart: "no difference is more than luck may bring",
  someApart: "differences are more than luck is likely to bring",
  apartInWords: (unlikely: number, of: number, few: boolean) =>
    `${unlikely} of ${of} differences ${unlikely === 1 ? "is" : "are"} more than luck is likely to bring${few ? ". There are few people yet" : ""}`,
  problems: "Problems",
  worst: (title: string) => `the first to mend: ${title}`,
  task: (did: string, time: string) =>
    [did === "" ? "" : `${did} did it`, time === "" ? "" : `it took them ${time}`]
      .filter((part) => part !== "")
      .join(", "),
  susOf: (grade: string, of: number) => `of 100, which is grade ${grade}, from ${people(of)}`,
  problemsOf: (many: number, worst: string) => `${counted(many, "problem")}. The first to mend: ${worst}`,
  quotesOf: (many: number) => counted(many, "quote"),
  none: "None yet",
} as const;

export const REPORT = {
  title: "Report of a study",
  titleOf: (study: string) => `Report: ${study}`,
  about: {
    brand: "Front door",
    version: "Version of the study",
    sessions: "Sessions",
    people: "People",
    variants: "Variants",
    printed: "As of",
  },
  between: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  /** At the foot of each sheet. */
  foot: (study: string, version: number, many: number) =>
    `“${study}”, version ${version}: ${people(many)} took part.`,
  aims: "What we wanted to find out",
  variant: (name: string, many: number) => `${name}: ${people(many)}`,
} as const;

export const END_WORDS: Readonly<Record<TaskEnd, string>> = {
  done: "Said that they were done",
  "gave-up": "Would rather not go on",
  "time-up": "The time was up",
  "moved-on": "We moved on for them",
};

export const people = (many: number): string => (many === 1 ? "1 person" : `${many} people`);

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** "8 of 10": the count that a share is made from. */
export const ofInWords = ({ count, of }: Share): string => `${count} of ${of}`;
/** "49% to 94%" */
export const shareRange = ({ low, high }: Share): string => `(${percent(low)} to ${percent(high)})`;
export const shareInWords = (share: Share | null): string =>
  share === null ? RESULTS.notKnown : `${ofInWords(share)}, ${percent(share.share)} ${shareRange(share)}`;

/** "48 s", "1 min 20 s" */
export function secondsInWords(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${seconds < 10 ? Math.round(seconds * 10) / 10 : whole} s`;
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
export const tenths = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

/** A mean in words, without the number that it is made from. */
export const meanInWords = (mean: Mean | null, words: (value: number) => string): string =>
  mean === null ? RESULTS.notKnown : words(mean.mean);
/** "(35 s to 1 min 2 s), of 8" */
export const meanRange = ({ of, interval }: Mean, words: (value: number) => string): string =>
  interval === null ? `of ${of}` : `(${words(interval.low)} to ${words(interval.high)}), of ${of}`;

/** "0.03", "less than 0.001" */
export const chanceInWords = (p: number): string =>
  p < 0.001 ? "less than 0.001" : p < 0.1 ? String(Number(p.toPrecision(2))) : p.toFixed(2);

const luck = (corrected: number): string =>
  corrected < UNLIKELY ? "That is more than luck is likely to bring." : "That may well be luck.";

/** What two variants come to against each other, as one says it. */
export function comparisonInWords(
  comparison: Comparison,
  names: { readonly from: string; readonly to: string },
): string {
  if (comparison.of === "time") {
    const { times, effect } = comparison;
    const ratio = effect.ratio >= 1 ? effect.ratio : 1 / effect.ratio;
    const longer = effect.ratio >= 1 ? names.to : names.from;
    return `It took ${secondsInWords(times.from.mean)} with “${names.from}” and ${secondsInWords(times.to.mean)} with “${names.to}”: ${tenths(ratio)} times as long with “${longer}”. ${luck(comparison.corrected)}`;
  }
  const { shares, effect } = comparison;
  const points = Math.round(Math.abs(effect.difference) * 100);
  const did = comparison.of === "completion" ? "did it" : "were right";
  const apart =
    points === 0
      ? "That is the same."
      : `That is ${points} more in a hundred with “${effect.difference > 0 ? names.to : names.from}”. ${luck(comparison.corrected)}`;
  return `${ofInWords(shares.from)} ${did} with “${names.from}” and ${ofInWords(shares.to)} with “${names.to}”. ${apart}`;
}

/** How much apart, with its interval: "+50 points (8 to 78)", "× 1.4 (0.9 to 2.2)". */
export function effectInWords(comparison: Comparison): string {
  if (comparison.of === "time") {
    const { ratio, interval, d } = comparison.effect;
    return `× ${tenths(ratio)} (${tenths(interval.low)} to ${tenths(interval.high)}); d ${tenths(d).replace("-", "−")}`;
  }
  const { difference, low, high, h } = comparison.effect;
  const points = (share: number) => String(Math.round(share * 100)).replace("-", "−");
  const sign = difference > 0 ? "+" : "";
  return `${sign}${points(difference)} points (${points(low)} to ${points(high)}); h ${tenths(h).replace("-", "−")}`;
}

export const COMPARED_WORDS: Readonly<Record<Comparison["of"], string>> = {
  completion: "Did it",
  comprehension: "Were right",
  time: "Time",
};
