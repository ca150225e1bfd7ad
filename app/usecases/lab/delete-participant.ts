import { disownLabWorlds, labWorldsOf } from "~db/queries/lab-worlds";
import { deleteParticipantRow, holdParticipant, participantsToDelete } from "~db/queries/participants";
import type { Onedoor } from "../context";
import { takeLabWorldAway } from "./worlds";

/**
 * Deletes everything of a participant: their code and links, all that was recorded of them, and the worlds that they were in,
 * with whoever they were there. Their study keeps that there was one more. When it is done, nothing of theirs is in the
 * database's files. A world that another process is making is nobody's from here on, and goes in a later pass of the clock.
 * False when there was no such participant.
 */
export async function deleteParticipant(
  onedoor: Onedoor,
  townId: string,
  participantId: string,
): Promise<boolean> {
  const deleted = await deleteRows(onedoor, townId, participantId);
  if (deleted) await onedoor.db.settle();
  return deleted;
}

/** Deletes everything of those whose day has come. Returns how many those were. */
export async function deleteParticipantsDue(onedoor: Onedoor): Promise<number> {
  let deleted = 0;
  for (;;) {
    const due = await participantsToDelete(onedoor.db.kysely, onedoor.clock());
    if (due.length === 0) break;
    for (const { brandId, id } of due) if (await deleteRows(onedoor, brandId, id)) deleted += 1;
  }
  if (deleted > 0) await onedoor.db.settle();
  return deleted;
}

async function deleteRows(onedoor: Onedoor, townId: string, participantId: string): Promise<boolean> {
  const worlds = await onedoor.db.write(async (tx) => {
    const participant = await holdParticipant(tx, townId, participantId);
    if (participant === undefined) return undefined;
    const theirs = await labWorldsOf(tx, townId, participantId);
    await disownLabWorlds(tx, townId, participantId);
    await deleteParticipantRow(tx, townId, participant);
    return theirs;
  });
  for (const world of worlds ?? []) await takeLabWorldAway(onedoor, world);
  return worlds !== undefined;
}
