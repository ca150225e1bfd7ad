import { instant, milliseconds } from "~/domain/shared/time";
import type { Recorded } from "~/domain/usability/log";
import type { Study } from "~/domain/usability/study";
import { attemptsOf, type PageInWorld, type Reached, reachedBy } from "~/domain/usability/success";
import type { Reader } from "~db/connect";
import { UnknownBrand } from "~db/queries/directory";
import { doneByPeople } from "~db/queries/lab-doings";
import type { Onedoor } from "../context";
import { brandNow } from "../setting";

/** What is written down later than this after a task was over is not waited for. */
const LATE_MS = 60_000;

/**
 * What is to be recorded of a session because the system sees that a task's success was reached: in what its participant
 * did in their world, which is read, and in pages that they saw, which are given. It is looked for whenever a page of theirs
 * is recorded, and once more before a task is over, so that it is not missed; its id says of which task and world it is,
 * so that it is recorded once.
 */
export async function successSeen(
  onedoor: Onedoor,
  reader: Reader,
  study: Study,
  record: readonly Recorded[],
  saw: readonly (PageInWorld & { readonly worldId: string })[] = [],
): Promise<readonly Reached[]> {
  const reached: Reached[] = [];
  const late = instant(milliseconds(onedoor.clock()) - LATE_MS);
  for (const attempt of attemptsOf(study, record)) {
    const { world, since, until, success } = attempt;
    if (until !== null && until < late) continue;
    const did = success.by === "event" ? await doneSince(onedoor, reader, world, since) : [];
    const found = reachedBy(attempt, { did, saw: saw.filter(({ worldId }) => worldId === world) });
    if (found !== undefined) reached.push(found);
  }
  return reached;
}

/** A world's clock goes on beside real time from when it was opened, so a moment there is one here. */
async function doneSince(onedoor: Onedoor, reader: Reader, worldId: string, since: string) {
  const worldNow = await brandNow(onedoor, worldId, reader).catch(whenGone);
  if (worldNow === undefined) return [];
  const ahead = milliseconds(worldNow) - milliseconds(onedoor.clock());
  const done = await doneByPeople(reader, worldId, instant(milliseconds(since) + ahead));
  return done.map((each) => ({ ...each, at: instant(milliseconds(each.at) - ahead) }));
}

/** A world that was taken away has nothing more to say. */
function whenGone(error: unknown): undefined {
  if (!(error instanceof UnknownBrand)) throw error;
}
