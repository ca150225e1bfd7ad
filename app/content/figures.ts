import type { Figure, FigureName } from "~/domain/fulfilment/figures";
import { counted } from "~/domain/shared/in-words";

export const FIGURES_PAGE = {
  title: "Figures",
  period: "How far back?",
  service: "Which care?",
  allServices: "All of it",
  show: "Show",
  yours: "Yours",
  middle: "All partners",
  of: "Out of",
  figure: "Figure",
  means: "What it says",
  file: "Save as a file (CSV)",
  middleHow:
    "“All partners” is the one in the middle when all are put in order. It is shown when five or more have the figure, and never says who.",
  declines: "Why you said no",
  noDeclines: "You said no to nobody in this time.",
  reason: "Reason",
  times: "Times",
  none: "Nothing to go by yet",
  tooFew: "Too few to compare",
  fewAnswers: "Too few people said",
} as const;

export const PERIODS = { "4": "4 weeks", "13": "3 months", "52": "A year" } as const;

export const FIGURE_WORDS: Readonly<
  Record<FigureName, { readonly name: string; readonly means: string; readonly of: string }>
> = {
  kept: {
    name: "Promises kept",
    means: "Of the work that is over, how much was done as people were told.",
    of: "promise",
  },
  answer: {
    name: "First answer",
    means: "The usual time from when you were asked until you said yes or no.",
    of: "answer",
  },
  declined: {
    name: "Said no",
    means: "Of all that you were asked, how much you did not take on.",
    of: "request",
  },
  unused: {
    name: "Times not used",
    means: "Of the times you put in the diary that have passed, how many nobody had.",
    of: "time",
  },
  feedback: {
    name: "Very good or good",
    means: "Of the people who said how it was, how many said very good or good.",
    of: "answer",
  },
};

/** A figure's own value: "83%", "2 hours", or why there is none. */
export function figureWords(name: FigureName, { value, of }: Figure): string {
  if (value === null) return name === "feedback" && of > 0 ? FIGURES_PAGE.fewAnswers : FIGURES_PAGE.none;
  return valueWords(name, value);
}

/** The middle of all partners; words where it cannot be told. */
export const middleWords = (name: FigureName, value: number | null): string =>
  value === null ? FIGURES_PAGE.tooFew : valueWords(name, value);

/** How many it is of: "12 promises". */
export const ofWords = (name: FigureName, { of }: Figure): string =>
  name === "feedback" ? `${of} who said` : counted(of, FIGURE_WORDS[name].of);

const valueWords = (name: FigureName, value: number): string =>
  name === "answer" ? minutesInWords(value) : `${Math.round(value * 100)}%`;

/** "12 minutes", "2 hours", "3 days": the nearest whole of what says it shortest. */
function minutesInWords(minutes: number): string {
  if (minutes < 90) return counted(Math.max(1, Math.round(minutes)), "minute");
  const hours = minutes / 60;
  return hours < 48 ? counted(Math.round(hours), "hour") : counted(Math.round(hours / 24), "day");
}
