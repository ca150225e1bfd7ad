import { z } from "zod";
import type { Organisation, OrganisationKind } from "../directory/types";
import { REJECTED_REASONS, type RejectedReason } from "../routing/types";

/** From none to all. */
const Share = z.number().min(0).max(1);
const REASONS = Object.keys(REJECTED_REASONS) as [RejectedReason, ...RejectedReason[]];

/** How one partner answers what it is asked. */
const PartnerBehaviour = z.object({
  /** Of what it is asked while it has room, how much it declines; and while its week is full. */
  declines: Share,
  declinesWhenFull: Share,
  /** How often each reason is given, beside the others: any numbers that are not negative. */
  reasons: z.partialRecord(z.enum(REASONS), z.number().nonnegative()),
  /** What it never answers. Besides, an answer that comes after its deadline counts as none. */
  neverAnswers: Share,
  /** Working hours (asap: hours of the clock) until it answers: half of its answers come within `half`, nine of ten within `most`. */
  answersIn: z.object({ half: z.number().positive(), most: z.number().positive() }),
  /** Of what it takes on, how much gets its time by the promise. */
  keeps: Share,
  /** Of what it is asked, how much people are told of before they ask. */
  tellsFirst: Share,
  /** Of what it takes on, how often people are told when, where, by whom and what to bring. */
  informs: Share,
});
export type PartnerBehaviour = Readonly<z.output<typeof PartnerBehaviour>>;

const Changed = PartnerBehaviour.partial();

/** How partners, people and the front desk behave in a simulation. All of it is made up, and all of it is shown. */
export const Behaviour = z.object({
  /** Of a partner of which nothing else is said. */
  usual: PartnerBehaviour,
  byKind: z.record(z.string(), Changed),
  byOrganisation: z.record(z.string(), Changed),
  /** By month, January first: how many times as often partners decline. */
  season: z.array(z.number().nonnegative()).length(12),
  people: z.object({
    /** Agree that the next partner is asked when one says no. */
    passOn: Share,
    /** Asked to choose again, do so; the others let it be. */
    choosesAgain: Share,
    choosesAfterHours: z.number().positive(),
    /** In each week of waiting call it off. */
    cancelsAWeek: Share,
  }),
  /**
   * How many people offers of a service see in a week, together: so many times as many as ask for it in a usual week. In
   * the months in which more ask, `inPeaks` is how much of what they ask for more there is room for: all of it is 1.
   */
  room: z.object({
    usual: z.number().positive(),
    inPeaks: Share,
    /** An organisation's share of it, times this. */
    byOrganisation: z.record(z.string(), z.number().positive()),
  }),
  desk: z.object({
    /** Working hours until the front desk has asked somebody else. */
    asksAfterHours: z.number().positive(),
    tellsFirst: Share,
  }),
});
export type Behaviour = Readonly<z.output<typeof Behaviour>>;

/** How an organisation behaves: its own ways, then its kind's, then the usual ones. */
export const behaviourOf = (
  { usual, byKind, byOrganisation }: Behaviour,
  { id, kind }: { readonly id: string; readonly kind: OrganisationKind },
): PartnerBehaviour => ({ ...usual, ...byKind[kind], ...byOrganisation[id] });

/** Everything an organisation's answers follow from, by its id. */
export const behaviours = (
  behaviour: Behaviour,
  organisations: readonly Organisation[],
): ReadonlyMap<string, PartnerBehaviour> =>
  new Map(organisations.map((each) => [each.id, behaviourOf(behaviour, each)]));

/**
 * How long an answer takes, in hours, by luck from 0 up to 1: log-logistic, so that half come within `half` and nine of
 * ten within `most`.
 */
export function hoursToAnswer({ half, most }: PartnerBehaviour["answersIn"], luck: number): number {
  const within = Math.min(Math.max(luck, 0.001), 0.999);
  return half * (within / (1 - within)) ** (Math.log(Math.max(most / half, 1)) / Math.log(9));
}

/** A reason by luck from 0 up to 1, as often as each is given. Where none is given: "declined". */
export function reasonBy(reasons: PartnerBehaviour["reasons"], luck: number): RejectedReason {
  let sum = 0;
  for (const code of REASONS) sum += reasons[code] ?? 0;
  let left = luck * sum;
  for (const code of REASONS) {
    left -= reasons[code] ?? 0;
    if (left < 0) return code;
  }
  return "24";
}
