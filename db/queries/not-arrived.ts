import type { MessageTemplate } from "~/domain/fulfilment/messages";
import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import type { Channel } from "~/domain/messages/types";
import type { Instant, PlainDate } from "~/domain/shared/time";
import type { Reader } from "../connect";
import { partnerNamed } from "./messages";

/** A message that did not arrive by some channel, and that the front desk has not told whom it was for yet. */
export interface NotArrived {
  readonly messageId: string;
  readonly template: MessageTemplate;
  readonly reference: string;
  /** The organisation that it was for; null when it was for the patient. */
  readonly partner: string | null;
  readonly person: { readonly name: string; readonly bornOn: PlainDate };
  /** Who asked for another person; null when the person did. */
  readonly askFor: string | null;
  readonly phone: string | null;
  /** They asked us not to ring. */
  readonly noCalls: boolean;
  readonly failed: readonly Channel[];
  /** The way by which it went after all; null while none has taken it. */
  readonly sentBy: Channel | null;
  /** It is on its way by another channel. */
  readonly underWay: boolean;
  readonly failedAt: Instant;
}

const MOST = 50;

/** What did not arrive, the longest ago first: at most 50, and how many there are. */
export async function notArrived(
  reader: Reader,
  brandId: string,
): Promise<{ readonly items: readonly NotArrived[]; readonly total: number }> {
  const open = reader
    .selectFrom("messages")
    .where("messages.brand_id", "=", brandId)
    .where("failed_at", "is not", null)
    .where("told_at", "is", null);
  const rows = await open
    .innerJoin("requests", (join) =>
      join
        .onRef("requests.brand_id", "=", "messages.brand_id")
        .onRef("requests.id", "=", "messages.request_id"),
    )
    .select([
      "messages.id",
      "messages.template",
      "messages.recipient",
      "messages.status",
      "messages.failed_at",
      "requests.reference",
      "requests.person_name",
      "requests.person_born_on",
      "requests.body as detail",
    ])
    .orderBy("messages.failed_at")
    .orderBy("messages.id")
    .limit(MOST)
    .execute();
  if (rows.length === 0) return { items: [], total: 0 };
  const { many } = await open.select(({ fn }) => fn.countAll<number>().as("many")).executeTakeFirstOrThrow();
  const deliveries = await reader
    .selectFrom("deliveries")
    .select(["message_id", "channel", "status"])
    .where("brand_id", "=", brandId)
    .where(
      "message_id",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("position")
    .execute();
  return {
    items: rows.map((row) => {
      const { contact } = JSON.parse(row.detail) as RequestDetail;
      const its = deliveries.filter(({ message_id }) => message_id === row.id);
      const went = its.find(({ status }) => status === "sent" || status === "delivered");
      return {
        messageId: row.id,
        template: row.template as MessageTemplate,
        reference: row.reference,
        partner: partnerNamed(row.recipient) ?? null,
        person: { name: row.person_name, bornOn: row.person_born_on },
        askFor: contact.name,
        phone: contact.phone,
        noCalls: contact.avoid.includes("calls"),
        failed: its.filter(({ status }) => status === "failed").map(({ channel }) => channel as Channel),
        sentBy: went ? (went.channel as Channel) : null,
        underWay: row.status === "queued" || row.status === "sending",
        failedAt: row.failed_at ?? "",
      };
    }),
    total: Number(many),
  };
}
