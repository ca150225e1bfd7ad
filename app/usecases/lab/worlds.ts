import { type Instant, instant, milliseconds } from "~/domain/shared/time";
import { LEFT_MS } from "~/domain/usability/session";
import type { Study } from "~/domain/usability/study";
import {
  AHEAD,
  claimLabWorld,
  endLabWorlds,
  endUnusedLabWorlds,
  forgetLabWorld,
  hurryLabWorld,
  insertLabWorld,
  type LabWorld,
  type LabWorldState,
  labWorldsOf,
  markLabWorldReady,
  nextLabWorldOver,
  openLabWorld,
  takeLabWorld,
} from "~db/queries/lab-worlds";
import { countLabWorldsMaking } from "~db/queries/lab-worlds-ahead";
import { holdParticipant, readParticipant } from "~db/queries/participants";
import { readStudyVersion } from "~db/queries/studies";
import type { Onedoor } from "../context";
import { newWorldId, takeWorldAway } from "../worlds/copies";
import { makeWorld } from "./make-world";
import { isOfTheServer, noteNotMade, WorldNotMade } from "./not-made";
import { FIRST_IN_LINE, TRIED_AGAIN_MS, type Whose, wantAhead, wantWorld } from "./worlds-ahead";

const HOUR_MS = 3_600_000;
/** Its clock stands meanwhile: a world that waited for longer would have another day than the room. */
const WAITS_MS = 12 * HOUR_MS;
const NOT_MADE_MS = 5 * 60_000;
/** So many are made beside each other; one takes about a second of a core. Whoever took longer than this may be gone. */
const MOST_MAKING = 2;
const SLOW_MS = 20_000;
/** What was thrown away is still found for so long, to lead whoever has a page of it open to what comes next. */
const LEADS_ON_MS = 10 * 60_000;

/** One pass over the worlds of all labs: what is wanted is made, and what is over goes. */
export async function tendLabWorlds(onedoor: Onedoor): Promise<number> {
  const { db } = onedoor;
  const now = onedoor.clock();
  const ago = (ms: number) => instant(milliseconds(now) - ms);
  await db.write(async (tx) => {
    const since = {
      waitedSince: ago(WAITS_MS),
      unusedSince: ago(LEFT_MS),
      notMadeSince: ago(NOT_MADE_MS),
    };
    await endUnusedLabWorlds(tx, since, now);
  });
  let tended = 0;
  for (;;) {
    const wanted = await db.write((tx) => claimLabWorld(tx, onedoor.clock()));
    if (wanted === undefined) break;
    // One that cannot be made keeps nobody else waiting: it is on record, and tried again later.
    await make(onedoor, wanted).catch(passOver(onedoor));
    tended += 1;
  }
  for (;;) {
    const over = await nextLabWorldOver(db.kysely, ago(LEADS_ON_MS));
    if (over === undefined || !(await takeLabWorldAway(onedoor, over))) return tended;
    tended += 1;
  }
}

/** Makes a world for its participant, who may have withdrawn meanwhile: it is then over, and goes. */
async function make(onedoor: Onedoor, world: LabWorld): Promise<void> {
  const { kysely } = onedoor.db;
  const { townId, participantId } = world;
  const participant = await readParticipant(kysely, townId, participantId);
  const study =
    participant && (await readStudyVersion(kysely, townId, participant.studyId, participant.version));
  if (participant === undefined || study === undefined) {
    await onedoor.db.write((tx) => endLabWorlds(tx, townId, participantId, ["making"], onedoor.clock()));
    return;
  }
  const standsAt = await makeWorld(onedoor, world, study, participant.variant).catch(async (error) => {
    throw isOfTheServer(error) ? error : await noteNotMade(onedoor, world, participant, error);
  });
  await onedoor.db.write(async (tx) => {
    await endLabWorlds(tx, townId, participantId, ["failed"], onedoor.clock());
    await markLabWorldReady(tx, world, standsAt, onedoor.clock());
  });
}

const passOver =
  ({ log }: Pick<Onedoor, "log">) =>
  (error: unknown): void => {
    if (!(error instanceof WorldNotMade)) throw error;
    log.warn({ why: error.message }, "A world of a lab could not be made");
  };

/**
 * It is theirs; it is being made, and they had better wait for it; it could not be made, lately; or everything of theirs was
 * deleted meanwhile.
 */
export type WorldFor =
  | { readonly kind: "open"; readonly worldId: string }
  | { readonly kind: "being-made" | "not-made" | "gone" };
const BEING_MADE: WorldFor = { kind: "being-made" };
const NOT_MADE: WorldFor = { kind: "not-made" };

/**
 * The world that a participant is in: the one that is open, or one that waited, or one that is made now. Whoever wants another
 * says `insteadOf` which one: if they still are in that, it is over, and the next is made at once if none waits. Otherwise it is `being-made` while somebody else
 * makes theirs, or makes so many that one more would keep everybody waiting: it is then the next. Of a moderated session
 * another is made meanwhile, for a facilitator can throw this one away.
 */
export async function worldFor(
  onedoor: Onedoor,
  { townId, participantId }: Whose,
  { moderated }: Pick<Study, "moderated">,
  { insteadOf }: { readonly insteadOf?: string | null } = {},
): Promise<WorldFor> {
  const { db } = onedoor;
  const whose = { townId, participantId };
  const another = insteadOf !== undefined && (await throwAway(onedoor, whose, insteadOf));
  for (;;) {
    const found = await db.write<WorldFor | LabWorld>(async (tx) => {
      // Who writes their row has it to themselves: a button that was pressed twice opens one world. And no row says of whom a
      // world was, once everything of theirs is deleted.
      const participant = await holdParticipant(tx, townId, participantId);
      if (participant === undefined) return { kind: "gone" };
      const there = await openLabWorld(tx, townId, participantId);
      if (there !== undefined) return { kind: "open", worldId: there };
      const taken = await takeLabWorld(tx, townId, participantId, onedoor.clock());
      const theirs = await labWorldsOf(tx, townId, participantId);
      const waits = (...states: readonly LabWorldState[]) =>
        theirs.some(({ state }) => states.includes(state));
      if (taken !== undefined) {
        if (moderated && !waits(...AHEAD)) await wantWorld(onedoor, tx, whose);
        await wantAhead(onedoor, tx, townId, participant.studyId);
        return { kind: "open", worldId: taken };
      }
      const ago = (ms: number) => instant(milliseconds(onedoor.clock()) - ms);
      const since = ago(SLOW_MS);
      if (!another) {
        const lately = (which: LabWorldState, from: Instant) =>
          theirs.some(({ state, usedAt }) => state === which && usedAt >= from);
        if (lately("making", since)) return BEING_MADE;
        // A press of a button makes no whole world again that would fail again.
        if (lately("failed", ago(TRIED_AGAIN_MS))) return NOT_MADE;
        if ((await countLabWorldsMaking(tx, since)) >= MOST_MAKING) {
          if (!waits("wanted")) await wantWorld(onedoor, tx, whose);
          await hurryLabWorld(tx, whose, FIRST_IN_LINE);
          return BEING_MADE;
        }
      }
      const wanted = await claimLabWorld(tx, onedoor.clock(), whose);
      if (wanted !== undefined) return wanted;
      const made = { townId, participantId, worldId: newWorldId(onedoor, "lab") };
      await insertLabWorld(tx, made, "making", onedoor.clock());
      return made;
    });
    if ("kind" in found) return found;
    try {
      await make(onedoor, found);
    } catch (error) {
      passOver(onedoor)(error);
      return NOT_MADE;
    }
  }
}

/** The world that a participant is in, or none, is over. False when they are in another meanwhile: somebody else has thrown it away. */
const throwAway = (
  { db, clock }: Onedoor,
  { townId, participantId }: Whose,
  worldId: string | null,
): Promise<boolean> =>
  db.write(async (tx) => {
    if ((await holdParticipant(tx, townId, participantId)) === undefined) return false;
    if ((await openLabWorld(tx, townId, participantId)) !== (worldId ?? undefined)) return false;
    await endLabWorlds(tx, townId, participantId, ["open"], clock());
    return true;
  });

/** Whether somebody has no world yet, and one is being made for them. */
export async function isWorldBeingMade({ db }: Onedoor, { townId, participantId }: Whose): Promise<boolean> {
  const states = (await labWorldsOf(db.kysely, townId, participantId)).map(({ state }) => state);
  const has = (...any: readonly LabWorldState[]) => states.some((state) => any.includes(state));
  return has("wanted", "making") && !has("ready", "open");
}

/** Whether somebody has no world because it could not be made, and none is tried meanwhile. */
export async function isWorldNotMade({ db }: Onedoor, { townId, participantId }: Whose): Promise<boolean> {
  const states = (await labWorldsOf(db.kysely, townId, participantId)).map(({ state }) => state);
  return states.includes("failed") && states.every((state) => state === "failed" || state === "over");
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
