import type { WorkSort, WorkView } from "~/domain/fulfilment/work-views";
import { counted } from "~/domain/shared/in-words";
import { STATES } from "./statuses";

/** What a partner's worklist can show, in the order of its links; the first is what it opens with. */
export const WORKLIST_VIEWS: Readonly<Record<WorkView, { readonly label: string; readonly empty: string }>> =
  {
    "to-do": {
      label: "To do",
      empty:
        "Nothing to do at the moment. A new request appears here as soon as it is sent to you, with the time to answer by.",
    },
    overdue: {
      label: "Overdue",
      empty:
        "Nothing is overdue. A request comes here when your time to answer it, to give a time or to say how it went has passed.",
    },
    "to-review": { label: "To review", empty: STATES["to-answer"].empty },
    waiting: { label: "Waiting for information", empty: STATES["on-hold"].empty },
    "to-book": {
      label: "To book",
      empty: "Nothing waits for a time. A request comes here when you say yes and give a time later.",
    },
    "slot-issues": {
      label: "No free times",
      empty:
        "Nobody waits for want of a free time. A request comes here when it needs a time and the diary has none left.",
    },
    booked: { label: "Booked", empty: STATES.accepted.empty },
    "in-progress": { label: "In progress", empty: STATES["in-progress"].empty },
    done: { label: "Done", empty: STATES.completed.empty },
    declined: { label: "Declined", empty: STATES.rejected.empty },
    ended: {
      label: "Ended",
      empty:
        "Nothing here. A request that was not answered in time, or that the person cancelled, is listed here.",
    },
    all: { label: "All", empty: "You have not been asked for anything yet." },
  };

export const WORK_SORT_LABELS: Readonly<Record<WorkSort, string>> = {
  deadline: "What is due first",
  newest: "Newest first",
  appointment: "By appointment",
  name: "By name",
};

export const WORKLIST = {
  heading: "Worklist",
  seek: "Find in your work",
  views: "What to show",
  urgency: "How urgent",
  search: "Reference or name",
  service: "Service",
  everyService: "Every service",
  order: "Order",
  urgentOnly: "Urgent ones only",
  show: "Show",
  showAll: "Show everything again",
  noMatch: "Nothing here fits what you are looking for.",
  print: "Print this list",
  csv: "Save as a spreadsheet (CSV)",
  columns: ["Reference", "Person", "Service", "When", "State"],
  choose: (reference: string, person: string) => `Choose ${reference}${person ? `, ${person}` : ""}`,
  chooseAll: "Choose all on this page",
  chooseNone: "Choose none",
  withChosen: "With those you chose:",
  accept: "Accept",
  decline: "Decline",
  start: "Care has started",
  several: "You see what each will come to before anything is done.",
  openBy: (name: string) => `Open: ${name}`,
  changed: (toReview: number) => `Your worklist has changed. ${toReview} to review.`,
  giveATime: "give a time",
  sayHowItWent: "say how it went",
  askedAfter: (todo: string) => `${todo} now: the front desk asks after it`,
} as const;

/** Lists that somebody keeps under a name. */
export const SAVED = {
  heading: "Your lists",
  keep: "Keep this list",
  what: "Keep what is shown now, to come back to it with one tap. Only you see it.",
  name: "Name of the list",
  drop: (name: string) => `Remove ${name}`,
  dropShort: "Remove",
  noName: "Give the list a name",
  tooLong: "The name must be 40 characters or fewer",
  tooMany: (most: number) => `You can keep ${most} lists. Remove one first`,
} as const;

/** What has just been done, on the list that it was done from. */
export const DONE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "accept-later":
      "You accepted it. Give the person a time as soon as you can: it is on your list until you do.",
    book: "The person can see the new time on their page.",
    reply: "The person can read it on their page.",
    ask: "It is on hold until there is an answer. It is still on your list.",
    transfer: "You handed it on. You keep its reference, and nothing that the person told us.",
    withdraw: "You cancelled it. You keep its reference, and nothing that the person told us.",
    "did-not-attend": "It is back with the person, who can choose again.",
    "raise-priority": "It is more urgent now. Every deadline has come forward.",
    "enter-in-error": "It is marked as a mistake. The front desk has it now.",
    reopen: "It is open again. The front desk has it now.",
    accept: "You accepted it. The person can see the time and the place on their page.",
    decline: "You declined it. You keep its reference, and nothing that the person told us.",
    start: "Care has started. The person can see it.",
    complete: "Care is complete. The person can see it.",
    fail: "The front desk has it now. The person can see that on their page.",
    "view-kept": "The list is kept. You find it above your work.",
    "view-dropped": "The list is removed. Nothing on it has changed.",
  }),
);

/** Keys that do what the page's links and buttons do. */
export const KEYS = {
  summary: "Keys for this list",
  lead: "With a keyboard you can go through the list without the mouse.",
  off: "Switch these keys off",
  on: "Switch these keys on",
  list: [
    ["j", "The next one"],
    ["k", "The one before"],
    ["x", "Choose it, or not"],
    ["o", "Open it"],
    ["a", "Accept those you chose"],
    ["d", "Decline those you chose"],
    ["/", "Search"],
    ["?", "Show or hide these keys"],
  ],
} as const;

/** Of those keys the front desk's list has these. */
export const DESK_KEYS = KEYS.list.filter(([key]) => !["x", "a", "d"].includes(key));

/** The list on paper, and as a file. */
export const PAPER = {
  heading: (organisation: string, view: string) => `${organisation}: ${view.toLowerCase()}`,
  back: "Worklist",
  print: "Print",
  printed: (when: string, shown: number, all: number) =>
    shown === all
      ? `${counted(all, "request")}, as it was on ${when}`
      : `The first ${shown} of ${all} requests, as it was on ${when}`,
  columns: ["Reference", "Person", "Service", "When", "State"],
  csvColumns: [
    "Reference",
    "Name",
    "Born",
    "Service",
    "Part of",
    "State",
    "Priority",
    "Asked for",
    "Answer by",
    "Due",
    "Appointment",
    "To do",
  ],
} as const;
