import { sentence } from "~/domain/shared/in-words";

const number = (count: number): string => count.toLocaleString("en-GB");

export const YEAR_PAGE = {
  title: "How the year was made",
  madeUp: "Made up, all of it",
  madeUpDemo:
    "No real person asked for any of this, and no real partner behaved like this. A computer made it up, by the rules on this page.",
  madeUpReal:
    "No real person asked for any of this. A computer made it up, by the rules on this page. What partners do is not made up: their names are real, so nothing is shown of how they would answer.",
  how: (from: string, until: string) =>
    `It goes from ${from} to ${until}. People of each practice ask for care as often as the tables say. Each part of what they ask for goes through the same rules as a real one does here.`,
  thenDemo:
    "Then the partner it goes to says yes, says no, or never answers. How often it does which is in the tables too. If it says no, the next one is asked, just as here.",
  seed: (seed: number) =>
    `The luck comes from the number ${seed}. The same number and the same rules make the same year, to the last part.`,
  parts: (parts: number) => `It holds ${number(parts)} parts in all.`,
  file: "Save all of this as a file (CSV)",
  none: "There is no year yet",
  beingMade:
    "In a new demonstration it takes a minute to make. Look again soon. If it stays away, ask whoever runs this front door to make it.",
  notMade: "Whoever runs this front door can have it made.",
  table: (title: string) => `Table: ${title}`,
  few: (fewest: number) => `fewer than ${fewest}`,
  picture: (what: string, least: string, most: string) =>
    `${what}: the least in ${least}, the most in ${most}. The figures are in the table.`,
} as const;

/** The tables, in the order of the page: what each is called, what it says, and its columns. */
export const YEAR_TABLES = {
  months: {
    title: "What is in it",
    about: "Each week counts in the month in which it begins. The first and the last may be cut short.",
    columns: ["Month", "Parts"],
  },
  ages: {
    title: "How old people are",
    about: "Of each practice’s list, the share in each age group.",
    columns: ["Age", "Share"],
  },
  services: {
    title: "What they ask for",
    about:
      "Of 1,000 people of all ages, how many ask in a year; then the same for each age group. What takes several partners is asked for as one, and becomes its parts.",
    columns: ["Care", "Of 1,000", "Women and girls", "Season"],
  },
  seasons: {
    title: "When in the year",
    about: "How many ask in each month, beside a month like any other, which is 1.",
    columns: ["Season"],
  },
  weekdays: {
    title: "When in the week",
    about: "How many ask on each day, beside a day like any other, which is 1.",
    columns: ["Day", "Beside others"],
  },
  hours: {
    title: "When in the day",
    about: "How many ask in each hour, beside an hour like any other, which is 1.",
    columns: ["From", "Beside others"],
  },
  people: {
    title: "Who they are and what they want",
    about: "Shares of all who ask.",
    columns: ["What", "Share"],
  },
  access: {
    title: "What care must come with",
    about: "Shares of those who ask, by age group.",
    columns: ["Need"],
  },
  partners: {
    title: "How partners answer",
    about:
      "“Full” is while the places of the week are gone. Half of the answers come within the first time, nine of ten within the second, in working hours. An answer after the deadline counts as none. Places are beside its share of a usual week, which is 1.",
    columns: [
      "Partner",
      "Says no",
      "Says no, full",
      "Never answers",
      "Half within",
      "Nine of ten within",
      "Keeps promises",
      "Tells first",
      "Tells all",
      "Places",
    ],
  },
  reasons: {
    title: "Why partners say no",
    about: "Of the times that each says no, the share for each reason.",
    columns: ["Partner"],
  },
  declined: {
    title: "When partners say no more often",
    about: "How many times as often as in a month like any other, which is 1.",
    columns: ["Month", "Times"],
  },
  between: {
    title: "What people and the front desk do",
    about: "When a partner says no, or while people wait.",
    columns: ["What", "How much"],
  },
} as const;
export type YearTableName = keyof typeof YEAR_TABLES;

export const AGES = {
  group: (from: number, until: number, isLast: boolean) =>
    isLast ? `${from} and over` : from === 0 ? `under ${until + 1}` : `${from} to ${until}`,
  each: (group: string, many: string) => `${group}: ${many}`,
} as const;

export const YEAR_WORDS = {
  places: (times: string) => `${times} times`,
  hours: (hours: string) => `${hours} h`,
  people: {
    noPractice: "Have no practice",
    practiceChecked: "Have a practice that was checked",
    noPlace: "Do not say where they live",
    onlyAway: "Want it only by phone or video, where it is given so",
    onlyInPerson: "Want it only in person, where it is given so",
    nearestFirst: "Want the nearest first",
    soonestFirst: "Want the soonest first",
    language: (language: string) => `Speak ${language}`,
    otherLanguage: "Speak another language",
    livesWithin: "Kilometres from the practice after which homes are a third as many",
    laterAfter: "Days until a part that waits for another is asked for",
    asksHere: "Of all they ask for, the share that they ask for here",
  },
  between: {
    passOn: "Let us ask the next partner",
    choosesAgain: "Choose again, when they are asked to",
    choosesAfterHours: "Hours until they choose",
    cancelsAWeek: "Call it off, in each week of waiting",
    asksAfterHours: "Hours of work until the front desk asks someone else",
    tellsFirst: "Are told first, when it stays with the front desk",
    usual: "Places of a week, beside what is asked for in a usual week",
    inPeaks: "Of what is asked for more in busy months, the share there is room for",
  },
} as const;

export const seasonName = (season: string): string => sentence(season);
