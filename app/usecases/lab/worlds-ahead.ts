import { instant, milliseconds } from "~/domain/shared/time";
import type { Reader, Tx } from "~db/connect";
import {
  hurryLabWorld,
  IN_USE,
  insertLabWorld,
  type LabWorldState,
  labWorldsOf,
} from "~db/queries/lab-worlds";
import { askedWithoutWorld, countLabWorldsAhead } from "~db/queries/lab-worlds-ahead";
import { holdParticipant } from "~db/queries/participants";
import type { Onedoor } from "../context";
import { newWorldId } from "../worlds/copies";

/**
 * The worlds of a study that wait, made, for who was asked first: a day of sessions. Whoever else comes has theirs made from the
 * moment that they open their link.
 */
export const MOST_AHEAD = 20;

/** What could not be made is not tried again before. */
export const TRIED_AGAIN_MS = 5 * 60_000;

/** The clock makes what was wanted longest ago first: this is before all of it. */
export const FIRST_IN_LINE = instant(0);

export interface Whose {
  readonly townId: string;
  readonly participantId: string;
}

/**
 * Asks for worlds until enough of a study wait, or everybody who was asked has one. Called where people look after its sessions,
 * so that a lab that nobody opens makes none. The clock makes them, and nobody waits for it.
 */
export async function keepLabWorldsReady(onedoor: Onedoor, townId: string, studyId: string): Promise<void> {
  if ((await missing(onedoor, onedoor.db.kysely, townId, studyId)).length === 0) return;
  await onedoor.db.write((tx) => wantAhead(onedoor, tx, townId, studyId));
}

/** The same, with what else a transaction does: the next is made as one is taken. */
export async function wantAhead(onedoor: Onedoor, tx: Tx, townId: string, studyId: string): Promise<void> {
  for (const participantId of await missing(onedoor, tx, townId, studyId))
    await wantIfNone(onedoor, tx, { townId, participantId });
}

async function missing(
  { clock }: Pick<Onedoor, "clock">,
  reader: Reader,
  townId: string,
  studyId: string,
): Promise<readonly string[]> {
  const room = MOST_AHEAD - (await countLabWorldsAhead(reader, townId, studyId));
  const failedSince = instant(milliseconds(clock()) - TRIED_AGAIN_MS);
  return room <= 0 ? [] : askedWithoutWorld(reader, townId, studyId, { most: room, failedSince });
}

/** Somebody is here: if they have no world, and none is being made, theirs is the next that is made. */
export async function wantWorldNow(onedoor: Onedoor, whose: Whose): Promise<void> {
  if (await hasWorld(onedoor.db.kysely, whose, ["making", "ready", "open"])) return;
  await onedoor.db.write(async (tx) => {
    await wantIfNone(onedoor, tx, whose);
    await hurryLabWorld(tx, whose, FIRST_IN_LINE);
  });
}

const hasWorld = async (
  reader: Reader,
  { townId, participantId }: Whose,
  states: readonly LabWorldState[] = IN_USE,
): Promise<boolean> =>
  (await labWorldsOf(reader, townId, participantId)).some(({ state }) => states.includes(state));

/** Of two who want one for the same person, one finds what the other asked for. */
async function wantIfNone(onedoor: Onedoor, tx: Tx, whose: Whose): Promise<void> {
  const participant = await holdParticipant(tx, whose.townId, whose.participantId);
  if (participant === undefined || participant.state === "over" || (await hasWorld(tx, whose))) return;
  await wantWorld(onedoor, tx, whose);
}

/** A world is wanted for a participant, whose row the caller has to itself. */
export const wantWorld = (onedoor: Onedoor, tx: Tx, whose: Whose): Promise<void> =>
  insertLabWorld(tx, { ...whose, worldId: newWorldId(onedoor, "lab") }, "wanted", onedoor.clock());
