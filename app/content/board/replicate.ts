import { counted } from "~/domain/shared/in-words";
import { countInWords } from "./partners";

const number = (count: number): string => count.toLocaleString("en-GB");

export const REPLICATE = {
  title: "The next town",
  intro:
    "One model serves many towns. Each front door has a name, partners, work and records of its own. A partner may work through several.",
  beside: "Front doors side by side",
  alone: (brand: string) => `No other front door shares a partner with ${brand} yet.`,
  shared: (partner: string, doors: number, people: number) =>
    `${partner} works through ${counted(doors, "front door")}. ${number(people)} people are on the lists of their practices.`,
  alsoShared: (many: number) =>
    many === 1
      ? "One more partner works through two or more."
      : `${number(many)} more partners work through two or more.`,
  sum: "Together",
  sumHint: "each list counted once",
  here: "this one",
  made: "made from this one",
  door: "Front door",
  members: "Partners",
  people: "People on lists",
  services: "Services",
  offers: "Offers",
  openWork: "Open work",
  kept: "Promises kept",
  picture: "People on the lists of each front door",
  fewHint:
    "Open work is to the nearest five, and one to four is not shown. Promises are shown once five or more are kept, and five or more, or none, are broken.",
  file: "The same as a file (CSV)",
  make: "Make one for the next town",
  makeIntro:
    "It starts with the same care and the same people at work, and no requests. Its past figures are this town’s until it has its own.",
  notYours: "Whoever sits on the board for the front door itself can make one.",
  name: "Name of the front door",
  area: "The area it is for",
  areaHint: "As after “care in and around”",
  id: "Its address",
  idHint: "Small letters, digits and hyphens, like reedmouth. People find it at /b/reedmouth.",
  mark: "Its look",
  markHint: "Its door and its buttons are drawn in it",
  letters: "Letters",
  comeAlong: "Which partners come along?",
  comeAlongHint: "Each keeps the care, places and people that it has here",
  ledBy: (lead: string) => `works under ${lead}, which must come along`,
  policy: "Whose rules does it go by?",
  policyHint: "They say who is asked first, and how soon an answer is due",
  policyHere: (brand: string) => `Those of ${brand}`,
  save: "Make this front door",
  strapline: (area: string) => `One front door to care in and around ${area}`,
  done: (name: string) => `${name} is there. Its people can sign in to it.`,
  open: (name: string) => `Open ${name}`,
} as const;

export const REPLICATE_ERRORS = {
  name: "Enter the name of the front door",
  nameTaken: "A front door here has this name. Choose another, so that people know which is which",
  area: "Enter the area it is for",
  id: "Enter its address: small letters, digits and hyphens, with a letter first",
  members: "Choose at least one partner",
  lead: (names: readonly string[]) => `Choose ${names.join(" and ")} too: others work under them`,
  policy: "Choose whose rules it goes by",
} as const;

/** "96%", that there is none yet, or that it may not be said. */
export const keptInWords = (share: number | "none" | null): string => {
  if (share === "none") return "None yet";
  return share === null ? countInWords(null) : `${Math.round(share * 100)}%`;
};
