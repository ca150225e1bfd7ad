import type { Feedback } from "~/domain/fulfilment/feedback";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";

/** Keeps what was said of a part; false when something was said of it before, which stays. */
export async function insertFeedback(
  tx: Tx,
  brandId: string,
  about: { readonly partId: string; readonly serviceId: string; readonly organisationId: string | null },
  { score, why, named }: Feedback,
  at: Instant,
): Promise<boolean> {
  const row = await tx
    .insertInto("feedback")
    .values({
      brand_id: brandId,
      part_id: about.partId,
      service_id: about.serviceId,
      organisation_id: about.organisationId,
      score,
      why,
      named: named ? 1 : 0,
      at,
    })
    .onConflict((conflict) => conflict.columns(["brand_id", "part_id"]).doNothing())
    .returning("part_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of these parts something was said of. */
export async function partsWithFeedback(
  reader: Reader,
  brandId: string,
  partIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (partIds.length === 0) return new Set();
  const rows = await reader
    .selectFrom("feedback")
    .select("part_id")
    .where("brand_id", "=", brandId)
    .where("part_id", "in", partIds)
    .execute();
  return new Set(rows.map(({ part_id }) => part_id));
}
