import { milliseconds } from "../shared/time";
import { addressOf, inTime, type LabEvent, type Recorded } from "./log";

type Told = Recorded & { readonly id: string };
type PageEvent = Extract<LabEvent, { readonly kind: "page" }>;

/** Who goes on without saying so has no break any more: by another page than the one it began on, or by a form that is sent. */
export const goesOnBy = (before: string, page: Pick<PageEvent, "method" | "pattern" | "values">): boolean =>
  page.method !== "GET" || addressOf(page) !== before;

/** The pages by which somebody went on from a break without saying so, by their numbers in the record, which is given in its order. */
export function pagesThatGoOn(record: readonly Recorded[]): ReadonlySet<number> {
  const pages = new Set<number>();
  /** When the break began that they have; null while they have none. */
  let since: number | null = null;
  /** The address of the page that they were sent last. */
  let before = "";
  for (const { seq, at, event } of record) {
    if (event.kind === "paused") since = milliseconds(at);
    if (event.kind === "resumed") since = null;
    if (event.kind !== "page") continue;
    // One that was asked for before may be written down after.
    if (since !== null && milliseconds(at) > since && goesOnBy(before, event)) {
      pages.add(seq);
      since = null;
    }
    before = addressOf(event);
  }
  return pages;
}

/**
 * A record in the order of time, with every break's end: whoever reads how a session went is told that somebody goes on, by a
 * page too, as if they had said so before it.
 */
export function toldWithBreaks(record: readonly Told[]): readonly Told[] {
  const goingOn = pagesThatGoOn(record);
  return inTime(record).flatMap<Told>((told) =>
    goingOn.has(told.seq)
      ? [{ ...told, id: `went-on-${told.id}`, event: { kind: "resumed" } }, told]
      : [told],
  );
}
