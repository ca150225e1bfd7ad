import { deleteParticipantRow } from "~db/queries/participants";
import type { Onedoor } from "../context";

/** Deletes a participant of a town, with all that was recorded of them. False when they were gone already. */
export const deleteParticipant = ({ db }: Onedoor, townId: string, participantId: string): Promise<boolean> =>
  db.write((tx) => deleteParticipantRow(tx, townId, participantId));
