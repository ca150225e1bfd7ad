import type { Instant } from "~/domain/shared/time";
import type { Reader } from "../connect";
import { type Asker, notAnothers } from "./drafts";

/** Whether a request came from this browser, and from nobody else signed in there: its draft lasts as long as the browser's own cookie does. */
export async function isAskedBy(
  reader: Reader,
  brandId: string,
  { visitor, accountId, reference, now }: Asker & { reference: string; now: Instant },
): Promise<boolean> {
  const row = await reader
    .selectFrom("drafts")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("visitor", "=", visitor)
    .where(notAnothers(accountId))
    .where("reference", "=", reference)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row !== undefined;
}
