import { listInWords } from "../../shared/in-words";
import { isKeptKnown, OWN_PRACTICE } from "../point-lines";
import type { Candidate, PointLine } from "../types";

type Reason = PointLine["reason"];
const REASONS: readonly Reason[] = [
  "distance",
  "wait",
  "continuity",
  "preference",
  "capacity",
  "kept",
  "share",
];

/** One of the others beside the first: what speaks for it, and what put it lower. */
export function besideFirst(first: Candidate, other: Candidate, names: (of: Candidate) => string): string {
  const name = names(other);
  if (other.points > first.points) return `${name} is on a later page of the list.`;
  if (other.points === first.points) {
    const isFarther = (other.facts.distanceKm ?? 0) > (first.facts.distanceKm ?? 0);
    return isFarther
      ? `${name} came out level. We put the nearer one first.`
      : `${name} came out level. Then we keep one order, the same for everyone.`;
  }
  const apart = REASONS.map((reason) => ({ reason, by: pointsOf(other, reason) - pointsOf(first, reason) }));
  const worst = [...apart].sort((a, b) => a.by - b.by);
  const against = worst.flatMap(({ reason, by }) => (by < 0 ? (AGAINST[reason](first, other) ?? []) : []));
  const best = worst.at(-1);
  const pro = best !== undefined && best.by > 0 ? FOR[best.reason](first, other) : null;
  const lower = against.length === 0 ? "came out a little lower" : listInWords(against.slice(0, 2), "and");
  return pro === null ? `${name} ${lower}.` : `${name} ${pro}, but ${lower}.`;
}

const pointsOf = ({ lines }: Candidate, reason: Reason): number =>
  lines.find((line) => line.reason === reason)?.points ?? 0;

/** What put an offer lower than the first; null where the points differ for another cause, which is told by itself. */
const AGAINST: Readonly<Record<Reason, (first: Candidate, other: Candidate) => string | null>> = {
  distance: (_, { facts }) =>
    facts.distanceKm === null && facts.locationName !== null
      ? "may be far away, as we do not know how far"
      : "is farther for you",
  wait: (_, { facts }) =>
    facts.wait === null && facts.nextFreeAt === null
      ? "did not say how long the wait is"
      : "has a longer wait",
  continuity: (first) => (isOwn(first) ? "is not your own practice" : "does not look after you now"),
  preference: () => "does not see people in as many of the ways you asked for",
  capacity: (_, { facts }) => {
    switch (facts.capacity) {
      case "no-capacity":
        return "has no room just now";
      case "waitlist":
        return "has a waiting list";
      default:
        return "may not have room";
    }
  },
  kept: (_, { facts }) =>
    isKeptKnown(facts.kept) ? "has kept fewer of its promises" : "has not made enough promises yet to judge",
  share: (first, { facts }) =>
    facts.given > first.facts.given ? "was asked to help more people in the last 4 weeks" : null,
};

const isOwn = ({ lines }: Candidate): boolean =>
  lines.some(({ reason, text }) => reason === "continuity" && text === OWN_PRACTICE);

/** What speaks for an offer beside the first; null where it only seems so, as when one of the two is not known. */
const FOR: Readonly<Record<Reason, (first: Candidate, other: Candidate) => string | null>> = {
  distance: (first, { facts }) => {
    if (facts.distanceKm === null) return "needs less travel";
    return first.facts.distanceKm === null ? null : "is nearer";
  },
  wait: (first) => (first.facts.wait === null && first.facts.nextFreeAt === null ? null : "may be sooner"),
  continuity: (_, other) => (isOwn(other) ? "is your own practice" : "looks after you now"),
  preference: () => "sees people in more of the ways you asked for",
  capacity: (_, { facts }) => (facts.capacity === "capacity" ? "has room" : null),
  kept: (first) => (isKeptKnown(first.facts.kept) ? "has kept more of its promises" : null),
  share: () => null,
};
