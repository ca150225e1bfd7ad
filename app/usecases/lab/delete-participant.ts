import { instant, milliseconds } from "~/domain/shared/time";
import { deleteProblemsOnlyOf, deleteTitlesFrom } from "~db/queries/lab-problems";
import { areDisownedLabWorlds, disownLabWorlds, labWorldsOf } from "~db/queries/lab-worlds";
import { deleteParticipantRow, holdParticipant, participantsToDelete } from "~db/queries/participants";
import { claimTracesLeft, deleteTracesLeft, insertTracesLeft, readTracesLeft } from "~db/queries/traces-left";
import type { Onedoor } from "../context";
import { takeLabWorldAway } from "./worlds";

/**
 * What became of it: there was no such participant; nothing of theirs is in the database's files; or nothing can be read
 * any more, and the files are wiped by the clock.
 */
export type Deleted = "unknown" | "wiped" | "deleted";

/** Who noted that traces are left sees to them itself, within less; then it has died. */
const TRIED_MS = 60_000;
/** To take a world away takes about a second, and to make one a few. */
const AT_IT_MS = 5_000;
const LOOKS_AGAIN_MS = 100;

/**
 * Deletes everything of a participant: their code and links, all that was recorded of them, and the worlds that they were in,
 * with whoever they were there. A problem that was seen with nobody else goes too: its words are of them, and may be theirs. One that
 * others show as well stays, and loses its title if that was written from a moment of theirs.
 * Their study keeps that there was one more. A world that another process is making is nobody's from here on, and goes in a
 * later pass of the clock.
 */
export async function deleteParticipant(
  onedoor: Onedoor,
  townId: string,
  participantId: string,
): Promise<Deleted> {
  if (!(await deleteRows(onedoor, townId, participantId))) return "unknown";
  return (await wipeTraces(onedoor)) ? "wiped" : "deleted";
}

/** Deletes everything of those whose day has come, and wipes what a process that died has left. Returns how many those were. */
export async function deleteParticipantsDue(onedoor: Onedoor): Promise<number> {
  let deleted = 0;
  for (;;) {
    const due = await participantsToDelete(onedoor.db.kysely, onedoor.clock());
    if (due.length === 0) break;
    for (const { brandId, id } of due) if (await deleteRows(onedoor, brandId, id)) deleted += 1;
  }
  if (deleted > 0 || (await isLeft(onedoor))) await wipeTraces(onedoor);
  return deleted;
}

async function deleteRows(onedoor: Onedoor, townId: string, participantId: string): Promise<boolean> {
  const worlds = await onedoor.db.write(async (tx) => {
    const participant = await holdParticipant(tx, townId, participantId);
    if (participant === undefined) return undefined;
    const theirs = await labWorldsOf(tx, townId, participantId);
    await disownLabWorlds(tx, townId, participantId);
    await deleteProblemsOnlyOf(tx, townId, participant);
    await deleteTitlesFrom(tx, townId, participant);
    await deleteParticipantRow(tx, townId, participant);
    await insertTracesLeft(tx, onedoor.newId(), onedoor.clock());
    return theirs;
  });
  onedoor.labRecords.forget(townId, participantId);
  for (const world of worlds ?? []) await takeAway(onedoor, world);
  return worlds !== undefined;
}

/** Takes a world away, or waits for whoever is at it: the clock, which finds it too, or who was making it. */
async function takeAway(onedoor: Onedoor, world: Parameters<typeof takeLabWorldAway>[1]): Promise<void> {
  const began = performance.now();
  while (!(await takeLabWorldAway(onedoor, world)) && performance.now() - began < AT_IT_MS)
    await new Promise((done) => setTimeout(done, LOOKS_AGAIN_MS));
}

/**
 * Wipes the traces of whatever was deleted before from the database's files. False when some are to be wiped later, which the
 * clock sees to: files that cannot be written, because they are busy or the disk is full, are no failure of whoever withdraws.
 */
async function wipeTraces({ db, log }: Onedoor): Promise<boolean> {
  const left = await readTracesLeft(db.kysely);
  const isOfAll = !(await areDisownedLabWorlds(db.kysely));
  const settled = await db.settle().catch((error: unknown) => {
    log.warn({ err: error }, "The traces of what was deleted could not be wiped");
    return false;
  });
  if (!settled || !isOfAll) return false;
  await db.write((tx) => deleteTracesLeft(tx, left));
  return true;
}

async function isLeft({ db, clock }: Onedoor): Promise<boolean> {
  if ((await readTracesLeft(db.kysely)).length === 0) return false;
  const now = clock();
  return db.write((tx) => claimTracesLeft(tx, instant(milliseconds(now) - TRIED_MS), now));
}
