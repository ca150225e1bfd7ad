import type { Replayed, ReplayedChoice } from "./replay";

/** One request that would go elsewhere. */
export interface Moved {
  readonly before: ReplayedChoice;
  readonly after: ReplayedChoice;
}

export interface Change {
  readonly id: string;
  readonly before: number;
  readonly after: number;
}

export interface Comparison {
  /** Requests whose offer or outcome differs, in the order of time. */
  readonly moved: readonly Moved[];
  /** Organisations and offers whose number of requests differs, by id. */
  readonly organisations: readonly Change[];
  readonly offers: readonly Change[];
}

/** What a change of directory does to the same requests. Both replays must be of the same ones. */
export function compare(before: Replayed, after: Replayed): Comparison {
  const moved = before.choices.flatMap((choice, place): Moved[] => {
    const then = after.choices[place];
    if (then?.requestId !== choice.requestId) throw new Error("The two replays are not of the same requests");
    const isSame = then.offerId === choice.offerId && then.outcome === choice.outcome;
    return isSame ? [] : [{ before: choice, after: then }];
  });
  if (after.choices.length !== before.choices.length) {
    throw new Error("The two replays are not of the same requests");
  }
  return {
    moved,
    organisations: changes(before.byOrganisation, after.byOrganisation),
    offers: changes(before.byOffer, after.byOffer),
  };
}

function changes(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((id) => ({ id, before: before.get(id) ?? 0, after: after.get(id) ?? 0 }))
    .filter((change) => change.before !== change.after);
}
