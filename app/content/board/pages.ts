/** The pages of the board room, as their links and headings name them, in the order of the links. */
export const BOARD_PAGES = {
  start: "Start",
  stage: "The stage",
  flow: "The flow",
  "what-if": "What if",
  governance: "Decide",
  partners: "Partners",
  replicate: "The next town",
  year: "The year",
} as const;
export type BoardPage = keyof typeof BOARD_PAGES;

export const BOARD = {
  title: "The board room",
  label: "Pages of the board room",
} as const;

/** What each page is good for, a line each on the first one. */
export const BOARD_START = {
  intro: (brand: string) =>
    `Each partner of ${brand} stays its own organisation. Here its board sees what comes of working as one front door, tries changes before they are made, and decides.`,
  introReal: (brand: string) =>
    `Each partner of ${brand} stays its own organisation. Here its board sees who they are and what people might ask them for, and decides.`,
  flowReal: "What people might ask for. It is made up, and no partner is measured by it.",
  noPatients: "Nothing here names a patient. A number of fewer than five people is not shown.",
  about: {
    start: "",
    stage:
      "Follow one request from a phone, through the router, to the partner that has it. It all really happens.",
    flow: "Who asks for what, who has it, in whose box, and how it goes for them.",
    "what-if": "Try a change on a year of requests, and see who would be worse off.",
    governance:
      "Who has which votes, what is proposed, and what was decided: the whole sum, for anyone to check.",
    partners: "Who is bound how, the people covered, and what would come of a partner’s leaving.",
    replicate: "Front doors side by side that share a partner, and how to make one for the next town.",
    year: "A made-up year is behind the pictures. See how it was made, and from what.",
  } satisfies Readonly<Record<BoardPage, string>>,
} as const;
