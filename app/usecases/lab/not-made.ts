import { z } from "zod";
import { toJson } from "~/domain/shared/json";
import type { Reader } from "~db/connect";
import { auditOf, insertAudit } from "~db/queries/audit";
import { countWorldsNotMade, endLabWorlds, type LabWorld, setLabWorldState } from "~db/queries/lab-worlds";
import type { Participant } from "~db/queries/participants";
import type { Onedoor } from "../context";

const ACTION = "study-not-begun";
const Noted = z.object({ variant: z.string(), why: z.string() });

/** What the database, a file or a line failed with has a code. It says nothing of the study, and another time it may go well. */
export const isOfTheServer = (error: unknown): boolean => error instanceof Error && "code" in error;

/** A world could not be made: its study cannot begin in its town as things are. */
export class WorldNotMade extends Error {}

/**
 * Puts on record that a world could not be made, and why, in words that name nobody: once for each reason in a row, however
 * often it is tried. Gives the error to throw.
 */
export async function noteNotMade(
  { db, clock }: Pick<Onedoor, "db" | "clock">,
  { townId, worldId }: LabWorld,
  { id, studyId, variant }: Pick<Participant, "id" | "studyId" | "variant">,
  error: unknown,
): Promise<WorldNotMade> {
  const said = error instanceof Error ? error.message : String(error);
  const why = said.replaceAll(worldId, "the town").replaceAll(id, "somebody").slice(0, 500);
  await db.write(async (tx) => {
    const at = clock();
    await endLabWorlds(tx, townId, id, ["failed"], at);
    await setLabWorldState(tx, townId, worldId, "failed", at);
    const body = toJson({ variant, why } satisfies z.infer<typeof Noted>);
    const last = (await auditOf(tx, townId, studyId)).at(-1);
    if (last?.action === ACTION && last.body === body) return;
    const actor = toJson({ kind: "system" });
    await insertAudit(tx, townId, [{ at, actor, action: ACTION, subject: studyId, body }]);
  });
  return new WorldNotMade(why);
}

/** How many people of a study cannot begin because their world could not be made, and why; null when nobody is so. */
export async function notMade(
  reader: Reader,
  townId: string,
  studyId: string,
): Promise<{ readonly people: number; readonly variant: string; readonly why: string } | null> {
  const people = await countWorldsNotMade(reader, townId, studyId);
  if (people === 0) return null;
  const noted = (await auditOf(reader, townId, studyId)).findLast(({ action }) => action === ACTION);
  return {
    people,
    ...(noted === undefined ? { variant: "", why: "" } : Noted.parse(JSON.parse(noted.body))),
  };
}
