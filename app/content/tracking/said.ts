import type { Instant } from "~/domain/shared/time";
import { whenWords } from "../deadlines";
import { type Names, partnerNamed, type TrackedEvent, type TrackedPart } from "./tracked";

/** One thing that the person wrote of their own accord, or that was written back to them. */
export interface SaidLine {
  readonly id: string;
  readonly who: string;
  readonly text: string;
  readonly when: string;
  /** Whether it was seen, for what the person wrote; empty for what was written to them. */
  readonly seen: string;
}

/** Somebody at work who opened the request: an organisation by its id, or null for the front desk. */
export interface SeenBy {
  readonly at: Instant;
  readonly organisationId: string | null;
}

/** What the person and whoever has the part wrote to each other while they waited, oldest first. */
export function saidOf(
  tracked: TrackedPart,
  events: readonly TrackedEvent[],
  seenBy: readonly SeenBy[],
  names: Names,
  now: Instant,
): SaidLine[] {
  const own = events.filter(({ partId }) => partId === tracked.part.id);
  return own.flatMap(({ at, event }, index) => {
    const line = (who: string, text: string, seen = ""): SaidLine[] => [
      { id: `${index}-${event.type}`, who, text, when: whenWords(at, now), seen },
    ];
    switch (event.type) {
      case "information-added":
        return line("You wrote", event.text, seenWords(at, tracked, seenBy, names, now));
      case "question-asked":
        return line("You asked", event.text, seenWords(at, tracked, seenBy, names, now));
      case "question-answered":
        return line(`${whoWrote(event.fulfilmentId, tracked, names)} wrote`, event.text);
      default:
        return [];
    }
  });
}

function whoWrote(fulfilmentId: string | null, tracked: TrackedPart, names: Names): string {
  if (fulfilmentId === null) return "Our front desk";
  const fulfilment = tracked.fulfilments.find(({ id }) => id === fulfilmentId);
  return fulfilment === undefined ? "The partner" : partnerNamed(fulfilment, tracked, names);
}

/** The first one who opened the request after it was written, of those who have had this part and of the front desk. */
function seenWords(
  at: Instant,
  { fulfilments }: TrackedPart,
  seenBy: readonly SeenBy[],
  names: Names,
  now: Instant,
): string {
  const first = seenBy.find(
    (seen) =>
      seen.at >= at &&
      (seen.organisationId === null ||
        fulfilments.some(({ organisationId }) => organisationId === seen.organisationId)),
  );
  if (first === undefined) return "Sent. They have not opened it yet.";
  const who = first.organisationId === null ? "Our front desk" : names.organisation(first.organisationId);
  return `${who} opened it, ${whenWords(first.at, now)}.`;
}
