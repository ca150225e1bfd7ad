import type { Arrangement, OrganisationKind } from "~/domain/directory/types";
import type { ShownCount } from "~/domain/flow/few";
import { counted } from "~/domain/shared/in-words";

const number = (count: number): string => count.toLocaleString("en-GB");

/** How a partner is bound, for those who decide about it. */
export const BOUND_WORDS: Readonly<Record<Arrangement, { readonly label: string; readonly means: string }>> =
  {
    "own-contract": {
      label: "Keeps its own contract",
      means: "It answers for itself, as it did before it joined.",
    },
    employed: { label: "Employed", means: "Its people work for a lead provider, which pays them." },
    "joint-venture": { label: "Joint venture", means: "Two partners or more set it up and share its risk." },
    alliance: { label: "Alliance", means: "Partners share one agreement. Each answers for its own part." },
    subcontract: {
      label: "Subcontract",
      means: "It works under a lead provider. That one holds the contract and carries the risk.",
    },
  };

/** What a practice's own contract is. */
const PRACTICE_CONTRACT = "A practice’s is its GP contract with the NHS, called GMS or PMS.";

export const boundMeans = (arrangement: Arrangement, kind: OrganisationKind): string =>
  arrangement === "own-contract" && kind === "practice"
    ? [BOUND_WORDS[arrangement].means, PRACTICE_CONTRACT].join(" ")
    : BOUND_WORDS[arrangement].means;

/** A count of a table; one that is kept back says so. */
export const countInWords = (count: ShownCount): string => (count === null ? TOO_FEW : number(count));
const TOO_FEW = "Too few to show";

export const MEMBERS = {
  title: "Partners",
  intro:
    "Each partner stays its own organisation. See how it is bound, whom it answers for, and what would come of its leaving.",
  none: "There are no partners yet.",
  bound: "Who is bound how",
  suspended: "Suspended",
  underLead: (lead: string) => `under ${lead}`,
  answersFor: (names: readonly string[]) => `Answers for ${names.join(", ")}, and carries their risk`,
  since: (bound: string, date: string) => `${bound}, since ${date}`,
  list: (people: number) => `${number(people)} people on its list`,
  arrangement: "How they are bound",
  means: "What that means",
  many: "Partners",
  ofKind: (kind: string, many: number) => `${kind}: ${number(many)}`,
  offers: (count: number) => (count === 0 ? "nothing on offer" : counted(count, "offer")),
  seat: (names: readonly string[]) => `On the board: ${names.join(", ")}`,
  noSeat: "Nobody sits for it on the board",
  brandSeat: (names: readonly string[]) => `For the front door itself: ${names.join(", ")}.`,
  board: "Who sits on the board",
  noBrandSeat: "Nobody sits for the front door itself.",
} as const;

export const COVERED = {
  title: "People covered",
  together: (people: number, practices: number) =>
    `${number(people)} people are on the lists of ${counted(practices, "practice")}.`,
  nobody: "No practice here has a list that is known.",
  enough: (least: number) => `That is more than the ${number(least)} that a front door needs.`,
  tooFew: (least: number, missing: number) =>
    `A front door needs ${number(least)}: ${number(missing)} are missing.`,
  picture: "The lists of the practices, end to end",
  least: (people: number) => `needed: ${number(people)}`,
  usual: (people: number) => `usual: ${number(people)}`,
  practice: "Practice",
  list: "On its list",
  share: "Share",
  asOf: "Counted on",
  counted: (date: string) => `counted on ${date}`,
  all: "Together",
  whole: "100%",
  file: "The same as a file (CSV)",
} as const;

export const MEMBER = {
  bound: "How it is bound",
  facts: {
    kind: "What it is",
    arrangement: "How it is bound",
    lead: "Lead provider",
    answersFor: "Answers for",
    since: "Partner since",
    until: "Partner until",
    suspended: "Suspended since",
    list: "On its list",
    seat: "On the board",
  },
  list: (people: number, share: string, date: string) =>
    `${number(people)} people, ${share} of all who are covered (${date})`,
  returnTicket: "Its return ticket",
  returnTicketIntro: "What it was promised for the day it leaves:",
  gives: "What it gives",
  givesNothing: "It has nothing on offer.",
  alone: "Nobody else here gives it",
  back: "All partners",
} as const;

export const LEAVING = {
  title: (name: string) => `What if ${name} left now?`,
  intro:
    "Its open work is handed on in earnest, just as it would be. Then all of it is undone, so nothing changes and nobody is told.",
  openWork: "What becomes of its open work?",
  reroute: "All of it goes on to others",
  finish: "It ends what has begun or has a time",
  ask: "Show what would happen",
  chosen: (openWork: "reroute" | "finish") =>
    openWork === "reroute"
      ? "If all of its open work went on to others:"
      : "If it ended what has begun or has a time:",
  along: (names: readonly string[]) => `${names.join(", ")} would go along, for it answers for them.`,
  list: (gone: number, left: number) =>
    `${number(gone)} people on its list would go along. ${number(left)} people would be left.`,
  listTooFew: (least: number) => `That is fewer than the ${number(least)} that a front door needs.`,
  noList: "It has no list of patients to take along.",
  nobody: "Nobody else gives these services",
  one: "One other partner alone would give these services",
  allGiven: "Somebody else gives each of its services.",
  work: "Open work, by where it would go",
  noWork: "It has no open work.",
  to: "Where to",
  pieces: "Pieces of work",
  toDesk: "The front desk, which finds someone",
  toPatients: "Back to the patient, who chooses again",
  kept: "Stays with it to the end",
  has: "All of its open work",
  told: (count: ShownCount) =>
    count === null
      ? "Too few patients would be told to show how many."
      : `${counted(count, "patient")} would be told, each of them once.`,
  fewHint: "Counts are to the nearest five. One to four is not shown, nor what would give it away.",
  notAsked: "Choose what becomes of its open work",
  gone: "It is no partner at the moment, so it cannot leave.",
} as const;
