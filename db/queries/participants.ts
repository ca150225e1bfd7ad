import type { Selectable } from "kysely";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";
import { forgetWaysTo } from "./sessions";

export type ParticipantState = "asked" | "taking-part" | "over";

/** Somebody who takes part in a study, or was asked to. There is no name. */
export interface Participant {
  /** Their code, of this brand alone: what everybody calls them by. */
  readonly id: string;
  readonly studyId: string;
  readonly version: number;
  /** From 0, in the order in which they were asked. */
  readonly place: number;
  readonly variant: string;
  readonly state: ParticipantState;
  readonly madeAt: Instant;
  /** When everything of theirs is deleted by itself. Real time; null until it is known. */
  readonly deleteAfter: Instant | null;
}

const toParticipant = (row: Selectable<Tables["participants"]>): Participant => ({
  id: row.id,
  studyId: row.study_id,
  version: row.version,
  place: row.place,
  variant: row.variant,
  state: row.state as ParticipantState,
  madeAt: row.made_at,
  deleteAfter: row.delete_after,
});

export async function insertParticipant(
  tx: Tx,
  brandId: string,
  { id, studyId, version, place, variant, state, madeAt, deleteAfter }: Participant,
  linkHash: string,
): Promise<void> {
  await tx
    .insertInto("participants")
    .values({
      brand_id: brandId,
      id,
      study_id: studyId,
      version,
      place,
      variant,
      state,
      link_hash: linkHash,
      withdraw_hash: null,
      holder_hash: null,
      made_at: madeAt,
      delete_after: deleteAfter,
    })
    .execute();
}

export async function readParticipant(
  reader: Reader,
  brandId: string,
  id: string,
): Promise<Participant | undefined> {
  const row = await reader
    .selectFrom("participants")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toParticipant(row);
}

/** Which of some people of a brand's lab there are, and were not deleted. */
export async function participantsThere(
  reader: Reader,
  brandId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .selectFrom("participants")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("id", "in", ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * A participant, whose row is the transaction's own until it ends: of two that do something about them, one does it after the
 * other. Undefined when everything of theirs was deleted.
 */
export async function holdParticipant(tx: Tx, brandId: string, id: string): Promise<Participant | undefined> {
  const row = await tx
    .updateTable("participants")
    .set(({ ref }) => ({ place: ref("place") }))
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirst();
  return row && toParticipant(row);
}

/** Everybody of a study, in the order in which they were asked. */
export async function readParticipants(
  reader: Reader,
  brandId: string,
  studyId: string,
): Promise<Participant[]> {
  const rows = await reader
    .selectFrom("participants")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("study_id", "=", studyId)
    .orderBy("place")
    .execute();
  return rows.map(toParticipant);
}

/** Whether anybody was asked into any study of a brand. */
export async function hasParticipants(reader: Reader, brandId: string): Promise<boolean> {
  const row = await reader
    .selectFrom("participants")
    .select("id")
    .where("brand_id", "=", brandId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who has a secret: a link's, a cookie's, or the code to withdraw by. SHA-256 of it, in hex. */
export async function participantBy(
  reader: Reader,
  brandId: string,
  secret: "link_hash" | "holder_hash" | "withdraw_hash",
  hash: string,
): Promise<Participant | undefined> {
  const row = await reader
    .selectFrom("participants")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where(secret, "=", hash)
    .executeTakeFirst();
  return row && toParticipant(row);
}

/** Everybody of whom everything is to be deleted by now, of all brands; some of them. Real time. */
export async function participantsToDelete(
  reader: Reader,
  now: Instant,
): Promise<readonly { readonly brandId: string; readonly id: string }[]> {
  const rows = await reader
    .selectFrom("participants")
    .select(["brand_id", "id"])
    .where("delete_after", "<=", now)
    .limit(20)
    .execute();
  return rows.map(({ brand_id, id }) => ({ brandId: brand_id, id }));
}

/** Deletes a participant with all that hangs from them. Their study counts that they were. False when they were gone already. */
export async function deleteParticipantRow(
  tx: Tx,
  brandId: string,
  { id, studyId }: Pick<Participant, "id" | "studyId">,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("participants")
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  for (const address of [`/lab/sessions/${id}`, `delete=${id}`]) await forgetWaysTo(tx, brandId, address);
  await tx
    .updateTable("studies")
    .set(({ eb }) => ({ deleted: eb("deleted", "+", 1) }))
    .where("brand_id", "=", brandId)
    .where("id", "=", studyId)
    .execute();
  return true;
}

export async function updateParticipant(
  tx: Tx,
  brandId: string,
  id: string,
  set: {
    readonly state?: ParticipantState;
    readonly holderHash?: string;
    readonly withdrawHash?: string;
    readonly deleteAfter?: Instant;
  },
): Promise<void> {
  await tx
    .updateTable("participants")
    .set({
      ...(set.state === undefined ? {} : { state: set.state }),
      ...(set.holderHash === undefined ? {} : { holder_hash: set.holderHash }),
      ...(set.withdrawHash === undefined ? {} : { withdraw_hash: set.withdrawHash }),
      ...(set.deleteAfter === undefined ? {} : { delete_after: set.deleteAfter }),
    })
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .execute();
}

/** Gives a participant another link: the one that they were given before opens nothing any more. */
export async function writeLink(tx: Tx, brandId: string, id: string, linkHash: string): Promise<void> {
  await tx
    .updateTable("participants")
    .set({ link_hash: linkHash })
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .execute();
}

/** How many of each study of a brand were asked, take part or are over, by study. */
export async function countParticipants(
  reader: Reader,
  brandId: string,
): Promise<ReadonlyMap<string, Readonly<Record<ParticipantState, number>>>> {
  const rows = await reader
    .selectFrom("participants")
    .select(["study_id", "state", ({ fn }) => fn.countAll<number>().as("many")])
    .where("brand_id", "=", brandId)
    .groupBy(["study_id", "state"])
    .execute();
  const counts = new Map<string, Record<ParticipantState, number>>();
  for (const { study_id, state, many } of rows) {
    const of = counts.get(study_id) ?? { asked: 0, "taking-part": 0, over: 0 };
    of[state as ParticipantState] = Number(many);
    counts.set(study_id, of);
  }
  return counts;
}

/** Everybody of a brand, or of one study, who has begun and is not done, in the order in which they were asked, and when the last happened that is recorded of each. */
export async function whoTakesPart(
  reader: Reader,
  brandId: string,
  studyId?: string,
): Promise<(Participant & { readonly lastAt: Instant })[]> {
  const rows = await reader
    .selectFrom("participants")
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom("lab_events")
        .select("lab_events.at")
        .whereRef("lab_events.brand_id", "=", "participants.brand_id")
        .whereRef("lab_events.participant_id", "=", "participants.id")
        .orderBy("lab_events.at", "desc")
        .limit(1)
        .as("last_at"),
    )
    .where("brand_id", "=", brandId)
    .where("state", "=", "taking-part")
    .$if(studyId !== undefined, (query) => query.where("study_id", "=", studyId ?? ""))
    .orderBy("made_at")
    .orderBy("place")
    .execute();
  return rows.map(({ last_at, ...row }) => ({ ...toParticipant(row), lastAt: last_at ?? row.made_at }));
}
