import { instant, milliseconds } from "~/domain/shared/time";
import {
  claimWanted,
  countWaiting,
  endStale,
  endUnused,
  forgetWorld,
  insertWorld,
  markReady,
  nextOver,
  type StageWorld,
  takeReady,
} from "~db/queries/stages";
import type { Onedoor } from "../context";
import { copyTown, newWorldId, takeWorldAway } from "../worlds/copies";

/** Worlds that wait for a town's stages: going back and starting again each take one at once. */
const WAITING = 2;
/** A world that nobody has used for so long goes away; one that was not made in so long never will be. */
const UNUSED_MS = 4 * 3_600_000;
const NOT_MADE_MS = 5 * 60_000;

/** Asks for worlds to be made until enough of them wait. The clock makes them, and nobody waits for it. */
export async function keepWorldsReady(onedoor: Onedoor, townId: string): Promise<void> {
  const { version } = await onedoor.directories.current(townId);
  if ((await countWaiting(onedoor.db.kysely, townId, version)) >= WAITING) return;
  await onedoor.db.write(async (tx) => {
    const now = onedoor.clock();
    await endStale(tx, townId, version);
    for (let waiting = await countWaiting(tx, townId, version); waiting < WAITING; waiting += 1)
      await insertWorld(tx, { townId, worldId: newWorldId(onedoor, "stage") }, { state: "wanted", now });
  });
}

/**
 * A world of a town in which nothing has been asked for: one that waited, or one that is made now. It is its taker's alone.
 */
export async function takeWorld(onedoor: Onedoor, townId: string): Promise<string> {
  const { version: townVersion } = await onedoor.directories.current(townId);
  const ready = await onedoor.db.write((tx) => takeReady(tx, townId, { townVersion, now: onedoor.clock() }));
  if (ready !== undefined) return ready;
  const worldId = newWorldId(onedoor, "stage");
  await onedoor.db.write((tx) =>
    insertWorld(tx, { townId, worldId }, { state: "making", now: onedoor.clock() }),
  );
  await makeWorld(onedoor, { townId, worldId });
  return worldId;
}

/** One pass over every town's worlds: what is over or unused is taken away, and what is wanted is made. */
export async function tendWorlds(onedoor: Onedoor): Promise<number> {
  const { db } = onedoor;
  const ago = (ms: number) => instant(milliseconds(onedoor.clock()) - ms);
  await db.write((tx) => endUnused(tx, { unusedSince: ago(UNUSED_MS), notMadeSince: ago(NOT_MADE_MS) }));
  let tended = 0;
  for (;;) {
    const wanted = await db.write((tx) => claimWanted(tx, onedoor.clock()));
    if (wanted === undefined) break;
    // As the town was before it was copied: what changes meanwhile makes the copy one of an older town.
    const { version: townVersion } = await onedoor.directories.current(wanted.townId);
    await makeWorld(onedoor, wanted);
    await db.write((tx) => markReady(tx, wanted, { townVersion, now: onedoor.clock() }));
    tended += 1;
  }
  for (;;) {
    const over = await nextOver(db.kysely);
    if (over === undefined || !(await takeAway(onedoor, over))) return tended;
    tended += 1;
  }
}

const makeWorld = (onedoor: Onedoor, world: StageWorld): Promise<void> => copyTown(onedoor, world, "stage");

/** False while another process is at it: it is gone, or tried again, in a later pass. */
async function takeAway(onedoor: Onedoor, world: StageWorld): Promise<boolean> {
  const gone = await takeWorldAway(onedoor, world.worldId);
  if (gone) await onedoor.db.write((tx) => forgetWorld(tx, world));
  return gone;
}
