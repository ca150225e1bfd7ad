import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import type { Part } from "~/domain/fulfilment/types";
import { DESK_OWNERS } from "~/domain/fulfilment/with-desk";
import type { Instant, PlainDate } from "~/domain/shared/time";
import type { Reader } from "../connect";
import { toPart } from "./fulfilment-rows";
import { OPEN } from "./open";

/** A part that a partner or its person has, whose promise is about to break. */
export interface PromiseAtRisk {
  readonly part: Part;
  readonly reference: string;
  readonly person: { readonly name: string; readonly bornOn: PlainDate };
  /** Of whoever asked; null when they gave none, or asked us not to ring. */
  readonly phone: string | null;
}

const MOST = 50;

/**
 * Promises whose warning is due or was given (`promiseDueAt`), while no time is; but for the front desk's own work, which
 * it sees anyway. The soonest first: at most 50, and how many there are.
 */
export async function promisesAtRisk(
  reader: Reader,
  brandId: string,
  now: Instant,
): Promise<{ readonly items: readonly PromiseAtRisk[]; readonly total: number }> {
  const atRisk = reader
    .selectFrom("parts")
    .where("parts.brand_id", "=", brandId)
    .where("parts.status", "=", OPEN)
    .where("parts.waiting", "=", 0)
    .where("parts.owner_kind", "not in", DESK_OWNERS)
    .where("parts.promise_due_at", "is not", null)
    .where(({ eb, or, ref }) =>
      or([eb("parts.promise_due_at", "<=", now), eb("parts.promise_due_at", "=", ref("parts.promise_by"))]),
    );
  const rows = await atRisk
    .innerJoin("requests", (join) =>
      join.onRef("requests.brand_id", "=", "parts.brand_id").onRef("requests.id", "=", "parts.request_id"),
    )
    .selectAll("parts")
    .select([
      "requests.reference",
      "requests.person_name",
      "requests.person_born_on",
      "requests.body as detail",
    ])
    .orderBy("parts.promise_by")
    .orderBy("parts.id")
    .limit(MOST)
    .execute();
  if (rows.length === 0) return { items: [], total: 0 };
  const { many } = await atRisk
    .select(({ fn }) => fn.countAll<number>().as("many"))
    .executeTakeFirstOrThrow();
  return {
    items: rows.map((row) => {
      const { contact } = JSON.parse(row.detail) as RequestDetail;
      return {
        part: toPart(row),
        reference: row.reference,
        person: { name: row.person_name, bornOn: row.person_born_on },
        phone: contact.avoid.includes("calls") ? null : contact.phone,
      };
    }),
    total: Number(many),
  };
}
