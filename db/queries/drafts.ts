import type { Expression, ExpressionBuilder, Selectable, SqlBool } from "kysely";
import type { DraftAnswers } from "~/domain/journeys/draft-answers";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";

/** What a person has answered so far, kept for a day under their own cookie. */
export interface Draft {
  readonly id: string;
  readonly serviceId: string;
  readonly accountId: string | null;
  readonly answers: DraftAnswers;
  readonly version: number;
  /** The reference of the request that it became; null while it can still be answered. */
  readonly reference: string | null;
  readonly expiresAt: Instant;
}

/**
 * Who is asking: a browser by its own cookie, and the account that is signed in there. A browser that nobody is signed
 * in at still has its own draft, so that answers outlive a lost session; a signed-in person finds their own from any
 * browser, and never has another's.
 */
export interface Asker {
  readonly visitor: string;
  readonly accountId: string | null;
}

/** A draft of this asker; undefined when it is another's, or is over. */
export async function readDraft(
  reader: Reader,
  brandId: string,
  { visitor, accountId, draftId, now }: Asker & { draftId: string; now: Instant },
): Promise<Draft | undefined> {
  const row = await reader
    .selectFrom("drafts")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", draftId)
    .where(ofAsker({ visitor, accountId }))
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row && toDraft(row);
}

/** The asker's draft for a service that is still being answered, the newest when there are several. */
export async function findOpenDraft(
  reader: Reader,
  brandId: string,
  { visitor, accountId, serviceId, now }: Asker & { serviceId: string; now: Instant },
): Promise<Draft | undefined> {
  const row = await reader
    .selectFrom("drafts")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where(ofAsker({ visitor, accountId }))
    .where("service_id", "=", serviceId)
    .where("reference", "is", null)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  return row && toDraft(row);
}

/** All that the asker is still answering, the newest first. */
export async function openDrafts(
  reader: Reader,
  brandId: string,
  { visitor, accountId, now }: Asker & { now: Instant },
): Promise<Draft[]> {
  const rows = await reader
    .selectFrom("drafts")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where(ofAsker({ visitor, accountId }))
    .where("reference", "is", null)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toDraft);
}

/** The reference and moment of what the asker sent last for a service, when they have begun nothing new since. */
export async function findSent(
  reader: Reader,
  brandId: string,
  { visitor, accountId, serviceId, now }: Asker & { serviceId: string; now: Instant },
): Promise<{ readonly reference: string; readonly submittedAt: Instant } | undefined> {
  const newest = await reader
    .selectFrom("drafts")
    .select(["id", "reference"])
    .where("brand_id", "=", brandId)
    .where("visitor", "=", visitor)
    .where(notAnothers(accountId))
    .where("service_id", "=", serviceId)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  if (!newest?.reference) return undefined;
  const sent = await reader
    .selectFrom("requests")
    .select(["reference", "submitted_at"])
    .where("brand_id", "=", brandId)
    .where("reference", "=", newest.reference)
    .executeTakeFirst();
  return sent && { reference: sent.reference, submittedAt: sent.submitted_at };
}

export async function insertDraft(
  tx: Reader,
  brandId: string,
  draft: Draft,
  { visitor, now }: { visitor: string; now: Instant },
): Promise<void> {
  await tx
    .insertInto("drafts")
    .values({
      brand_id: brandId,
      id: draft.id,
      visitor,
      account_id: draft.accountId,
      service_id: draft.serviceId,
      answers: JSON.stringify(draft.answers),
      version: draft.version,
      reference: draft.reference,
      created_at: now,
      expires_at: draft.expiresAt,
    })
    .execute();
}

/** Keeps new answers if nobody wrote since `draft` was read. False when somebody did. */
export async function updateAnswers(
  tx: Reader,
  brandId: string,
  draft: Draft,
  answers: DraftAnswers,
  expiresAt: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("drafts")
    .set({ answers: JSON.stringify(answers), version: draft.version + 1, expires_at: expiresAt })
    .where("brand_id", "=", brandId)
    .where("id", "=", draft.id)
    .where("version", "=", draft.version)
    .where("reference", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ties a draft to the person who has signed in since. */
export async function claimDraft(
  reader: Reader,
  brandId: string,
  draftId: string,
  accountId: string,
): Promise<void> {
  await reader
    .updateTable("drafts")
    .set({ account_id: accountId })
    .where("brand_id", "=", brandId)
    .where("id", "=", draftId)
    .execute();
}

/** Makes a draft the request that it became, once: its answers are kept with the request alone. False when it was one. */
export async function closeDraft(
  tx: Tx,
  brandId: string,
  draft: Draft,
  { reference, accountId }: { reference: string; accountId: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("drafts")
    .set({ reference, account_id: accountId, answers: "{}", version: draft.version + 1 })
    .where("brand_id", "=", brandId)
    .where("id", "=", draft.id)
    .where("version", "=", draft.version)
    .where("reference", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Throws away what the asker has not sent. False when there is nothing of theirs to throw away. */
export async function deleteDraft(
  tx: Tx,
  brandId: string,
  { visitor, accountId, draftId }: Asker & { draftId: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("drafts")
    .where("brand_id", "=", brandId)
    .where("id", "=", draftId)
    .where(ofAsker({ visitor, accountId }))
    .where("reference", "is", null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Whether this browser began anything, or asked for anything, as somebody other than this account. */
export async function holdsAnothers(
  reader: Reader,
  brandId: string,
  { visitor, accountId }: { visitor: string; accountId: string },
): Promise<boolean> {
  const row = await reader
    .selectFrom("drafts")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("visitor", "=", visitor)
    .where("account_id", "is not", null)
    .where("account_id", "!=", accountId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The asker's own rows: this browser's that are nobody's, and the account's from any browser. */
const ofAsker =
  ({ visitor, accountId }: Asker) =>
  (where: ExpressionBuilder<Tables, "drafts">): Expression<SqlBool> =>
    accountId === null
      ? where("visitor", "=", visitor)
      : where.or([
          where.and([where("visitor", "=", visitor), where("account_id", "is", null)]),
          where("account_id", "=", accountId),
        ]);

/** Rows that are not another account's; every row when nobody is signed in. */
export const notAnothers =
  (accountId: string | null) =>
  (where: ExpressionBuilder<Tables, "drafts">): Expression<SqlBool> =>
    accountId === null
      ? where.lit(true)
      : where.or([where("account_id", "is", null), where("account_id", "=", accountId)]);

/** Forgets drafts that nobody finished, at most `limit` of them. Returns how many. */
export async function deleteExpiredDrafts(tx: Tx, now: Instant, limit: number): Promise<number> {
  const expired = await tx
    .selectFrom("drafts")
    .select(["brand_id", "id"])
    .where("expires_at", "<=", now)
    .limit(limit)
    .execute();
  for (const { brand_id, id } of expired) {
    await tx.deleteFrom("drafts").where("brand_id", "=", brand_id).where("id", "=", id).execute();
  }
  return expired.length;
}

const toDraft = (row: Selectable<Tables["drafts"]>): Draft => ({
  id: row.id,
  serviceId: row.service_id,
  accountId: row.account_id,
  answers: JSON.parse(row.answers) as DraftAnswers,
  version: row.version,
  reference: row.reference,
  expiresAt: row.expires_at,
});
