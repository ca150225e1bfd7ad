import type { Expression, ExpressionBuilder } from "kysely";
import type { Instant } from "~/domain/shared/time";
import type { Reader } from "../connect";
import type { Tables } from "../schema";
import { brandsOwnNow } from "./brands";
import { OPEN } from "./open";

/** The first moment of a kind in the brand that a query is at: each is the first entry of an index. */
const FIRST = {
  proposal: ({ selectFrom }) =>
    selectFrom("proposals")
      .select("due_at")
      .whereRef("brand_id", "=", "brands.id")
      .where("due_at", "is not", null)
      .orderBy("due_at")
      .limit(1)
      .$asScalar(),
  deadline: ({ selectFrom }) =>
    selectFrom("parts")
      .select("due_at")
      .whereRef("brand_id", "=", "brands.id")
      .where("status", "=", OPEN)
      .where("due_at", "is not", null)
      .where("owner_kind", "<>", "manager")
      .orderBy("due_at")
      .limit(1)
      .$asScalar(),
  promise: ({ selectFrom }) =>
    selectFrom("parts")
      .select("promise_due_at")
      .whereRef("brand_id", "=", "brands.id")
      .where("status", "=", OPEN)
      .where("promise_due_at", "is not", null)
      .orderBy("promise_due_at")
      .limit(1)
      .$asScalar(),
  message: ({ selectFrom }) =>
    selectFrom("messages")
      .select("next_attempt_at")
      .whereRef("brand_id", "=", "brands.id")
      .where("next_attempt_at", "is not", null)
      .where("status", "in", ["queued", "sending", "sent"])
      .orderBy("next_attempt_at")
      .limit(1)
      .$asScalar(),
  hold: ({ selectFrom }) =>
    selectFrom("slots")
      .select("held_until")
      .whereRef("brand_id", "=", "brands.id")
      .where("held_until", "is not", null)
      .orderBy("held_until")
      .limit(1)
      .$asScalar(),
  take: ({ selectFrom }) =>
    selectFrom("desk_takes")
      .select("until")
      .whereRef("brand_id", "=", "brands.id")
      .orderBy("until")
      .limit(1)
      .$asScalar(),
} satisfies Record<string, (of: ExpressionBuilder<Tables, "brands">) => Expression<string | null>>;

/** What comes due in a brand at a moment that is written down. */
export type DueKind = keyof typeof FIRST;

/**
 * The brands in which the first of something has come, by their own now; in no order. One look at all of them, for most have
 * nothing to do most of the time, and asking each by itself takes a hundred times as long.
 */
export async function brandsWithDue(
  reader: Reader,
  realNow: Instant,
  ...kinds: readonly DueKind[]
): Promise<ReadonlySet<string>> {
  const due = new Set<string>();
  for (const kind of kinds) {
    const rows = await reader
      .selectFrom("brands")
      .select((of) => ["brands.id", "clock_offset_ms", FIRST[kind](of).as("first")])
      .where("made_by", "is", null)
      .execute();
    for (const { id, clock_offset_ms, first } of rows)
      if (first !== null && first <= brandsOwnNow(realNow, clock_offset_ms)) due.add(id);
  }
  return due;
}

/** The brands in which an earlier time is offered to somebody who has not answered; in no order. */
export async function brandsWithEarlierOffers(reader: Reader): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom("earlier_offers")
    .select("brand_id")
    .distinct()
    .where("answer", "=", OPEN)
    .execute();
  return new Set(rows.map(({ brand_id }) => brand_id));
}

/** The brands with entries of the audit that are in no chain yet, in the order of their ids. */
export async function brandsToSeal(reader: Reader): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom("brands")
    .select("id")
    .where("made_by", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("audit")
          .select("seq")
          .whereRef("audit.brand_id", "=", "brands.id")
          .where("position", "is", null),
      ),
    )
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
