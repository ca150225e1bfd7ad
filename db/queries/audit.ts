import type { Selectable } from "kysely";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";

/** Who did or saw something, and what. */
export interface AuditEntry {
  /** The brand's own now. */
  readonly at: Instant;
  /** JSON: the actor. */
  readonly actor: string;
  readonly action: string;
  /** A request's id, or what else it is about. */
  readonly subject: string;
  /** JSON. */
  readonly body: string;
}

export interface AuditRow extends AuditEntry {
  readonly seq: number;
}

/** An entry with its place in the brand's chain. */
export interface SealedRow extends AuditRow {
  readonly position: number;
  readonly hash: string;
}

export async function insertAudit(tx: Tx, brandId: string, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto("audit")
    .values(entries.map((entry) => ({ brand_id: brandId, ...entry, position: null, hash: null })))
    .execute();
}

/** What some actions were about in a brand, each once. Looks at all of its entries: for work that nobody waits for. */
export async function subjectsOf(
  reader: Reader,
  brandId: string,
  actions: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom("audit")
    .select("subject")
    .distinct()
    .where("brand_id", "=", brandId)
    .where("action", "in", actions)
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}

/** The entries of a brand that are in no chain yet, in the order of their numbers, at most `limit`. */
export async function unsealed(reader: Reader, brandId: string, limit: number): Promise<AuditRow[]> {
  const rows = await reader
    .selectFrom("audit")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("position", "is", null)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map(toRow);
}

/** The last link of a brand's chain; undefined before the first. */
export async function chainHead(
  reader: Reader,
  brandId: string,
): Promise<{ readonly position: number; readonly hash: string } | undefined> {
  const row = await reader
    .selectFrom("audit")
    .select(["position", "hash"])
    .where("brand_id", "=", brandId)
    .where("position", "is not", null)
    .orderBy("position", "desc")
    .executeTakeFirst();
  return row && { position: Number(row.position), hash: row.hash ?? "" };
}

/** Puts an entry at the end of the chain. Two that try at once cannot both: a place is one entry's. */
export async function seal(
  tx: Tx,
  brandId: string,
  { seq, position, hash }: { readonly seq: number; readonly position: number; readonly hash: string },
): Promise<void> {
  await tx
    .updateTable("audit")
    .set({ position, hash })
    .where("brand_id", "=", brandId)
    .where("seq", "=", seq)
    .where("position", "is", null)
    .execute();
}

/** The chain of a brand after a position, in its order, at most `limit`. */
export async function chainAfter(
  reader: Reader,
  brandId: string,
  position: number,
  limit: number,
): Promise<SealedRow[]> {
  const rows = await reader
    .selectFrom("audit")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("position", ">", position)
    .orderBy("position")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toRow(row), position: Number(row.position), hash: row.hash ?? "" }));
}

/** Who did and saw what of one subject, oldest first. */
export async function auditOf(reader: Reader, brandId: string, subject: string): Promise<AuditRow[]> {
  const rows = await reader
    .selectFrom("audit")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("subject", "=", subject)
    .orderBy("seq")
    .execute();
  return rows.map(toRow);
}

const toRow = (row: Selectable<Tables["audit"]>): AuditRow => ({
  seq: Number(row.seq),
  at: row.at,
  actor: row.actor,
  action: row.action,
  subject: row.subject,
  body: row.body,
});
