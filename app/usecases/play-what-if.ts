import { buildDirectory } from "~/domain/directory/directory";
import { dayAfter, daysFrom, type Instant, localDate, localInstant } from "~/domain/shared/time";
import { applyChanges } from "~/domain/simulation/apply-changes";
import type { RecordedRequest } from "~/domain/simulation/replay";
import type { Progress } from "~/domain/simulation/run";
import type { SimulatedWorld } from "~/domain/simulation/simulate";
import { throughout } from "~/domain/simulation/throughout";
import { weeklyPlaces } from "~/domain/simulation/weekly-places";
import { replaysOf, whatIf } from "~/domain/simulation/what-if";
import type { WhatIfResult } from "~/domain/simulation/what-if-result";
import type { Reader } from "~db/connect";
import { readDirectoryContents } from "~db/queries/directory";
import { readOverlay } from "~db/queries/overlay";
import { readPastParts, readPastYear } from "~db/queries/past-weeks";
import type { Scenario } from "~db/queries/scenarios";

/** Luck of its own each: as many as a board can wait for, and an odd number, so that one is in the middle. */
export const SEEDS: readonly number[] = [1, 2, 3];

/** What playing a scenario says as it goes. */
export type Playing =
  | {
      readonly kind: "so-far";
      readonly done: number;
      readonly of: number;
      /** What it comes to so far; reckoned when it is asked for. */
      readonly soFar: () => WhatIfResult;
    }
  | { readonly kind: "done"; readonly of: number; readonly result: WhatIfResult }
  | { readonly kind: "refused"; readonly reasons: Progress["reasons"] };

const NO_YEAR = "There is no year of requests to play again";

/**
 * Plays a brand's recorded year again, as it is and with a scenario's changes, on the directory as it stands today. It only
 * reads, so that it may have a connection of its own. The last that it says is what it comes to, or why it cannot be
 * played.
 */
export async function* playWhatIf(
  reader: Reader,
  brandId: string,
  { changes }: Pick<Scenario, "changes">,
  now: Instant,
  seeds: readonly number[] = SEEDS,
): AsyncGenerator<Playing, void, void> {
  const today = buildDirectory(await readDirectoryContents(reader, brandId));
  const history = today.brand.historyOf ?? brandId;
  const year = await readPastYear(reader, history);
  const first = year?.weeks[0];
  const last = year?.weeks.at(-1);
  if (!year || !first || !last || year.parameters.behaviour === null) {
    yield { kind: "refused", reasons: [{ at: null, reason: NO_YEAR }] };
    return;
  }
  const { behaviour, demand } = year.parameters;
  const days = { from: first.startsOn, until: daysFrom(last.startsOn, 6) };
  const directory = throughout(today, localDate(now), days);
  const world: SimulatedWorld = {
    directory,
    overlay: await readOverlay(reader, brandId, now),
    behaviour,
    placesAWeek: weeklyPlaces(demand, behaviour, directory),
  };
  const [seed = 1] = seeds;
  const tried = applyChanges(world, [], changes, { ...days, seed });
  if (tried.kind === "refused") {
    yield { kind: "refused", reasons: [...tried.reasons] };
    return;
  }
  const recorded: RecordedRequest[] = [];
  const period = {
    from: localInstant(days.from, "00:00"),
    until: localInstant(dayAfter(days.until), "00:00"),
  };
  for (const { need } of await readPastParts(reader, history, period)) recorded.push(need);
  const sized = applyChanges(world, recorded, changes, { ...days, seed });
  if (sized.kind === "refused") {
    yield { kind: "refused", reasons: [...sized.reasons] };
    return;
  }
  const of = (recorded.length + sized.requests.length) * seeds.length;
  const going = whatIf(replaysOf(world, recorded, changes, { ...days, seeds }), recorded);
  for (;;) {
    const next = going.next();
    if (next.done) {
      yield { kind: "done", of, result: next.value };
      return;
    }
    yield { kind: "so-far", done: next.value.done, of, soFar: next.value.soFar };
  }
}
