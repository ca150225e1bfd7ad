import type { AgeBand } from "~/domain/flow/fact";
import type { MeasureId } from "~/domain/flow/measures";
import { counted, dateInWords, listInWords } from "~/domain/shared/in-words";
import type { PlainDate } from "~/domain/shared/time";
import type { Change, ChangeKind, ChangeOf } from "~/domain/simulation/changes";
import type { Spread } from "~/domain/simulation/what-if-result";
import type { Effect, Grouping } from "~/domain/simulation/worse-off";
import { POINT_WORDS } from "./points";

export const WHAT_IF = {
  title: "What if",
  intro:
    "Try a change before it is made. A year of requests is sent through the same routing, once as things are and once with your changes. Then you see who would be worse off, and every measure on both sides.",
  madeUp:
    "The year, and how partners answer, are made up by rules that you can read. A what-if shows what those rules lead to. It does not tell what will be.",
  saved: "Saved what-ifs",
  none: "Nobody has saved a what-if yet. Make the first one below.",
  new: "Make a new what-if",
  name: "Name",
  nameHint: "What you want to know, like “What if the hospital’s clinics move to the town?”",
  note: "A note, if you like",
  noteHint: "Why you ask, or who should see it",
  create: "Make it",
  import: "Bring one in from a file",
  importLabel: "What the file says",
  importHint: "Open a file of what is changed, saved from a what-if. Copy all of it, and put it here.",
  importDo: "Bring it in",
  compare: "Put two side by side",
  compareDo: "Compare",
  first: "First",
  second: "Second",
  noResult: "Not played yet",
  stale: "Changed since it was played",
  noYear:
    "There is no year of requests here yet, so there is nothing to play again. Whoever runs the front door makes one with this command.",
  command: (brand: string) => `npm run onedoor -- year --brand ${brand}`,
  realBrand:
    "This front door has real organisations in it. How they would answer is not known, and we make nothing up about a real name. So nothing is played again here.",
  back: "All what-ifs",
} as const;

export const WHAT_IF_ERRORS = {
  name: "Enter a name",
  note: "The note must be 500 characters or fewer",
  proposed: "It goes with a proposal, so it stays as it is. Make another what-if.",
  tooMany: "There are 100 what-ifs already. Take one away first.",
  tooManyChanges: "There are 12 changes already. Take one away first.",
  meanwhile: "Somebody else changed this what-if just now. Look at it again, then send yours once more.",
  file: "This is not a file that was saved from a what-if. Copy all of it, from the first bracket to the last.",
  two: "Choose two what-ifs that were played",
  kind: "Choose what is to change",
  partner: "Choose a partner",
  service: "Choose a service",
  services: "Choose one service or more",
  other: "Choose another partner than the first",
  partnerName: "Enter a name for the new partner",
  partnerKind: "Choose what kind of partner it is",
  postcode: "Enter a whole postcode that is near here, like LK1 1AA",
  places: "Enter how many people a week, from 1 to 1,000",
  weeks: "Enter how many weeks, from 1 to 52",
  percent: "Enter a whole number from -90 to 300, and not 0",
  from: "Enter the first day, like 5 1 2026",
  until: "Enter the last day, like 31 1 2026",
  order: "The last day is before the first. Change one of them.",
  points: "Enter whole numbers from 0 to 100. Leave those empty that stay as they are, but not all.",
  priority: "Choose how soon",
  becomes: "Choose whether it opens or closes",
  age: "Choose an age, or all ages",
  outcode: "Enter the first half of a postcode, like LK1, or nothing",
} as const;

export const SCENARIO = {
  changes: "What is changed",
  noChanges:
    "Nothing is changed yet. Played like this, both sides are the same. Add a change to see what it does.",
  add: "Add a change",
  take: "Take away",
  takeAria: (words: string) => `Take away: ${words}`,
  edit: "Name and note",
  save: "Save",
  remove: "Take this what-if away",
  removeHint: "It goes for good, with what it came to. Its link leads nowhere then.",
  run: "Play it",
  again: "Play it again",
  runHint: "It takes less than half a minute. You can leave the page and come back.",
  proposed:
    "It goes with a proposal. So it stays as it is, and everybody who votes sees the same. To try something else, make another what-if.",
  kept: "What it came to stays as it is too: it goes with a proposal.",
  stop: "Stop it",
  look: "See how far it is",
  label: "How far it is",
  waiting: (ahead: number) =>
    ahead === 0
      ? "It is next in line, and starts in a moment."
      : `${counted(ahead, "what-if")} before it in line. It starts by itself.`,
  going: (done: string, of: string) => `Playing: ${done} of ${of} requests so far.`,
  starting: "Playing: the year is being read.",
  soFar: (until: string) => `So far, up to ${until}. The figures below still move.`,
  stopped: "It was stopped before it was over.",
  failed: "Something went wrong while it was played. Play it again, or tell whoever runs the front door.",
  lost: "The computer that played it was switched off. Play it again.",
  refused: "It cannot be played as it is:",
  stale: "What is changed is not what was played. Play it again to see what it does now.",
  done: (requests: string, seeds: number) =>
    `${requests} requests were played again, ${counted(seeds, "time")} over with other luck.`,
  spreadHow:
    "Luck decides some things, such as who is off sick. So it is played with the same luck on both sides, and again with other luck. The figure is the one in the middle; the two in brackets are the least and the most.",
  noSpread: "So far it was played with one luck.",
  share: "Share it",
  shareHow: "Who has a seat on the board can open this what-if at this address.",
  exportJson: "Save what is changed as a file (JSON)",
  exportResult: "Save what it came to as a file (JSON)",
  csv: "Save as a file (CSV)",
} as const;

/** What a form of a scenario has come to. */
const SCENARIO_DONE = {
  added: "The change was added. Play it to see what it does.",
  taken: "The change was taken away.",
  words: "The name and note were saved.",
} as const;
export type ScenarioDone = keyof typeof SCENARIO_DONE;
export const scenarioDoneWords = (done: string | null): string =>
  done !== null && Object.hasOwn(SCENARIO_DONE, done) ? SCENARIO_DONE[done as ScenarioDone] : "";

export const RESULT = {
  who: "Who would be worse off",
  worseHow:
    "The same request is looked at on both sides. Somebody can be worse off in one way and better in another, so nothing is taken off.",
  headline: (compared: string, worse: string, better: string) =>
    `Of ${compared} requests, ${worse} would be worse off in some way, and ${better} would be better off in some way.`,
  nobody: (compared: string) => `Of ${compared} requests, none would be worse off and none better.`,
  effect: "What happens to them",
  worseColumn: "Worse off",
  betterColumn: "Better off",
  noneOf: (many: number, all: boolean) =>
    all ? "Nobody is worse off in any of them." : `Nobody is worse off in the other ${many}.`,
  otherWay: (words: string) => `Or, better off: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
  groupOf: "Requests",
  groupWorse: "Worse off",
  groupShare: "Share",
  all: "All",
  measures: "How it goes for people, before and after",
  measure: "Measure",
  still: (many: number) => `${many} more, no better and no worse`,
  before: "Before",
  after: "After",
  difference: "Difference",
  same: "The same",
  better: "better",
  worse: "worse",
  partners: "Partner by partner",
  partner: "Partner",
  eachPartner: "Each partner, before and after",
  show: "Show",
  which: "Which measure?",
  given: "Requests it has",
  givenHow: "How many requests end with each partner.",
  few: "Fewer than 5",
  hidden: "Too few to show",
  notKnown: "Not known",
  none: "None",
  together: (names: string) => `Too few apart: ${names}`,
  others: "All that are too few to be shown apart",
  inWords: (side: string) => `${side}, in words`,
  low: "least",
  high: "most",
} as const;

export const EFFECT_WORDS: Readonly<Record<Effect, { readonly worse: string; readonly better: string }>> = {
  unmet: { worse: "Nobody would have it", better: "Somebody would have it now" },
  "gave-up": { worse: "They would give up waiting", better: "They would not give up now" },
  promise: { worse: "Their promise would be broken", better: "Their promise would be kept now" },
  refused: { worse: "More partners would say no, or not answer", better: "Fewer would say no" },
  later: { worse: "Seen a day later or more", better: "Seen a day sooner or more" },
  farther: { worse: "A mile farther or more", better: "A mile nearer or more" },
  choice: { worse: "No choice any more", better: "A choice now" },
};

export const GROUPING_WORDS: Readonly<Record<Grouping, { readonly by: string; readonly one: string }>> = {
  area: { by: "By area", one: "Area" },
  age: { by: "By age", one: "Age" },
  service: { by: "By service", one: "Service" },
};

export const AGE_WORDS: Readonly<Record<AgeBand, string>> = {
  "0-17": "Under 18",
  "18-64": "18 to 64",
  "65-79": "65 to 79",
  "80+": "80 and over",
  "not-known": "Age not known",
};

export const COMPARE = {
  title: "Two what-ifs side by side",
  intro: "“Before” is how things are.",
  beforeDiffers:
    "Things changed between the one and the other: they were not played on the same “before”. Play both again to set them side by side. Shown is the “before” of the first.",
  seeds: "with all their seeds",
} as const;

/** What each kind of change is called where one is chosen, and what it does. */
export const KIND_WORDS: Readonly<Record<ChangeKind, { readonly name: string; readonly hint: string }>> = {
  leave: { name: "A partner leaves", hint: "For the whole year, as if it had never been here." },
  suspend: { name: "A partner is suspended", hint: "For some weeks. It comes back when they are over." },
  join: { name: "A new partner joins", hint: "One that you make up, with a place and services." },
  "pop-up": { name: "A pop-up opens", hint: "A partner gives one service at a new place for some days." },
  start: { name: "A partner starts a service", hint: "One that it does not give yet, at its own place." },
  move: {
    name: "Care moves to another partner",
    hint: "Such as clinics that move from the hospital into the town. The room goes along.",
  },
  capacity: { name: "A partner has more or less room", hint: "For all its care, or one service." },
  demand: { name: "More or fewer people ask", hint: "For all care, or for one service." },
  population: { name: "More people live here", hint: "All over, or in one area, or of one age." },
  deadline: { name: "A deadline halves", hint: "Partners get half the time, and people are promised half." },
  weights: { name: "What counts in routing", hint: "How many points each reason can give." },
  service: { name: "A service opens or closes", hint: "With every partner that gives it." },
};

export const ADD_CHANGE = {
  title: "Add a change",
  which: "What is to change?",
  next: "Go on",
  add: "Add it",
  other: "Choose another kind",
  partner: "Which partner?",
  choose: "Choose one",
  from: "Which partner gives it now?",
  to: "Which partner is it to move to?",
  moveServices: "Which services?",
  partnerName: "What is it called?",
  partnerKind: "What kind of partner is it?",
  services: "What does it give?",
  service: "Which service?",
  allServices: "All of them",
  postcode: "Postcode of the place",
  places: "How many people can it see in a week?",
  placesEach: "How many people can it see in a week, for each service?",
  firstDay: "First day",
  lastDay: "Last day",
  daysHint: (from: string, until: string) => `A day of the year that is played: ${from} to ${until}.`,
  weeks: "For how many weeks?",
  percent: "By how many per cent?",
  percentHint: "20 is a fifth more. -50 is half.",
  outcode: "In which area?",
  outcodeHint: "The first half of a postcode. Leave it empty for all areas.",
  age: "Of which age?",
  everybody: "All ages",
  offer: "Which of its care?",
  allOffers: "All of it",
  priority: "Which deadline?",
  becomes: "What happens to it?",
  opens: "It opens",
  closes: "It closes",
  points: "Points for each reason",
  pointsHint: (now: string) => `Now it is ${now}. Leave it empty to leave it so.`,
} as const;

export const PRIORITY_NAMES = {
  routine: "Care that can wait its turn",
  urgent: "Care that is urgent",
  asap: "Care that is needed as soon as can be",
} as const satisfies Readonly<Record<ChangeOf<"deadline">["priority"], string>>;

/** Looks up the names that a change's ids stand for. */
export interface Names {
  readonly organisation: (id: string) => string;
  readonly service: (id: string) => string;
}

/** "+20%", "−10%". */
const signed = (percent: number): string => `${percent > 0 ? "+" : "−"}${Math.abs(percent)}%`;
const days = (from: PlainDate, until: PlainDate): string => `${dateInWords(from)} to ${dateInWords(until)}`;

/** One change, as a line of a list says it. */
export function changeInWords(change: Change, { organisation, service }: Names): string {
  switch (change.kind) {
    case "leave":
      return `${organisation(change.organisationId)} leaves`;
    case "suspend":
      return `${organisation(change.organisationId)} is suspended for ${counted(change.weeks, "week")} from ${dateInWords(change.from)}`;
    case "join":
      return `${change.name} joins at ${change.postcode} with ${listInWords(change.services.map(service), "and")}: ${counted(change.placesAWeek, "place")} a week for each`;
    case "pop-up":
      return `${organisation(change.organisationId)} opens a pop-up at ${change.postcode} for ${service(change.serviceId)}, ${days(change.from, change.until)}: ${counted(change.placesAWeek, "place")} a week`;
    case "start":
      return `${organisation(change.organisationId)} starts ${service(change.serviceId)}: ${counted(change.placesAWeek, "place")} a week`;
    case "move":
      return `${listInWords(change.services.map(service), "and")} moves from ${organisation(change.from)} to ${organisation(change.to)}`;
    case "capacity":
      return `${organisation(change.organisationId)} has ${signed(change.percent)} room${change.offerId === null ? "" : " for one of its services"}`;
    case "demand":
      return `${signed(change.percent)} requests${change.serviceId === null ? "" : ` for ${service(change.serviceId)}`}`;
    case "population":
      return `${signed(change.percent)} people${change.age === null ? "" : `, ${AGE_WORDS[change.age].toLowerCase()}`}${change.outcode === null ? "" : `, in ${change.outcode}`}`;
    case "deadline":
      return `Half the time for: ${PRIORITY_NAMES[change.priority].toLowerCase()}`;
    case "weights":
      return `Routing points: ${pointsInWords(change.points)}`;
    case "service":
      return `${service(change.serviceId)} ${change.becomes === "open" ? "opens" : "closes"}`;
    default:
      return change satisfies never;
  }
}

const pointsInWords = (points: ChangeOf<"weights">["points"]): string =>
  Object.entries(points)
    .map(([reason, most]) => `${POINT_WORDS[reason as keyof typeof points].toLowerCase()} ${most}`)
    .join(", ");

/** The measure of a partner table that is no share: how many requests it has. */
export type PartnerMeasure = MeasureId | "given";

/** "1,240". */
export const many = (count: number): string => count.toLocaleString("en-GB");

/** "1,240 (1,190 to 1,302)": the middle, and the ends where they differ. */
export function spreadInWords(spread: Spread, words: (value: number) => string): string {
  const [middle, low, high] = [spread.middle, spread.low, spread.high].map(words);
  return low === high ? (middle ?? "") : `${middle} (${low} to ${high})`;
}

/** A count of people, or that it is too few to show. */
export const countInWords = (spread: Spread | null): string =>
  spread === null ? RESULT.few : spread.high === 0 ? RESULT.none : spreadInWords(spread, many);
