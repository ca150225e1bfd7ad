import { milliseconds } from "../shared/time";
import type { PartFact } from "./fact";

/** What a board measures, in the order in which it is shown. */
export const MEASURES = [
  "accepted",
  "kept",
  "told",
  "informed",
  "choice",
  "unmet",
  "overdue",
  "declined",
  "wait",
  "distance",
  "boxes",
  "spread",
] as const;
export type MeasureId = (typeof MEASURES)[number];

/** One thing that a part says about a measure. A part says nothing of what is not known, and so is not counted. */
export interface Point {
  /** The partner that it is about; null where it is about none. */
  readonly partner: string | null;
  /** Of a share 1 or 0; of a median, kilometres or days; of a spread 1. */
  readonly value: number;
  /** What it is further told apart by: the reason of a refusal, the style of a box. */
  readonly kind?: string;
}

/**
 * - `share`: how many of the points are 1.
 * - `median`: the middle value, and the value that nine in ten stay within.
 * - `spread`: how much of all the points the partner with the most has.
 */
export interface Measure {
  readonly id: MeasureId;
  readonly how: "share" | "median" | "spread";
  /** Which way is better for people; null where neither is. */
  readonly better: "more" | "less" | null;
  /** `now` tells what is over from what may still come. */
  readonly points: (fact: PartFact, now: number) => readonly Point[];
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const NOTHING: readonly Point[] = [];

const share = (partner: string | null, is: boolean | null): readonly Point[] =>
  is === null ? NOTHING : [{ partner, value: is ? 1 : 0 }];

/** A partner said yes within seven days. Who called it off before a yes says nothing; nor does a part still in its first week. */
function accepted(fact: PartFact, now: number): boolean | null {
  const asked = milliseconds(fact.askedAt);
  if (fact.acceptedAt !== null) return milliseconds(fact.acceptedAt) - asked <= WEEK_MS;
  return fact.cancelled || now - asked <= WEEK_MS ? null : false;
}

/** Each partner that was asked, the one that has it last. */
function asks(
  fact: PartFact,
): readonly (readonly [partner: string, answer: "declined" | "silent" | "has"])[] {
  const before = fact.turnedDown.map(({ organisationId, kind }) => [organisationId, kind] as const);
  return fact.organisationId === null ? before : [...before, [fact.organisationId, "has"] as const];
}

const METERS: Readonly<Record<MeasureId, Omit<Measure, "id">>> = {
  accepted: {
    how: "share",
    better: "more",
    points: (fact, now) => share(fact.organisationId, accepted(fact, now)),
  },
  kept: { how: "share", better: "more", points: (fact) => share(fact.organisationId, fact.promiseKept) },
  told: { how: "share", better: "more", points: (fact) => share(fact.organisationId, fact.toldFirst) },
  informed: { how: "share", better: "more", points: (fact) => share(fact.organisationId, fact.informed) },
  choice: { how: "share", better: "more", points: (fact) => share(fact.organisationId, fact.choices >= 2) },
  unmet: {
    how: "share",
    better: "less",
    points: (fact) =>
      share(fact.organisationId, fact.organisationId === null ? (fact.cancelled ? null : true) : false),
  },
  overdue: {
    how: "share",
    better: "less",
    points: (fact) =>
      asks(fact).map(([partner, answer]) => ({ partner, value: answer === "silent" ? 1 : 0 })),
  },
  declined: {
    how: "share",
    better: "less",
    points: (fact) => [
      ...fact.turnedDown.map((down) =>
        down.kind === "declined"
          ? { partner: down.organisationId, value: 1, kind: down.code }
          : { partner: down.organisationId, value: 0 },
      ),
      ...(fact.organisationId === null ? NOTHING : [{ partner: fact.organisationId, value: 0 }]),
    ],
  },
  wait: {
    how: "median",
    better: "less",
    points: (fact) =>
      fact.seenAt === null || fact.cancelled
        ? NOTHING
        : [
            {
              partner: fact.organisationId,
              value: (milliseconds(fact.seenAt) - milliseconds(fact.askedAt)) / DAY_MS,
            },
          ],
  },
  distance: {
    how: "median",
    better: "less",
    points: (fact) => (fact.km === null ? NOTHING : [{ partner: fact.organisationId, value: fact.km }]),
  },
  boxes: {
    how: "share",
    better: null,
    points: (fact) =>
      fact.box === null
        ? NOTHING
        : [{ partner: fact.organisationId, value: fact.box === "partner" ? 0 : 1, kind: fact.box }],
  },
  spread: {
    how: "spread",
    better: null,
    points: (fact) =>
      fact.organisationId === null || fact.acceptedAt === null
        ? NOTHING
        : [{ partner: fact.organisationId, value: 1 }],
  },
};

export const measureOf = (id: MeasureId): Measure => ({ id, ...METERS[id] });

export const isMeasure = (text: string | undefined): text is MeasureId => MEASURES.some((id) => id === text);
