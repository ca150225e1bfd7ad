import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";

/** A command that was carried out, or refused, under a key; and what its giver was told. */
export interface KeptCommand {
  readonly key: string;
  /** Of who gave it, and all that it said; of a form of links of a lab, its study's id. */
  readonly digest: string;
  /** The request that it is about; null when it came to none. */
  readonly requestId: string | null;
  /** JSON. */
  readonly answer: string;
  readonly at: Instant;
}

export async function readCommand(
  reader: Reader,
  brandId: string,
  key: string,
): Promise<KeptCommand | undefined> {
  const row = await reader
    .selectFrom("commands")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("key", "=", key)
    .executeTakeFirst();
  return (
    row && { key: row.key, digest: row.digest, requestId: row.request_id, answer: row.answer, at: row.at }
  );
}

export async function insertCommand(tx: Tx, brandId: string, command: KeptCommand): Promise<void> {
  await tx
    .insertInto("commands")
    .values({
      brand_id: brandId,
      key: command.key,
      digest: command.digest,
      request_id: command.requestId,
      answer: command.answer,
      at: command.at,
    })
    .execute();
}

/**
 * Forgets the keys given before a moment whose request is over, or that came to none. Those of a lab's forms stay while anybody of
 * their study is there: the links follow from them, and are written once. Returns how many.
 */
export async function forgetCommands(tx: Tx, brandId: string, before: Instant): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("commands")
    .where("brand_id", "=", brandId)
    .where("at", "<", before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("parts")
            .select("parts.id")
            .whereRef("parts.brand_id", "=", "commands.brand_id")
            .whereRef("parts.request_id", "=", "commands.request_id")
            .where("parts.status", "=", "open"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("participants")
            .select("participants.id")
            .whereRef("participants.brand_id", "=", "commands.brand_id")
            .whereRef("participants.study_id", "=", "commands.digest"),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
