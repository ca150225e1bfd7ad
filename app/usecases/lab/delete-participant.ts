import { disownLabWorlds, labWorldsOf } from "~db/queries/lab-worlds";
import { deleteParticipantRow, holdParticipant } from "~db/queries/participants";
import type { Onedoor } from "../context";
import { takeLabWorldAway } from "./worlds";

/** Deletes everything of a participant: their code, all that was recorded of them, and the worlds that they were in. */
export async function deleteParticipant(
  onedoor: Onedoor,
  townId: string,
  participantId: string,
): Promise<boolean> {
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
