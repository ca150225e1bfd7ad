import type { POINT_NAMES } from "~/domain/directory/kinds";

/** What a policy gives points for, as a board reads it wherever it weighs them. */
export const POINT_WORDS: Readonly<Record<(typeof POINT_NAMES)[number], string>> = {
  distance: "How near it is",
  wait: "How soon it is",
  continuity: "Who knows the person already",
  preference: "What the person would like",
  capacity: "How much room there is",
  kept: "Promises kept",
  share: "A fair share of the work",
};
