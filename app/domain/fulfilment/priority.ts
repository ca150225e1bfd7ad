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

/** The priorities above one, the next first; none above the highest. */
export const higherThan = (priority: Priority): readonly Priority[] =>
  PRIORITIES.filter((each) => PRIORITY_RANK[each] > PRIORITY_RANK[priority]);
