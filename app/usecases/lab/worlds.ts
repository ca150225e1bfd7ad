import { instant, milliseconds } from "~/domain/shared/time";
import type { Study } from "~/domain/usability/study";
import type { Tx } from "~db/connect";
import {
  claimLabWorld,
  endLabWorlds,
  endUnusedLabWorlds,
  forgetLabWorld,
  insertLabWorld,
  type LabWorld,
  labWorldsOf,
  markLabWorldReady,
  nextLabWorldOver,
  openLabWorld,
  participantsWithoutWorld,
  takeLabWorld,
} from "~db/queries/lab-worlds";
import { holdParticipant, readParticipant } from "~db/queries/participants";
import { readStudyVersion } from "~db/queries/studies";
import type { Onedoor } from "../context";
import { newWorldId, takeWorldAway } from "../worlds/copies";
import { makeWorld } from "./make-world";

const HOUR_MS = 3_600_000;
/** Its clock stands meanwhile: a world that waited for longer would have another day than the room. */
const WAITS_MS = 12 * HOUR_MS;
/** A session is an hour; who has left theirs for a day is given another world when they come back. */
const UNUSED_MS = 24 * HOUR_MS;
const NOT_MADE_MS = 5 * 60_000;
/** What was thrown away is still found for so long, to lead whoever has a page of it open to what comes next. */
const LEADS_ON_MS = 10 * 60_000;

/** One pass over the worlds of all labs: who was asked is given one, what is wanted is made, and what is over goes. */
export async function tendLabWorlds(onedoor: Onedoor): Promise<number> {
  const { db } = onedoor;
  const now = onedoor.clock();
  const ago = (ms: number) => instant(milliseconds(now) - ms);
  await db.write(async (tx) => {
    const since = {
      waitedSince: ago(WAITS_MS),
      unusedSince: ago(UNUSED_MS),
      notMadeSince: ago(NOT_MADE_MS),
    };
    await endUnusedLabWorlds(tx, since, now);
    for (const asked of await participantsWithoutWorld(tx)) await want(onedoor, tx, asked);
  });
  let tended = 0;
  for (;;) {
    const wanted = await db.write((tx) => claimLabWorld(tx, onedoor.clock()));
    if (wanted === undefined) break;
    await make(onedoor, wanted);
    tended += 1;
  }
  for (;;) {
    const over = await nextLabWorldOver(db.kysely, ago(LEADS_ON_MS));
    if (over === undefined || !(await takeLabWorldAway(onedoor, over))) return tended;
    tended += 1;
  }
}

const want = (
  onedoor: Onedoor,
  tx: Tx,
  { townId, participantId }: Pick<LabWorld, "townId" | "participantId">,
): Promise<void> =>
  insertLabWorld(
    tx,
    { townId, participantId, worldId: newWorldId(onedoor, "lab") },
    "wanted",
    onedoor.clock(),
  );

/** Makes a world for its participant, who may have withdrawn meanwhile: it is then over, and goes. */
async function make(onedoor: Onedoor, world: LabWorld): Promise<void> {
  const { kysely } = onedoor.db;
  const { townId, participantId } = world;
  const participant = await readParticipant(kysely, townId, participantId);
  const study =
    participant && (await readStudyVersion(kysely, townId, participant.studyId, participant.version));
  if (participant === undefined || study === undefined) return;
  const standsAt = await makeWorld(onedoor, world, study, participant.variant);
  await onedoor.db.write((tx) => markLabWorldReady(tx, world, standsAt, onedoor.clock()));
}

/**
 * The world that a participant is in: the one that is open, or one that waited, or one that is made now. With `another` the
 * one that they were in is over. Of a moderated session another is made meanwhile, for a facilitator can throw this one away.
 * Null of somebody who withdraws meanwhile.
 */
export async function worldFor(
  onedoor: Onedoor,
  { townId, participantId }: Pick<LabWorld, "townId" | "participantId">,
  { moderated }: Pick<Study, "moderated">,
  { another = false }: { readonly another?: boolean } = {},
): Promise<string | null> {
  const { db } = onedoor;
  if (another) await db.write((tx) => endLabWorlds(tx, townId, participantId, ["open"], onedoor.clock()));
  for (;;) {
    const open = await db.write(async (tx) => {
      // Who writes their row has it to themselves: a button that was pressed twice opens one world.
      if ((await holdParticipant(tx, townId, participantId)) === undefined) return null;
      const there = await openLabWorld(tx, townId, participantId);
      if (there !== undefined) return there;
      const taken = await takeLabWorld(tx, townId, participantId, onedoor.clock());
      if (taken === undefined || !moderated) return taken;
      const theirs = await labWorldsOf(tx, townId, participantId);
      if (!theirs.some(({ state }) => state === "wanted" || state === "making" || state === "ready"))
        await want(onedoor, tx, { townId, participantId });
      return taken;
    });
    if (open !== undefined) return open;
    const world = await db.write(async (tx) => {
      // No row says of whom it was, once everything of theirs is deleted.
      if ((await holdParticipant(tx, townId, participantId)) === undefined) return null;
      const wanted = await claimLabWorld(tx, onedoor.clock(), { townId, participantId });
      if (wanted !== undefined) return wanted;
      const made = { townId, participantId, worldId: newWorldId(onedoor, "lab") };
      await insertLabWorld(tx, made, "making", onedoor.clock());
      return made;
    });
    if (world === null) return null;
    await make(onedoor, world);
  }
}

/** Takes a world that is over away. False while another process is at it. */
export async function takeLabWorldAway(
  onedoor: Onedoor,
  world: Pick<LabWorld, "townId" | "worldId">,
): Promise<boolean> {
  const gone = await takeWorldAway(onedoor, world.worldId);
  if (gone) await onedoor.db.write((tx) => forgetLabWorld(tx, world));
  return gone;
}
