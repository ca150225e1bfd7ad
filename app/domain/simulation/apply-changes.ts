import { changeDemand, MOST_REQUESTS } from "./changed-demand";
import { changeDraft } from "./changed-directory";
import type { Change } from "./changes";
import { type ChangeableWorld, contentsOf, type Draft, directoryOf, type ReplayedDays } from "./draft";
import { OTHERWISE_A_WEEK } from "./places";
import type { RecordedRequest } from "./replay";

export type Applied<World> =
  | { readonly kind: "changed"; readonly world: World; readonly requests: readonly RecordedRequest[] }
  /** Why each change that cannot be made cannot: its place in the list, from 0. */
  | {
      readonly kind: "refused";
      readonly reasons: readonly { readonly at: number; readonly reason: string }[];
    };

const tooMany = (most: number): string =>
  `More than ${most.toLocaleString("en-GB")} requests are too many to play again: let fewer be added`;

/**
 * The world and its requests with the changes made, one upon the other; refused when one of them names what is not there,
 * or adds so many requests that there would be more than `most`.
 * Pure: without changes they are the very same.
 */
export function applyChanges<World extends ChangeableWorld>(
  world: World,
  requests: readonly RecordedRequest[],
  changes: readonly Change[],
  { seed, most = MOST_REQUESTS, ...days }: ReplayedDays & { readonly seed: number; readonly most?: number },
): Applied<World> {
  let draft: Draft = { contents: contentsOf(world.directory), placesAWeek: world.placesAWeek ?? {} };
  const untouched = draft;
  let asked = requests;
  const reasons: { at: number; reason: string }[] = [];
  changes.forEach((change, at) => {
    if (change.kind === "demand" || change.kind === "population") {
      const named = change.kind === "demand" ? change.serviceId : null;
      if (named !== null && world.directory.service(named) === undefined)
        reasons.push({ at, reason: `There is no service “${named}” here` });
      else {
        const next = changeDemand(asked, change, seed, most);
        if (next === undefined) reasons.push({ at, reason: tooMany(most) });
        else asked = next;
      }
      return;
    }
    const result = changeDraft(draft, change, days, world.otherwise ?? OTHERWISE_A_WEEK);
    if (result.kind === "refused") reasons.push({ at, reason: result.reason });
    else draft = result.draft;
  });
  if (reasons.length > 0) return { kind: "refused", reasons };
  const changed =
    draft === untouched ? world : { ...world, directory: directoryOf(draft), placesAWeek: draft.placesAWeek };
  return { kind: "changed", world: changed, requests: asked };
}
