import type { Instant } from "~/domain/shared/time";
import type { Reader } from "../connect";

/** Whether a request came from this browser: its draft lasts as long as the browser's own cookie does. */
export async function isAskedBy(
  reader: Reader,
  brandId: string,
  { visitor, reference, now }: { visitor: string; reference: string; now: Instant },
): Promise<boolean> {
  const row = await reader
    .selectFrom("drafts")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("visitor", "=", visitor)
    .where("reference", "=", reference)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row !== undefined;
}
