import { z } from "zod";
import type { Brand } from "../directory/types";
import { MATTER_KINDS, type MatterKind } from "./matter-kinds";

/** All of a whole, as thresholds and quorums count it: 750 of them are three quarters. */
export const WHOLE = 1_000;

const WithoutList = z.int().min(1).max(1_000_000);

/**
 * How many votes a member has: one; as many as it has registered patients; or a part of all votes shared alike and the
 * rest by patients. `withoutList` is how many patients a member without a list counts as. `byMember` is in per cent.
 */
const VoteRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("one-each") }),
  z.object({ kind: z.literal("by-list"), withoutList: WithoutList }),
  z.object({ kind: z.literal("mix"), withoutList: WithoutList, byMember: z.int().min(1).max(99) }),
]);
export type VoteRule = z.infer<typeof VoteRule>;

/** The rules by which the members of a brand decide. A proposal is decided by those in force when it was made. */
export const Constitution = z.object({
  version: z.int().min(1),
  votes: VoteRule,
  /** How much of the votes for and against must be for it, by what is decided; in thousandths. */
  thresholds: z.record(
    z.enum(MATTER_KINDS),
    z
      .int()
      .min(WHOLE / 2)
      .max(WHOLE),
  ),
  /** How much of all votes must be cast, abstentions among them; in thousandths, 0 is none. */
  quorum: z.int().min(0).max(WHOLE),
  /** Where the member that it is about has no vote on it. */
  noOwnVote: z.array(z.enum(MATTER_KINDS)),
  /** The fewest days to talk before a vote opens. */
  discussionDays: z.int().min(0).max(90),
  /** The fewest days that a vote is open for. */
  votingDays: z.int().min(1).max(90),
});
export type Constitution = z.infer<typeof Constitution>;

/** Three quarters of those who vote, one vote each, when at least half take part: what holds until members agree otherwise. */
export const FIRST_CONSTITUTION: Constitution = {
  version: 1,
  votes: { kind: "one-each" },
  thresholds: Object.fromEntries(MATTER_KINDS.map((kind) => [kind, 750])) as Record<MatterKind, number>,
  quorum: 500,
  noOwnVote: ["suspend"],
  discussionDays: 0,
  votingDays: 3,
};

export const constitutionOf = (brand: Pick<Brand, "constitution">): Constitution =>
  brand.constitution ?? FIRST_CONSTITUTION;
