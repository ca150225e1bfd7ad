import { standings } from "../directory/standing";
import type { DirectoryContents, Organisation } from "../directory/types";
import type { PlainDate } from "../shared/time";
import type { VoteRule } from "./constitution";

/** A member of a brand, with the people on its list; null where it has none. */
export interface Member {
  readonly organisationId: string;
  readonly patients: number | null;
}

/** A member with its votes, a whole number, and how many people it counts as. */
export interface Voter extends Member {
  readonly countsAs: number;
  readonly votes: number;
}

/** The members of a day: every organisation that is a partner on it. One that is suspended is none for that time. */
export function membersOn(
  { organisations, partnerships }: Pick<DirectoryContents, "organisations" | "partnerships">,
  day: PlainDate,
): readonly Member[] {
  const standing = standings(partnerships);
  return organisations
    .filter(({ id, status }) => status === "active" && standing(id, day).kind === "partner")
    .map(({ id, listSize }: Organisation) => ({ organisationId: id, patients: listSize?.patients ?? null }))
    .sort((a, b) => (a.organisationId < b.organisationId ? -1 : 1));
}

/**
 * Gives each member its votes, in whole numbers alone. In a mix, a member has `byMember` of all votes shared alike and the
 * rest by people: both on the same denominator, so that nothing is rounded. Throws where a sum would not be exact.
 */
export function withVotes(rule: VoteRule, members: readonly Member[]): readonly Voter[] {
  const countsAs = ({ patients }: Member): number =>
    rule.kind === "one-each" ? (patients ?? 0) : (patients ?? rule.withoutList);
  const people = members.reduce((sum, member) => sum + countsAs(member), 0);
  const voters = members.map((member) => ({
    ...member,
    countsAs: countsAs(member),
    votes: votesOf(rule, countsAs(member), people, members.length),
  }));
  if (!Number.isSafeInteger(voters.reduce((sum, { votes }) => sum + votes, 0)))
    throw new RangeError("There are more votes than can be counted exactly");
  return voters;
}

function votesOf(rule: VoteRule, countsAs: number, people: number, members: number): number {
  switch (rule.kind) {
    case "one-each":
      return 1;
    case "by-list":
      return countsAs;
    case "mix": {
      const [alike, byPeople] = lowest(rule.byMember, 100 - rule.byMember);
      return alike * people + byPeople * countsAs * members;
    }
    default:
      return rule satisfies never;
  }
}

/** A ratio in its lowest terms: 50 to 50 is 1 to 1. */
export function lowest(one: number, other: number): readonly [number, number] {
  let [a, b] = [one, other];
  while (b !== 0) [a, b] = [b, a % b];
  return [one / a, other / a];
}
