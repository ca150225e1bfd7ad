import type { PointLine } from "~/domain/routing/types";

/** The words of the stage: where stories are chosen, and where one is shown. */
export const STAGE = {
  title: "The stage",
  lead: "Follow one request, as you would follow a parcel: from a person’s phone, through the router, to the partner that has it.",
  how: "Each story is played in a copy of this town that is yours alone. All its people are made up. Nothing that you do there changes the town, and it goes away when nobody has used it for a few hours.",
  stories: "The stories",
  start: "Start this story",
  minutes: (steps: number) => `${steps} steps, about ${Math.ceil(steps * 0.75)} minutes`,
  noSuch: "Choose one of the stories on this page",
  none: "There is no story about this town. They are about the people and partners of Larkmouth.",
  handout: "Handout: every story with what to say, to print",
  handoutTitle: "What to say on the stage",
  handoutLead: "One page a story. Read it once before, and keep it beside you.",
  look: "Where to look",
  point: "What to take home",
  print: "Print this handout",
  pop: "Back to the stage",
} as const;

/** Of a stage while a story is shown. */
export const SHOWING = {
  step: (step: number, steps: number) => `Step ${step} of ${steps}`,
  clock: "Clock of this stage",
  next: "Next",
  back: "Back",
  reset: "Reset",
  keys: "Keys: n next, b back, r reset.",
  keysOn: "Turn the keys on",
  keysOff: "Turn the keys off",
  controls: "Show the story",
  clockMoves: "Move the clock",
  hour: "An hour on",
  deadline: "To the deadline",
  day: "A day on",
  answers: "The partner answers",
  yes: "They say yes",
  no: "They say no: no room",
  notes: "What to say",
  leave: "All stories",
  phone: (who: string) => `${who}’s phone`,
  router: "The router",
  work: "The partner",
  skipped:
    "This had been done already in a pane, or could not be done any more. The story went on without it.",
  nobodyWorks: (where: string) => `Nobody works at ${where} in this copy of the town.`,
  nobodyDo:
    "So there is no page of theirs to show. Press Next to go on with the story, or Reset to begin it again in a new copy.",
  nothingDue: "No deadline runs, so the clock stayed as it was.",
  changed: (title: string) => `Now: ${title}`,
  sit: "Show them here",
  sitWhy: "The panes do not show the people of this step yet.",
  over: "This stage has come down, for nobody used it for some hours. Start the story again.",
  failed: "That did not work. Try once more, or reset.",
} as const;

/** What the router’s pane says of a decision. */
export const DECIDING = {
  waiting: "Nothing to decide yet",
  waitingWhy: "Once the person has said what they need, every offer of it is judged here.",
  first: "Who is asked",
  would: "Who would be asked",
  again: "Asked again",
  judged: (offers: number) => `${offers} ${offers === 1 ? "offer" : "offers"} looked at`,
  points: "points",
  chosen: "Chosen",
  /** Of one part of several, in which one offer stands for all. */
  ofAll: (mark: string, offers: number) => (offers === 1 ? `${mark}: the only one` : `${mark}, of ${offers}`),
  comesFirst: "Comes first",
  byPerson: "Their own choice",
  failed: "Cannot, this time",
  because: (name: string) => `${name}:`,
  more: (count: number) => `and ${count} more`,
  nobody: "Nobody can be asked, so a person at the front desk has it.",
  nobodyWould: "Nobody can be asked, so a person at the front desk would have it.",
  before: "Before",
  refused: (name: string) => `${name} said no`,
  silent: (name: string) => `${name} did not answer in time`,
  other: (name: string) => `${name} has it no longer`,
  owner: "Has it now",
  withPatient: "The person: it is their turn to choose",
  withDesk: "The front desk",
  withManager: "The manager of the front door",
  due: (when: string) => `by ${when}`,
  promise: "Promised",
  over: "Done",
  parts: "The parts of this request",
} as const;

/** What points are given for, as the bars are labelled. */
export const POINT_WORDS: Readonly<Record<PointLine["reason"], string>> = {
  distance: "How near",
  wait: "How soon",
  capacity: "Room",
  continuity: "Knows them",
  preference: "As they like",
  kept: "Keeps promises",
  share: "Fair share",
};
