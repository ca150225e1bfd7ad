import type { Priority } from "../directory/types";

/** Lowest first. */
export const PRIORITIES = ["routine", "urgent", "asap"] as const satisfies readonly Priority[];

export const PRIORITY_RANK: Readonly<Record<Priority, number>> = { routine: 0, urgent: 1, asap: 2 };

/** "Routine", "Urgent", "Very urgent": as people read it. */
export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = {
  routine: "Routine",
  urgent: "Urgent",
  asap: "Very urgent",
};
