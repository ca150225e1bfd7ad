import type { BoxStyle, Priority } from "../directory/types";
import type { RejectedReason } from "../routing/types";
import type { Instant } from "../shared/time";

/** Whole years on the day of asking. */
export const AGE_BANDS = ["0-17", "18-64", "65-79", "80+", "not-known"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** A partner that was asked and did not take the part on. Silence is a fact about a deadline, and no refusal. */
export type TurnedDown =
  | {
      readonly kind: "declined";
      readonly organisationId: string;
      readonly code: RejectedReason;
      readonly at: Instant;
    }
  | { readonly kind: "silent"; readonly organisationId: string; readonly at: Instant };

/**
 * What became of one part of one request, as a board may know it: what happened, when and where, and nothing that says
 * whose it was. A replay of recorded requests makes the same of each, so the record and a what-if are measured alike.
 */
export interface PartFact {
  /** Of the part. Never shown: it parts one from another. */
  readonly id: string;
  /** Whoever it is for, as a key that says nothing of them. Never shown: it tells how many people stand behind a figure. */
  readonly person: string;
  readonly askedAt: Instant;
  readonly serviceId: string;
  readonly priority: Priority;
  readonly age: AgeBand;
  /** Where the person asked from: "LM1". Null when they did not say. */
  readonly outcode: string | null;
  /** How many offers could be chosen when it was asked for. */
  readonly choices: number;
  /** Those that were asked before the one that has it, in that order. */
  readonly turnedDown: readonly TurnedDown[];
  /** Who has it, or had it last; null when it came to nobody, and the front desk has to find someone: an unmet need. */
  readonly organisationId: string | null;
  readonly offerId: string | null;
  /** Whose box it came in; null when it came to nobody. */
  readonly box: BoxStyle | null;
  /** When that partner said yes; null while it has not. */
  readonly acceptedAt: Instant | null;
  /** When the person was seen, or is to be; null when there is no time yet. */
  readonly seenAt: Instant | null;
  /** What the person was promised, and whether it was kept: null while nobody can say. */
  readonly promiseBy: Instant;
  readonly promiseKept: boolean | null;
  /** They were told of every step before they asked how it stood; null while nothing was to be told. */
  readonly toldFirst: boolean | null;
  /** With the yes they were told when, where, by whom and what to bring; null without a yes. */
  readonly informed: boolean | null;
  /** To the place of care; null when that is not known, or care has no place. */
  readonly km: number | null;
  /** The person called it off. */
  readonly cancelled: boolean;
}
