import type { LabEvent } from "~/domain/usability/log";
import { type Column, FILE_COLUMNS, type ResultsFile } from "~/domain/usability/results/rows";
import { COMPARED_KEYS } from "./codebook-compared";
import { RESULTS_PARTS } from "./codebook-results";

const WHO = {
  participant: "The participant’s code. No name is kept anywhere",
  variant: "The variant that they were given, by its id",
  task: "The task, by its id. Empty: the end of the session, or before the first task",
} as const;

const WITHHELD = "true where something was written that may not be told";

/** What each column of each file means. */
export const COLUMN_WORDS: { readonly [File in ResultsFile]: Readonly<Record<Column<File>, string>> } = {
  results: {
    ...WHO,
    outcome:
      "success, failure, or not-judged where a facilitator has not said yet. Success is what was judged, or else what was reached in time, unless they gave up. In the line without a task: finished, stopped, left (nothing was heard of them for a day or more) or going-on",
    how: "done, gave-up, time-up or moved-on: why the task is over",
    seconds:
      "Time from its beginning to its end in seconds, without breaks. Of one that was begun again: from then on",
    ease: "SEQ, how easy it was: 1 (very difficult) to 7 (very easy)",
    errors: "Fields that a page said something was wrong with, each time that it did",
    pages_seen: "S: pages seen, again and again too. A page that only sends on is none",
    pages_different: "N: different pages among them, by their whole address",
    pages_needed:
      "R: different pages of the shortest way. Those of one pattern that follow each other are different, as questions are; one that the way comes back to counts once",
    lostness: "Smith’s L = √((N/S − 1)² + (R/N − 1)²). R is at most N. Above 0.5 is lost",
    first_page: "The page after the first, by its pattern",
    first_page_right: "true where that is the second page of the shortest way",
    first_click: "What was clicked on first, by its role and name. Empty without scripts",
    sus: "SUS, 0 to 100, in the line without a task. Empty where it is not filled in whole",
  },
  answers: {
    ...WHO,
    question: "The question, by its id. seq and sus-1 to sus-10 are the two known scales",
    value:
      "What was answered. Own words only of those who allow it. Empty where nothing was written, or could be asked",
    withheld: WITHHELD,
    truth: "What was true in their own town when they were asked. Empty where nothing is",
    right: "true where what was answered is what was true",
  },
  events: {
    ...WHO,
    seq: "The place in the record, in which it was told",
    at: "When it happened, in UTC (ISO 8601)",
    seconds: "Seconds since the first thing that is recorded of them",
    kind: "What happened. The kinds stand below, under “Kinds”",
    page: "The page, by its pattern",
    places: "What stands in the places of the pattern",
    method: "GET or POST",
    status: "The status of the answer. 3xx sends the browser on",
    title: "What the page is called",
    fields: "Fields that the page said something was wrong with",
    on: "What was clicked on, gone to or typed in: never what was typed",
    question: "The question that was answered, by its id",
    value:
      "The answer; what they allow; the part of the page that was seen (0 to 1); seconds in which nothing was done; how wide the browser is, in pixels; what was typed, where that may be kept",
    withheld: WITHHELD,
    truth: "What was true when it was answered",
    tag: "How it was marked: as confused, as delighted, as a quote or as a problem",
    severity: "Of a problem: 1, a blemish, to 4, nobody gets past it",
    note: "What the facilitator wrote",
    how: "Why a task is over; who stopped the session; which version of the study, and of the words that ask for each permission, they agreed to",
  },
  paths: {
    task: WHO.task,
    from: "A page, by its pattern",
    to: "The page that was seen next",
    people: "How many people went so",
    times: "How often all of them did",
  },
  problems: {
    ...WHO,
    rank: "Its place by severity times the share of people who met it, from 1",
    problem: "What the problem is, as whoever made it of its moments wrote",
    severity: "1, a blemish, to 4, nobody gets past it",
    people: "How many people met it",
    of: "Of how many people",
    share: "The share of people who met it, 0 to 1",
    share_low: "The lower end of its interval",
    share_high: "The upper end of its interval",
    page: "The page that was open, by its pattern",
    page_title: "What that page is called",
    at: "When it was noted, in UTC (ISO 8601)",
    note: "What the facilitator wrote",
    picture:
      "The picture of that page: its address or, in problems.zip, the name of the file beside. Empty where there is none",
    html: "That page as it was sent, found as its picture is. Empty where it was not kept",
    session: "The address of this moment in the session, page by page",
  },
};

/** What each kind of line in events.csv tells. */
export const KIND_WORDS: Readonly<Record<LabEvent["kind"], string>> = {
  consented: "They agreed to take part, and said what they allow",
  "task-shown": "The words of a task were shown",
  "task-begun": "They began it, in a town of their own",
  reached: "The system saw what makes the task a success",
  "task-over": "The task is over",
  judged: "Who ran it said whether it was a success. The last word counts",
  paused: "A break began",
  resumed: "The break was over",
  "world-reset": "The task began again, in another town",
  page: "A page was asked for, or a form was sent",
  click: "They clicked on something. This and what follows, to typed, is told by a browser with scripts on",
  focus: "They went to a field",
  scroll: "How much of a page they saw, once it was left",
  hesitated: "They did nothing for a while, and then something",
  back: "They went back by the browser",
  left: "They left the page for another tab or window",
  returned: "They came back to it",
  window: "How wide their browser shows pages",
  typed: "What they typed into a field",
  answered: "They answered a question, or left it empty",
  "questions-left": "We went on without the questions that had no answer yet",
  tagged: "The moment was marked, by who ran the session",
  stopped: "The session was ended early",
  finished: "The session came to its end",
};

const FILE_WORDS: Readonly<Record<ResultsFile, string>> = {
  results: "A line for each task of each participant, and one for the end of their session.",
  answers: "A line for each answer of each participant.",
  events: "A line for each thing that is recorded, in the order in which it happened.",
  problems:
    "A line for each moment that shows a problem, and one for a problem that nothing shows any more. problems.json says the same for a program.",
  paths: "A line for each step from a page to another, of all whose pages may be followed.",
};

const RECKONED = [
  "Shares: how many of how many, with the adjusted-Wald interval of 95% (Agresti and Coull 1998; Sauro and Lewis 2005).",
  "Times: geometric mean of those who did the task, with the t interval of logs of 95% (Sauro and Lewis 2010).",
  "SEQ, SUS (Brooke 1996) and errors: mean, with its t interval of 95%. SUS has a grade by Sauro and Lewis (2016).",
  "A mean of one, or of values that are all the same, has no interval: it is null.",
  "Two variants: Fisher’s exact test for shares, both sides. Welch’s t on logs for times.",
  "How far apart: the shares less each other, with the interval of Agresti and Caffo (2000), and Cohen’s h. Of times their ratio, and Cohen’s d of logs.",
  "p is of one test alone. corrected is by Holm (1979), over all tests of this version.",
  "of is always how many people, or tasks, a figure is made from. null is: not known.",
  "Left out: who is in a task still, and who was stopped in it. What a participant does not allow is in no file.",
] as const;

/** The codebook as data. */
export const codebook = (study: {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}) => ({
  format: "onedoor-codebook-1",
  study,
  files: (Object.keys(FILE_COLUMNS) as ResultsFile[]).map((file) => ({
    file: `${file}.csv`,
    about: FILE_WORDS[file],
    columns: columnsOf(file),
  })),
  /** The kinds of lines in events.csv. */
  kinds: Object.entries(KIND_WORDS).map(([kind, meaning]) => ({ kind, meaning })),
  /** The keys of results.json and problems.json but for its comparisons. */
  parts: RESULTS_PARTS,
  /** The comparisons of results.json. */
  compared: COMPARED_KEYS,
  reckoned: RECKONED,
});

const columnsOf = (file: ResultsFile): readonly { readonly name: string; readonly meaning: string }[] => {
  const words: Readonly<Record<string, string>> = COLUMN_WORDS[file];
  return FILE_COLUMNS[file].map((name) => ({ name, meaning: words[name] ?? "" }));
};

const tableOf = (
  what: string,
  lines: readonly { readonly name: string; readonly meaning: string }[],
): readonly string[] => [
  `| ${what} | meaning |`,
  "| --- | --- |",
  ...lines.map(({ name, meaning }) => `| ${name} | ${meaning.replaceAll("|", "\\|")} |`),
];

/** The same to read. */
export function codebookToRead(study: Parameters<typeof codebook>[0]): string {
  const { files, kinds, parts, compared, reckoned } = codebook(study);
  return [
    `# ${study.name}, version ${study.version}: what each column means`,
    ...files.flatMap(({ file, about, columns }) => [
      `\n## ${file}\n\n${about}\n`,
      ...tableOf("column", columns),
    ]),
    "\n## events.csv: Kinds\n",
    ...tableOf(
      "kind",
      kinds.map(({ kind, meaning }) => ({ name: kind, meaning })),
    ),
    "\n## results.json and problems.json",
    "\nWhere keys stand within a key, an arrow says under which name you find them below.",
    ...parts.flatMap(({ part, keys }) => [
      `\n### ${part}\n`,
      ...tableOf(
        "key",
        keys.map(({ key, meaning, part: within }) => ({
          name: key,
          meaning: within === null ? meaning : `${meaning} → ${within}`,
        })),
      ),
    ]),
    "\n## results.json: compared\n\nTwo variants set against each other. A key within another has a dot before it.",
    ...compared.flatMap(({ of, keys }) => [
      `\n### ${of.join(", ")}\n`,
      ...tableOf(
        "key",
        keys.map(({ key, meaning }) => ({ name: key, meaning })),
      ),
    ]),
    "\n## How it is reckoned\n",
    ...reckoned.map((line) => `- ${line}`),
    "",
  ].join("\n");
}
