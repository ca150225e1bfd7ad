import type { Part } from "./types";

type Ordered = Pick<Part, "id" | "position" | "status" | "waiting" | "after">;

/**
 * The waiting parts of a request that wait for nothing any more, in their order: `complete` when all that came before
 * them is complete; false when some of it came to nothing, so that people must look. Throws for a position that the
 * request does not have.
 */
export function readyParts(parts: readonly Ordered[]): { readonly id: string; readonly complete: boolean }[] {
  const statusOf = (position: number): Part["status"] => {
    const part = parts.find((each) => each.position === position);
    if (part === undefined) throw new Error(`A part waits for part ${position}, which is not there`);
    return part.status;
  };
  return parts.flatMap(({ id, status, waiting, after }): { id: string; complete: boolean }[] => {
    if (status !== "open" || !waiting) return [];
    const before = after.map(statusOf);
    if (before.includes("closed")) return [{ id, complete: false }];
    return before.includes("open") ? [] : [{ id, complete: true }];
  });
}

/** A request is open while a part of it is; complete when some care was given, closed when none was. */
export function statusOfRequest(parts: readonly Pick<Part, "status">[]): Part["status"] {
  if (parts.some(({ status }) => status === "open")) return "open";
  return parts.some(({ status }) => status === "complete") ? "complete" : "closed";
}

/** The open parts of a request, each before those that it waits for: so that what ends first releases nothing. */
export function lastFirst<Each extends Ordered>(parts: readonly Each[]): readonly Each[] {
  const left = parts.filter(({ status }) => status === "open");
  const sorted: Each[] = [];
  while (left.length > 0) {
    const at = left.findIndex(({ position }) => !left.some(({ after }) => after.includes(position)));
    const [last] = left.splice(Math.max(at, 0), 1);
    if (last) sorted.push(last);
  }
  return sorted;
}
