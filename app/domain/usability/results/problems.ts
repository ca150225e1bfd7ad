import { type Share, shareOf } from "../statistics/share";
import type { TaggedMoment } from "./tagged";

/** How long the name of a problem may be. */
export const LONGEST_TITLE = 200;

/** What a study found wrong, as it is kept. */
export interface Problem {
  readonly id: string;
  /** "" where it was deleted with somebody whose words it may have held. */
  readonly title: string;
  /** 1, cosmetic, to 4, nobody gets past it. */
  readonly severity: number;
  /** In which it was seen: a participant's code, and the id of an event of theirs. */
  readonly moments: readonly { readonly code: string; readonly event: string }[];
}

/** A problem with what shows it. */
export interface ProblemSeen {
  readonly id: string;
  readonly title: string;
  readonly severity: number;
  readonly moments: readonly TaggedMoment[];
  /** Who met it, of all who took part; null where nobody has. */
  readonly people: Share | null;
}

/**
 * The problems of a version, whose participants these are: those that only other versions showed are left out. One that
 * nothing shows any more is left out of none.
 */
export const problemsOf = (
  problems: readonly Problem[],
  participants: readonly { readonly code: string }[],
): readonly Problem[] => {
  const codes = new Set(participants.map(({ code }) => code));
  return problems.filter(
    ({ moments }) => moments.length === 0 || moments.some(({ code }) => codes.has(code)),
  );
};

/**
 * Problems in the order of severity times the share of participants who met them: the first is the first to mend. What
 * is gone with a participant who withdrew is evidence no more.
 */
export function problemsSeen(
  problems: readonly Problem[],
  moments: readonly TaggedMoment[],
  people: number,
): readonly ProblemSeen[] {
  const known = new Map(moments.map((moment) => [keyOf(moment.code, moment.id), moment]));
  return problems
    .map(({ id, title, severity, moments: kept }) => {
      const seen = kept.flatMap(({ code, event }) => known.get(keyOf(code, event)) ?? []);
      return {
        id,
        title,
        severity,
        moments: seen,
        people: shareOf(new Set(seen.map(({ code }) => code)).size, people),
      };
    })
    .sort(
      (one, other) =>
        weightOf(other) - weightOf(one) ||
        other.severity - one.severity ||
        (one.title < other.title ? -1 : 1),
    );
}

const weightOf = ({ severity, people }: ProblemSeen): number => severity * (people?.share ?? 0);

/** Moments that were tagged as problems, and are in none yet. */
export function loose(
  problems: readonly Problem[],
  moments: readonly TaggedMoment[],
): readonly TaggedMoment[] {
  const taken = new Set(
    problems.flatMap(({ moments: kept }) => kept.map(({ code, event }) => keyOf(code, event))),
  );
  return moments.filter(({ tag, code, id }) => tag === "problem" && !taken.has(keyOf(code, id)));
}

const keyOf = (code: string, event: string): string => `${code} ${event}`;
