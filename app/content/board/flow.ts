import type { PeriodChoice } from "~/domain/flow/period";
import type { Dimension } from "~/domain/flow/tally";
import { dateInWords, MONTHS } from "~/domain/shared/in-words";
import type { PlainDate } from "~/domain/shared/time";

export const FLOW = {
  title: "The flow",
  made: "These people and what they asked for are made up. They show what can be seen, and nothing of real care.",
  realOnly:
    "This front door has real names in it. What people ask for here is made up, so no partner is measured by it: only what is asked for is shown.",
  counts:
    "Each thing that is asked for is one request: who asks for two is counted twice. Counts are to the nearest five, and shares come from those. Where fewer than five people stand behind a count it is not shown, nor what would give it away. Only weeks that are over are counted, and they are looked up once a day. What is not known is left out, and is never counted as none.",
  howCounted: "How people are counted",
  nothing: "Nobody asked for anything in this time.",
  nothingDo:
    "The figures come as people ask, and from the year of requests that is made for a demonstration. Choose another time above, or make the year with",
  command: (brand: string) => `npm run onedoor -- year --brand ${brand}`,
  measures: "How it goes for people",
  measuresTable: "Each measure, its figure and what it is out of",
  measure: "Measure",
  figure: "Figure",
  of: "Out of",
  trend: "Over time",
  file: "Save as a file (CSV)",
  asTable: "The same as a table",
  from: "From",
  to: "To",
  people: "Requests",
  times: "Times",
  map: "Where people ask from, and where care is given",
  mapHow:
    "A ring is where people ask from. A square is a partner’s place. Each is as big as its requests are many. Where names have no room there are numbers, with their names beneath. A few that are far out are in the table alone. North is at the top.",
  mapKey: "Names of the numbers on the map",
  place: "Place",
  asks: "Asked from here",
  gives: "Taken on here",
  cost: "What it costs, by partner",
  costHow:
    "Requests taken on, times a price for each kind of partner. The prices are made up for this demonstration. They are no tariff, and nobody pays them.",
  partner: "Partner",
  kind: "Kind of partner",
  pounds: "Cost",
  price: "Price for one request",
  prices: "The price list",
  total: "All that are shown",
  byPartner: "The cost of each partner’s care",
  settings: "In the hospital, and outside it",
  settingsHow:
    "How much care is given outside the hospital. The first half of this time is beside the second, so you see what moves.",
  outside: "Outside the hospital",
  halves: ["First half", "Second half"],
  allNeeds: "All needs",
  byNeed: "The same, need by need",
  column: (many: number) => `See all ${many}`,
  definition: "What it says",
  counted: "What is counted",
  outOf: "Out of",
  byReason: "Why partners said no",
  byBox: "Whose name is on the box",
  reason: "Reason",
  box: "Box",
  share: "Share",
  list: "The list behind it",
  listLink: "See the list behind it",
  listHow:
    "Each line is five people or more who are alike. Where fewer are alike, a line says less: a month for a week, a need for a service. No line is about one person.",
  pictureFew: "Too few people stand behind this for a picture.",
  listFew: "Too few people stand behind this number for a list.",
  when: "When",
  service: "Service",
  need: "Need",
  area: "Area",
  happened: "What happened",
  notTold: "Not told",
  back: "Back to the flow",
  next: "More of the list",
  page: (page: number, of: number) => `Page ${page} of ${of}`,
  all: "Everybody",
} as const;

/** What the flow shows: all of it; or, of a front door of real names, what is asked for and nothing of who has it. */
export const FLOW_SHOWN = {
  all: {
    intro: "From need to service to partner to box: who asked, who has it, and how it went.",
    title: "From need to box",
    how: "Each band is as wide as the requests in it are many. Small ones are told of together. Striped: nobody has it.",
    describes: (needs: number, _services: number, partners: number) =>
      `Bands from ${needs} needs over services and ${partners} partners to the box that care comes in`,
  },
  asked: {
    intro: "From need to service: what people ask for.",
    title: "From need to service",
    how: "Each band is as wide as the requests in it are many. Small ones are told of together.",
    describes: (needs: number, services: number) => `Bands from ${needs} needs to ${services} services`,
  },
} as const;
export type FlowShown = keyof typeof FLOW_SHOWN;

export const PERIOD_FORM = {
  label: "How far back?",
  from: "From",
  until: "Until",
  hint: "The month, quarter or year that both dates are in",
  show: "Show",
  choices: {
    weeks: "The last 4 weeks",
    quarter: "The last 3 months",
    year: "The last year",
    own: "A month, quarter or year",
  } satisfies Readonly<Record<PeriodChoice, string>>,
  errors: {
    date: "Enter both dates as year, month and day, as in 2026-01-31",
    order: "Choose two dates of one year, the first in a week that is over, and the last after it",
  },
} as const;

export const DIMENSION_WORDS: Readonly<Record<Dimension, { readonly by: string; readonly one: string }>> = {
  partner: { by: "By partner", one: "Partner" },
  service: { by: "By service", one: "Service" },
  need: { by: "By need", one: "Need" },
  area: { by: "By area", one: "Area" },
};

/** Groups that are no row of the directory. */
export const GROUP_WORDS = {
  nobody: "Nobody",
  "called-off": "Called off first",
  other: "All others",
  none: "No box",
  notKnown: "Not known",
  together: (names: readonly string[]) => `Too few apart, together: ${names.join(", ")}`,
  manyTogether: "All that are too few to be shown apart",
  weeksTogether: "Other times, with too few people apart",
} as const;

/** "5 January 2026 to 29 March 2026". */
export const periodWords = (from: PlainDate, until: PlainDate): string =>
  `${dateInWords(from)} to ${dateInWords(until)}`;

const day = (date: PlainDate) =>
  `${Number(date.slice(8, 10))} ${(MONTHS[Number(date.slice(5, 7)) - 1] ?? "").slice(0, 3)}`;

/** "5 Jan", for the week of that Monday; "Jan 2026" for a month. */
export const stepWords = (step: "week" | "month", key: PlainDate): string =>
  step === "week"
    ? day(key)
    : `${(MONTHS[Number(key.slice(5, 7)) - 1] ?? "").slice(0, 3)} ${key.slice(0, 4)}`;

/** When a line of the list happened: a week by its Monday; or a month, "2026-03". */
export const whenWords = (when: string): string =>
  when.length === 7 ? stepWords("month", when) : `Week of ${day(when)} ${when.slice(0, 4)}`;

/** Made with the module: what it reads for its first number takes longer than a page may hold others up. */
const NUMBERS = new Intl.NumberFormat("en-GB");

export const pounds = (amount: number): string => `£${NUMBERS.format(amount)}`;

/** What a picture says to who does not see it. */
export const CHART_WORDS = {
  trend: (name: string, first: string, last: string) => `${name} over time, from ${first} to ${last}`,
  trendPoints: (points: readonly string[]) => points.join("; "),
  map: (areas: number, places: number) => `${areas} areas that people ask from and ${places} places of care`,
} as const;
