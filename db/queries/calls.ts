import type { CallOutcome } from "~/domain/fulfilment/types";
import type { Reader } from "../connect";

/** How often each part's person was rung since somebody last spoke to them; parts of which nobody was are left out. */
export async function unansweredCalls(
  reader: Reader,
  brandId: string,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (requestIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom("events")
    .select(["part_id", "body"])
    .where("brand_id", "=", brandId)
    .where("request_id", "in", requestIds)
    .where("type", "=", "call-made")
    .orderBy("seq")
    .execute();
  const rang = new Map<string, number>();
  for (const { part_id, body } of rows) {
    if (part_id === null) continue;
    const { outcome } = JSON.parse(body) as { readonly outcome: CallOutcome };
    rang.set(part_id, outcome === "spoke" ? 0 : (rang.get(part_id) ?? 0) + 1);
  }
  return new Map([...rang].filter(([, many]) => many > 0));
}
