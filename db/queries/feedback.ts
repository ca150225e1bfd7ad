import { FEEDBACK_SCORES, type Feedback, type FeedbackScore } from "~/domain/fulfilment/feedback";
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

export type FeedbackCounts = Readonly<Record<FeedbackScore, number>>;

/** How often each answer was given of each partner's care, by the partner's id. Who gave it is not in it. */
export async function feedbackCounts(
  reader: Reader,
  brandId: string,
): Promise<ReadonlyMap<string, FeedbackCounts>> {
  const rows = await reader
    .selectFrom("feedback")
    .select(["organisation_id", "score", ({ fn }) => fn.countAll<number>().as("many")])
    .where("brand_id", "=", brandId)
    .where("organisation_id", "is not", null)
    .groupBy(["organisation_id", "score"])
    .execute();
  const counts = new Map<string, Record<FeedbackScore, number>>();
  for (const { organisation_id, score, many } of rows) {
    const of = counts.get(organisation_id ?? "") ?? noneYet();
    of[score as FeedbackScore] = Number(many);
    counts.set(organisation_id ?? "", of);
  }
  return counts;
}

const noneYet = () =>
  Object.fromEntries(FEEDBACK_SCORES.map((score) => [score, 0])) as Record<FeedbackScore, number>;
