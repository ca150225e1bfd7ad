import { counted, listInWords } from "~/domain/shared/in-words";
import type { EventTypeOfARequest } from "~/domain/usability/reached";
import type { Permission, Question, StudyState, Task, Variant } from "~/domain/usability/study";
import type { TruthKind } from "~/domain/usability/truth";

/** The pages of one study, in the order of their links. */
export const STUDY_PAGES = {
  study: "The study",
  participants: "Who takes part",
  results: "Results",
  problems: "Problems",
} as const;
export type StudyPage = keyof typeof STUDY_PAGES;

export const LAB = {
  title: "The lab",
  label: "Pages of this study",
  all: "All studies",
  intro:
    "Here people try the front door, and you see what they understood. Each of them gets a town of their own, so nobody is in anyone’s way.",
  now: "Going on now",
  nobodyNow: "Nobody is taking part at the moment.",
  left: "Left in the middle",
  leftHow:
    "Nothing was heard of them for a day or more. They can still go on by their link. If they will not come back, open their session and stop it.",
  participant: (code: string) => `Participant ${code}`,
  watch: "Watch",
  next: "What comes next",
  nothingNext: "Nothing waits for you.",
  waiting: (name: string, many: number) =>
    `“${name}”: ${many === 1 ? "1 person" : `${many} people`} asked, and not here yet`,
  toOpen: (name: string) => `“${name}”: still being written. Open it when it is ready`,
  toAsk: (name: string) => `“${name}”: open, and nobody is asked yet`,
  studies: "Studies",
  none: "There is no study yet. Make the first one.",
  make: "Make a study",
  counts: ({
    asked,
    "taking-part": begun,
    over,
    left,
  }: Readonly<Record<"asked" | "taking-part" | "over" | "left", number>>) =>
    `${asked} asked · ${begun - left} taking part · ${left === 0 ? "" : `${left} left in the middle · `}${over} done`,
} as const;

export const STATE_WORDS: Readonly<Record<StudyState, string>> = {
  draft: "Being written",
  open: "Open",
  closed: "Closed",
};
export const stateInWords = (state: StudyState, version: number): string =>
  version === 0 ? STATE_WORDS[state] : `${STATE_WORDS[state]} · version ${version}`;

export const NEW_STUDY = {
  title: "Make a study",
  from: "What do you begin from?",
  blank: "An empty study",
  blankHint: "One task and one variant, for you to write",
  ready: "The ready study “Whose box?”",
  readyHint: "Six tasks, three ways to show the box, and a script",
  copy: (name: string) => `A copy of “${name}”`,
  copyHint: "As it is written now",
  name: "What is it called?",
  nameHint: "Such as: Do people find the right door?",
  do: "Make the study",
  errors: {
    from: "Choose what you begin from",
    name: "Say what the study is called",
    tooMany: "There are a hundred studies already. That is the most",
    nobody: "Nobody in this town can sign in, so there is nobody to play",
  },
} as const;

export const STUDY = {
  aims: "What we want to find out",
  consent: "What people are told first",
  notTold: "These are not the words that a new study begins with. They do not say:",
  notToldDo:
    "If they say the same in other words, leave them. If not, change them, take out what is not so, and open the study again: that is a new version. Whoever was asked before is told what their own version says.",
  allows: (permissions: readonly Permission[]) =>
    `They are asked, one by one: ${listInWords(
      permissions.map((each) => PERMISSION_WORDS[each].short),
      "and",
    )}.`,
  keeps: (days: number) => `All of it is deleted by itself ${counted(days, "day")} after they are done.`,
  moderated: (is: boolean) =>
    is ? "Somebody sits beside them." : "They do it alone, on their own phone or computer.",
  tasks: "Tasks",
  variants: "Variants",
  variantsIntro: "Each person gets one of these. Of any few in a row, each variant gets its turn.",
  questions: "Questions",
  noQuestions: "There are no questions of your own yet.",
  end: "After each task, and at the end",
  seq: (is: boolean) =>
    is ? "After each task: how easy was it, from 1 to 7." : "How easy it was is not asked.",
  sus: (is: boolean) => (is ? "At the end: the ten lines of SUS." : "The ten lines of SUS are not asked."),
  atEnd: (questions: readonly string[]) => (questions.length === 0 ? "" : `Then: ${questions.join(" · ")}`),
  script: "Script",
  opening: "To begin",
  closing: "To end",
  safety: "To keep people safe",
  noScript: "Nothing is written for whoever sits beside them.",
  change: "Change",
  up: "Move up",
  down: "Move down",
  remove: "Take out",
  addTask: "Add a task",
  addVariant: "Add a variant",
  addQuestion: "Add a question",
  taskShown: "They read",
  details: "All of this task",
  readAll: "They read all of this",
  who: (person: string, signedIn: boolean) =>
    `They are ${person}, ${signedIn ? "signed in" : "not signed in"}.`,
  starts: (path: string) => `They begin at ${path}`,
  nothingBefore: "Nothing has happened before.",
  before: "Before it begins",
  well: "It went well when",
  limit: (seconds: number | null) =>
    seconds === null
      ? "There is no time limit."
      : `After ${counted(Math.round(seconds / 60), "minute")} they are told that the time is over. They may go on, but a success that we see later does not count.`,
  asks: (questions: readonly string[]) =>
    questions.length === 0 ? "" : `Then we ask: ${questions.join(" · ")}`,
  says: "For whoever sits beside them",
  path: (pages: number) => `The shortest way is ${counted(pages, "page")} long.`,
} as const;

export const OPENING = {
  title: "Is it ready?",
  draft: (next: number) => `Nothing of this is in use yet. When you open it, it is version ${next}.`,
  same: (version: number) => `Version ${version} is in use, as you see it here.`,
  closed: (version: number) =>
    `Version ${version} was in use, and the study is closed. Nobody more is asked.`,
  differs: (version: number) =>
    `Version ${version} is in use. What you see here was written since, and is not.`,
  read: (version: number) => `Read version ${version}`,
  ofVersion: (version: number) =>
    `This is version ${version}, as it was opened. Nobody can change it any more.`,
  back: "Back to what is being written",
  fixed:
    "From then on its tasks, variants, questions and what people are told are fixed. You can go on writing: that becomes the next version. Whoever was asked before stays with theirs.",
  open: (version: number) => `Open version ${version}`,
  again: (version: number) => `Open version ${version} again`,
  close: "Close the study",
  misfits: "It cannot be opened yet",
  done: {
    made: "The study is made. Write it, and open it when it is ready.",
    kept: "Kept.",
    open: "The study is open. Now you can ask people.",
    closed: "The study is closed. Nobody more is asked, and what was found stays.",
  },
  errors: {
    meanwhile: "Somebody else changed this study since you opened this page. Look at it as it is now.",
    misfits: "It cannot be opened: look at what is wrong below",
    notOpen: "It is not open",
  },
} as const;

/** That the town of somebody who was asked could not be made as the study begins. */
export const NOT_MADE = {
  title: (many: number) => `${many === 1 ? "1 person" : `${many} people`} cannot begin`,
  why: "Each of them gets a town of their own, in which what lies behind each task has happened. It could not be made to happen. This is what went wrong:",
  variant: (name: string) => `It went wrong in the variant “${name}”.`,
  whatToDo:
    "Look at how the tasks begin. Change what cannot happen, open the next version, and ask people anew. It is tried again when they open their link, and when you look at who takes part 5 minutes later. When it works, this note goes.",
} as const;

export const PERMISSION_WORDS: Readonly<
  Record<Permission, { readonly short: string; readonly hint: string }>
> = {
  "take-part": { short: "to take part", hint: "This is always asked" },
  "follow-pages": {
    short: "that we follow which pages they see",
    hint: "Each page, each click, and how long it took",
  },
  "keep-pictures": {
    short: "that we keep the pages as they saw them",
    hint: "To look at a problem again later",
  },
  "keep-typing": {
    short: "that we keep what they type",
    hint: "Only when you need it: it can be very personal",
  },
  quote: { short: "that we may use their words", hint: "In a report, without saying who it was" },
};

export const EVENT_WORDS: Readonly<Record<EventTypeOfARequest, string>> = {
  "request-submitted": "they have sent a request",
  "appointment-booked": "they have taken a time, there or at another place",
  "fulfilment-moved": "they have taken a time at another place",
  "fulfilment-cancelled": "they have cancelled it",
  "information-given": "they have answered a question",
  "information-added": "they have told more",
  "question-asked": "they have asked a question",
  "earlier-time-wanted": "they have asked for an earlier time",
  "red-flag-told": "they have said that they are worse",
};

export const wellWhen = ({ success }: Pick<Task, "success">, serviceName: (id: string) => string): string => {
  switch (success.by) {
    case "event":
      return `${EVENT_WORDS[success.event]}${success.service === null ? "" : `: ${serviceName(success.service)}`}`;
    case "address": {
      const values = Object.entries(success.values).map(([name, value]) => `${name} is ${value}`);
      return `they come to ${success.pattern}${values.length === 0 ? "" : `, where ${listInWords(values, "and")}`}`;
    }
    case "judgement":
      return `somebody sees it: ${success.of}`;
    default:
      return success satisfies never;
  }
};

export const TRUTH_WORDS: Readonly<Record<TruthKind, string>> = {
  "who-treats": "Who will treat them",
  "whose-letter": "Whose letter comes",
  "who-to-ring": "Who to ring",
  "whose-box": "In whose name it comes",
  "by-when": "By which day they have an answer",
  "when-is-it": "When they are seen",
};

export const questionInWords = (question: Question): string => {
  switch (question.kind) {
    case "scale":
      return `1 (${question.low}) to ${question.steps} (${question.high})`;
    case "choice":
      return question.options.join(" / ");
    case "text":
      return "In their own words";
    case "comprehension":
      return `The right answer comes from their own town: ${TRUTH_WORDS[question.truth].toLowerCase()}`;
    default:
      return question satisfies never;
  }
};

const STYLE_WORDS = {
  brand: "the front door’s name",
  partner: "the partner’s name",
  both: "both names",
} as const;

export const variantInWords = (
  { changes }: Variant,
  serviceName: (id: string) => string,
): readonly string[] =>
  changes.length === 0
    ? ["Nothing is changed."]
    : changes.map((change) => {
        switch (change.change) {
          case "box-style":
            return `${change.services.length === 0 ? "All care" : listInWords(change.services.map(serviceName), "and")} comes in ${STYLE_WORDS[change.style]}.`;
          case "words":
            return `“${serviceName(change.service)}” ${[
              change.name === null ? "" : `is called “${change.name}”`,
              change.summary === null ? "" : `says “${change.summary}”`,
            ]
              .filter((each) => each !== "")
              .join(" and ")}.`;
          case "order":
            return `The order counts otherwise: ${Object.entries(change.points)
              .map(([reason, points]) => `${reason} ${points}`)
              .join(", ")}.`;
          default:
            return change satisfies never;
        }
      });
