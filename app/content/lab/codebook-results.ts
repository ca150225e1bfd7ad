import type { Results } from "~/domain/usability/results";
import type { QuestionFigures } from "~/domain/usability/results/answers";
import type { EndFigures, TaskFigures } from "~/domain/usability/results/figures";
import type { PathLink, PathStep, TaskPath } from "~/domain/usability/results/path";
import type { ProblemSeen } from "~/domain/usability/results/problems";
import type { TaggedMoment } from "~/domain/usability/results/tagged";
import type { Mean } from "~/domain/usability/statistics/mean";
import type { Share } from "~/domain/usability/statistics/share";
import { ENDS } from "./codebook-compared";

/** What a key means and, where it holds more keys, or a list of such, the part that says what those mean. */
type Meaning = string | readonly [meaning: string, part: string];
type MeaningsOf<What> = { readonly [Key in keyof What]-?: Meaning };
/** Of a kind of question, what only that kind has. */
type OfKind<Kind> = Omit<
  MeaningsOf<Extract<QuestionFigures, { readonly kind: Kind }>>,
  "id" | "words" | "answered" | "kind"
>;
type Item<List> = List extends readonly (infer Each)[] ? Each : never;
type Task = Item<Results["tasks"]>;
type Page = NonNullable<TaggedMoment["page"]>;

const PATTERN = "The page, by its pattern";
const PEOPLE = "How many people";
const NO_PAGE = "null: none was seen yet in this task, or it may not be followed";
const FOLLOWED = "Of those whose pages may be followed";
const SEVERITY = "Of a problem: 1, a blemish, to 4, nobody gets past it";
const QUESTION = {
  id: "The question, by its id",
  words: "The question",
  answered: "How many answered it. Of comprehension: for whom something was true",
  kind: "What kind of question it is",
};

const WHOLE: Omit<MeaningsOf<Results>, "compared"> = {
  people: ["Who took part", "people"],
  variants: ["The variants", "a variant"],
  tasks: ["The tasks, in their order", "a task"],
  end: ["What was said at the end", "the end"],
  quotes: ["Moments that were marked as a quote, with a note", "a moment"],
  problems: ["The problems, worst first", "a problem"],
  tags: ["How many moments were marked as what", "tags"],
};
const TAKEN: MeaningsOf<Results["people"]> = {
  tookPart: "Who agreed to take part, and is in every figure as far as they went",
  finished: "Who came to the end",
  stopped: "Who did not: they ended it, or whoever ran it did",
  left: "Of whom nothing was heard for a day or more, in the middle",
  goingOn: "Who is in it still",
};
const VARIANT: MeaningsOf<Item<Results["variants"]>> = {
  id: "The variant, by its id",
  name: "What it is called",
  people: "How many people had it",
};
const TASK: MeaningsOf<Task> = {
  id: "The task, by its id",
  words: "What people were asked to do",
  unfinished: "Who began it, and has no end to it: they are in no figure of it",
  all: ["The figures of everybody", "figures of a task"],
  byVariant: ["The same of each variant. Empty where there is but one", "figures of a task in a variant"],
};
const OF_TASK: MeaningsOf<TaskFigures> = {
  attempts: "Who began it and came to an end",
  notJudged: "Of whom a facilitator has not said yet whether they did it: they are in no share",
  completion: ["Who did it", "a share"],
  ended: ["Why it was over, and for how many", "ends"],
  seconds: ["Time of those who did it, in seconds: the geometric mean", "a mean"],
  ease: ["SEQ, 1 to 7", "a mean"],
  errors: [`Fields that a page said something was wrong with. ${FOLLOWED}`, "errors"],
  lostness: [`Smith’s L. ${FOLLOWED}`, "lostness"],
  firstPage: [`The page after the first. ${FOLLOWED}`, "the first page"],
  firstClick: [`What was clicked on first, most first. ${FOLLOWED}, with scripts on`, "a click"],
  questions: ["The task’s own questions", "a question"],
  path: ["Where people went", "a path"],
};
const PATH: MeaningsOf<TaskPath> = {
  of: "Whose pages may be followed, and who saw one",
  steps: ["The shortest way", "a step"],
  gotThere: "Who of them did the task",
  links: ["From each page to the next, whatever the way", "a link"],
};
const STEP: MeaningsOf<PathStep> = {
  pattern: PATTERN,
  title: "What it was called most often",
  pages: "How many pages of the way are of this pattern, one after the other",
  people: "Who came this far on the way, or farther",
  strayed: ["Where they went from here that is not on the way, most first", "a page with its title"],
  left: "Who strayed from here, each once",
  cameBack: "Who of those came back to the way",
  ended: "Who came this far, no farther, and did not do the task",
  endedOn: ["What the page was called that those saw last", "a page"],
};
const LINK: MeaningsOf<PathLink> = {
  from: PATTERN,
  to: "The page that was seen next",
  people: "How many people went so",
  times: "How often all of them did",
};
const OF_END: MeaningsOf<EndFigures> = {
  people: PEOPLE,
  done: ["The share of their tasks that each did, 0 to 1", "a mean"],
  sus: ["SUS, of those who filled it in whole", "sus"],
  questions: ["The questions at the end", "a question"],
};
const SUS: MeaningsOf<NonNullable<EndFigures["sus"]>> = {
  score: ["0 to 100", "a mean"],
  grade: "A+ to F, by Sauro and Lewis",
  grades: ["The grades of the interval’s ends", "an interval"],
};
const SCALE: OfKind<"scale"> = {
  mean: ["The mean", "a mean"],
  low: "What the lowest step is called",
  high: "What the highest step is called",
  counts: "How many chose each step, from 1",
};
const COMPREHENSION: OfKind<"comprehension"> = {
  right: ["Who said what was true in their own town", "a share"],
  wrong: ["What was said that was not so, most first", "a wrong answer"],
};
const TEXT: OfKind<"text"> = {
  said: "The words of those who allow theirs to be quoted",
  empty: "How many left it empty. They are not among those who answered",
};
const CHOICE: OfKind<"choice"> = { counts: ["Each choice", "an option"] };
const MOMENT: MeaningsOf<TaggedMoment> = {
  code: "The participant’s code",
  variant: "The variant that they were given, by its id",
  id: "The moment, by its id",
  at: "When it was, in UTC (ISO 8601)",
  sinceMs: "Milliseconds since they agreed to take part",
  tag: "How it was marked",
  severity: SEVERITY,
  note: "What the facilitator wrote",
  task: "The task that was begun last, by its id. null: none was yet",
  page: [`The page that was open. ${NO_PAGE}`, "the page of a moment"],
};
const PROBLEM: MeaningsOf<ProblemSeen> = {
  id: "The problem, by its id",
  title: "What it is, as whoever made it of its moments wrote",
  severity: SEVERITY,
  moments: ["What shows it", "a moment"],
  people: ["Who met it, of all who took part", "a share"],
};
const MOMENT_PAGE: MeaningsOf<Page> = {
  pattern: PATTERN,
  title: "What it is called",
  snapshot: "The page as it was sent, by its id. null: it was not kept",
};
const SHARE: MeaningsOf<Share> = {
  count: "Of how many it is true",
  of: "Of how many people",
  share: "How many of how many, 0 to 1",
  ...ENDS,
};
const MEAN: MeaningsOf<Mean> = {
  of: "How many people, or tasks, it is of",
  mean: "The mean",
  interval: ["Of 95%. null where no two differ", "an interval"],
};

const IN_LIST = {
  rank: "Its place by severity times the share of people who met it, from 1",
  id: PROBLEM.id,
  title: PROBLEM.title,
  severity: SEVERITY,
  people: PROBLEM.people,
  evidence: ["The moments that show it", "evidence in problems.json"],
} as const;
const EVIDENCE = {
  participant: MOMENT.code,
  variant: MOMENT.variant,
  task: MOMENT.task,
  page: `${PATTERN}. ${NO_PAGE}`,
  title: "What that page is called",
  at: MOMENT.at,
  intoSession: "How long after they agreed to take part, in words",
  note: MOMENT.note,
  picture: "The picture of that page, by its address or the name of its file. null: there is none",
  html: "That page as it was sent, in the same way",
  session: "The address of this moment in the session, page by page",
} as const;

const PARTS: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  results: WHOLE,
  people: TAKEN,
  "a variant": VARIANT,
  "a task": TASK,
  "figures of a task in a variant": {
    variant: VARIANT.id,
    figures: ["Of those who had it", "figures of a task"],
  },
  "figures of a task": OF_TASK,
  ends: {
    done: "They said that they were done",
    "gave-up": "They would rather stop it",
    "time-up": "The time was over",
    "moved-on": "The facilitator moved on",
  },
  errors: {
    mean: ["Per person", "a mean"],
    some: ["Who had one or more", "a share"],
    fields: ["The fields, most first", "a field"],
  },
  "a field": { pattern: PATTERN, field: "The field, by its name", people: PEOPLE },
  lostness: { mean: ["The mean", "a mean"], lost: ["Of whom it is above 0.5", "a share"] },
  "the first page": {
    right: ["Who went on to the second page of the shortest way", "a share"],
    counts: ["What it was, most first", "a page"],
  },
  "a page": { pattern: `${PATTERN}; or its title`, people: PEOPLE },
  "a page with its title": { pattern: PATTERN, title: "What it was called most often", people: PEOPLE },
  "a click": { on: "What was clicked on, by its role and name", people: PEOPLE },
  "a path": PATH,
  "a step": STEP,
  "a link": LINK,
  "the end": {
    all: ["The figures of everybody", "figures of the end"],
    byVariant: ["The same of each variant. Empty where there is but one", "figures of the end in a variant"],
  },
  "figures of the end in a variant": {
    variant: VARIANT.id,
    figures: ["Of those who had it", "figures of the end"],
  },
  "figures of the end": OF_END,
  sus: SUS,
  "a question": QUESTION,
  "a question: scale": SCALE,
  "a question: choice": CHOICE,
  "a question: comprehension": COMPREHENSION,
  "a question: text": TEXT,
  "an option": { option: "The choice", people: PEOPLE },
  "a wrong answer": { said: "What was said", truth: "What was true in their own town", people: PEOPLE },
  "a moment": MOMENT,
  "the page of a moment": MOMENT_PAGE,
  tags: {
    confused: "Confused",
    delighted: "Delighted",
    quote: "A quote",
    problem: "A problem",
  },
  "a problem": PROBLEM,
  "a problem in problems.json": IN_LIST,
  "evidence in problems.json": EVIDENCE,
  "a share": SHARE,
  "a mean": MEAN,
  "an interval": ENDS,
};

/** What each key of results.json and problems.json means but for the outermost, part by part. `part` says where the keys within it, or within each of a list, are told. */
export const RESULTS_PARTS = Object.entries(PARTS).map(([part, keys]) => ({
  part,
  keys: Object.entries(keys).map(([key, said]) => {
    const [meaning, within] = typeof said === "string" ? [said, null] : said;
    return { key, meaning, part: within };
  }),
}));
