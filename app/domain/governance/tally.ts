import { z } from "zod";
import type { Instant } from "../shared/time";
import { type Constitution, WHOLE } from "./constitution";
import type { MatterKind } from "./matter-kinds";
import { type Member, withVotes } from "./votes";

export const CHOICES = ["for", "against", "abstain"] as const;
export type Choice = (typeof CHOICES)[number];

/** A vote as it was cast. A member's votes on one proposal are numbered from 1. */
export interface VoteCast {
  readonly organisationId: string;
  readonly nth: number;
  readonly choice: Choice;
  readonly at: Instant;
}

/** What is counted: who is a member as voting closes, what was cast, and between when it counts. */
export interface Ballot {
  readonly kind: MatterKind;
  /** The member that it is about; null where it is about none. */
  readonly about: string | null;
  readonly members: readonly Member[];
  readonly cast: readonly VoteCast[];
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

const NOT_COUNTED = ["changed", "late", "early", "not-a-member", "own-matter"] as const;
const WHY = ["passed", "too-few-for", "tie", "no-quorum", "no-votes"] as const;

/** A count with every line of its sum, as it is kept. */
export const Tally = z.object({
  lines: z.array(
    z.object({
      organisationId: z.string(),
      patients: z.number().nullable(),
      countsAs: z.number(),
      votes: z.number(),
      /** Null where it did not vote. */
      choice: z.enum(CHOICES).nullable(),
    }),
  ),
  /** Votes that were cast and do not count, each with why. */
  notCounted: z.array(
    z.object({
      organisationId: z.string(),
      nth: z.number(),
      choice: z.enum(CHOICES),
      at: z.string(),
      why: z.enum(NOT_COUNTED),
    }),
  ),
  for: z.number(),
  against: z.number(),
  abstain: z.number(),
  silent: z.number(),
  all: z.number(),
  /** In thousandths, of the votes for and against. */
  threshold: z.number(),
  /** In thousandths, of all votes. */
  quorum: z.number(),
  /** The fewest votes for it that would do, of those for and against; null where there are none. */
  needed: z.number().nullable(),
  /** The fewest votes that must be cast. */
  neededToCount: z.number(),
  why: z.enum(WHY),
});
export type Tally = z.infer<typeof Tally>;
export type TallyLine = Tally["lines"][number];
export type NotCounted = Tally["notCounted"][number];

export const hasPassed = ({ why }: Pick<Tally, "why">): boolean => why === "passed";

/** How many of those who have a vote have cast one that counts. */
export const turnout = ({
  lines,
}: Pick<Tally, "lines">): { readonly voted: number; readonly of: number } => ({
  voted: lines.filter(({ choice }) => choice !== null).length,
  of: lines.length,
});

/**
 * Counts a ballot by a constitution, in whole numbers. It passes when enough votes are cast, more are for it than
 * against, and those for it are at least the threshold of those for and against. The order of what was cast is of no
 * matter: of a member's votes the last that was in time counts.
 */
export function tally(constitution: Constitution, ballot: Ballot): Tally {
  const { kind, about, members } = ballot;
  const noVote = constitution.noOwnVote.includes(kind) ? about : null;
  const voters = withVotes(
    constitution.votes,
    members.filter(({ organisationId }) => organisationId !== noVote),
  );
  const { counted, notCounted } = sorted(ballot, new Set(voters.map((one) => one.organisationId)), noVote);
  const lines = voters.map(({ organisationId, patients, countsAs, votes }) => ({
    organisationId,
    patients,
    countsAs,
    votes,
    choice: counted.get(organisationId)?.choice ?? null,
  }));
  const sumOf = (choice: Choice | null) =>
    lines.reduce((sum, line) => (line.choice === choice ? sum + line.votes : sum), 0);
  const sums = {
    for: sumOf("for"),
    against: sumOf("against"),
    abstain: sumOf("abstain"),
    silent: sumOf(null),
  };
  const all = sums.for + sums.against + sums.abstain + sums.silent;
  const [threshold, quorum] = [constitution.thresholds[kind], constitution.quorum];
  const said = sums.for + sums.against;
  const cast = said + sums.abstain;
  return {
    lines,
    notCounted,
    ...sums,
    all,
    threshold,
    quorum,
    needed: said === 0 ? null : Math.max(fewest(threshold, said), Math.floor(said / 2) + 1),
    neededToCount: fewest(quorum, all),
    why: outcome(sums.for, sums.against, isAtLeast(cast, quorum, all), threshold),
  };
}

function outcome(yes: number, no: number, enough: boolean, threshold: number): Tally["why"] {
  if (!enough) return "no-quorum";
  if (yes + no === 0) return "no-votes";
  if (yes === no) return "tie";
  return yes > no && isAtLeast(yes, threshold, yes + no) ? "passed" : "too-few-for";
}

/** Whether a part is at least so many thousandths of a whole: exact, however large they are. */
const isAtLeast = (part: number, thousandths: number, whole: number): boolean =>
  BigInt(part) * BigInt(WHOLE) >= BigInt(thousandths) * BigInt(whole);

/** The smallest whole number that is at least so many thousandths of a whole. */
const fewest = (thousandths: number, whole: number): number =>
  Number((BigInt(thousandths) * BigInt(whole) + BigInt(WHOLE - 1)) / BigInt(WHOLE));

/** Of what was cast, the vote of each member that counts, and the others with why not. */
function sorted(
  { cast, opensAt, closesAt }: Ballot,
  voters: ReadonlySet<string>,
  noVote: string | null,
): { readonly counted: ReadonlyMap<string, VoteCast>; readonly notCounted: NotCounted[] } {
  const inOrder = [...cast].sort(
    (a, b) => compare(a.organisationId, b.organisationId) || a.nth - b.nth || compare(a.at, b.at),
  );
  const counted = new Map<string, VoteCast>();
  const notCounted: NotCounted[] = [];
  const setAside = ({ organisationId, nth, choice, at }: VoteCast, why: NotCounted["why"]) =>
    notCounted.push({ organisationId, nth, choice, at, why });
  for (const vote of inOrder) {
    const before = counted.get(vote.organisationId);
    if (vote.organisationId === noVote) setAside(vote, "own-matter");
    else if (!voters.has(vote.organisationId)) setAside(vote, "not-a-member");
    else if (vote.at < opensAt) setAside(vote, "early");
    else if (vote.at >= closesAt) setAside(vote, "late");
    else {
      if (before) setAside(before, "changed");
      counted.set(vote.organisationId, vote);
    }
  }
  return { counted, notCounted };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
