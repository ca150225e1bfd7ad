import type { RejectedReason } from "../routing/types";
import { type Instant, milliseconds } from "../shared/time";
import type { FeedbackScore } from "./feedback";

/** One fulfilment that a partner was given, as far as its figures look at it. */
export interface Given {
  readonly organisationId: string;
  readonly offerId: string;
  readonly requestedAt: Instant;
  /** When the partner first said yes or no; null while it has not. */
  readonly answeredAt: Instant | null;
  /** Whether it kept its word; null while nobody can say. */
  readonly kept: boolean | null;
  /** Why it said no, when it did. */
  readonly refused: RejectedReason | null;
}

/** What is counted of one partner in a period. */
export interface Counted {
  readonly given: readonly Given[];
  /** Bookable times that have passed, and how many of them nobody had. */
  readonly times: { readonly passed: number; readonly unused: number };
  readonly feedback: Readonly<Partial<Record<FeedbackScore, number>>>;
}

export const FIGURES = ["kept", "answer", "declined", "unused", "feedback"] as const;
export type FigureName = (typeof FIGURES)[number];

/** A figure with how many it is of. `value` is null when there is none to reckon it from: that is never zero. */
export interface Figure {
  /** A share from 0 to 1; for `answer` the median in minutes. */
  readonly value: number | null;
  readonly of: number;
}

export type Figures = Readonly<Record<FigureName, Figure>>;

/** Fewer answers than this could tell who gave them. */
export const FEWEST_ANSWERS = 5;
/** A middle of fewer partners than this could tell which one is meant. */
export const FEWEST_PARTNERS = 5;

/** A partner's figures in a period. */
export function figuresOf({ given, times, feedback }: Counted): Figures {
  const settled = given.filter(({ kept }) => kept !== null);
  const waits = given.flatMap(({ requestedAt, answeredAt }) =>
    answeredAt === null ? [] : [(milliseconds(answeredAt) - milliseconds(requestedAt)) / 60_000],
  );
  const said = (...scores: FeedbackScore[]) => scores.reduce((sum, score) => sum + (feedback[score] ?? 0), 0);
  const rated = said("very-good", "good", "neither", "poor", "very-poor");
  return {
    kept: share(settled.filter(({ kept }) => kept === true).length, settled.length),
    answer: { value: median(waits), of: waits.length },
    declined: share(given.filter(({ refused }) => refused !== null).length, given.length),
    unused: share(times.unused, times.passed),
    feedback: rated < FEWEST_ANSWERS ? { value: null, of: rated } : share(said("very-good", "good"), rated),
  };
}

/** The middle of a figure over all partners that have it; null when they are too few to stay unknown. */
export function middleOf(partners: readonly Figures[], name: FigureName): number | null {
  const values = partners.flatMap((figures) => figures[name].value ?? []);
  return values.length < FEWEST_PARTNERS ? null : median(values);
}

/** How often a partner said no, by why, the most first. */
export function declinesByReason(
  given: readonly Given[],
): readonly { readonly reason: RejectedReason; readonly many: number }[] {
  const counts = new Map<RejectedReason, number>();
  for (const { refused } of given) if (refused !== null) counts.set(refused, (counts.get(refused) ?? 0) + 1);
  return [...counts]
    .map(([reason, many]) => ({ reason, many }))
    .sort((a, b) => b.many - a.many || (a.reason < b.reason ? -1 : 1));
}

const share = (part: number, of: number): Figure => ({ value: of === 0 ? null : part / of, of });

/** The middle value, or half-way between the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
