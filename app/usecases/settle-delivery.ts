import { afterNews, DELIVERY_STEPS, type DeliveryName, type DeliveryNews } from "~/domain/messages/delivery";
import { reachable } from "~/domain/messages/facts";
import { waysToPartner } from "~/domain/messages/light";
import type { Channel, MessageEvent, Way } from "~/domain/messages/types";
import { nextWay, waysToReach } from "~/domain/messages/ways";
import type { Instant } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import {
  deliveriesOf,
  markNotArrived,
  type Outgoing,
  readOutgoing,
  updateDelivery,
  updateMessage,
} from "~db/queries/deliveries";
import { appendEvents } from "~db/queries/events";
import { readLightContact } from "~db/queries/light-links";
import { readRequest } from "~db/queries/requests";
import { auditChanges } from "./audit";

/**
 * Writes down what a provider, or its receipt, said of a delivery, and what follows: another attempt, the next way that
 * the person gave, and the front desk's list once something did not arrive. `attempt` is the one that the news is of, null
 * for a receipt: what a process says of an attempt that another has taken over counts only if the message went. False
 * when the delivery is not known, or the news changes nothing.
 */
export async function settleDelivery(
  tx: Tx,
  { brandId, messageId, channel }: DeliveryName,
  {
    news,
    attempt,
    now,
  }: { readonly news: DeliveryNews; readonly attempt: number | null; readonly now: Instant },
): Promise<boolean> {
  const deliveries = await deliveriesOf(tx, brandId, messageId);
  const delivery = deliveries.find((each) => each.channel === channel);
  const message = delivery && (await readOutgoing(tx, brandId, messageId));
  if (!delivery || !message) return false;
  const providerId = "providerId" in news ? news.providerId : delivery.providerId;
  const why = "why" in news ? news.why : null;
  if (attempt !== null && attempt !== delivery.attempts && why !== null) return false;
  const { status, nextAttemptAt } = afterNews(news, delivery, now);
  if (!DELIVERY_STEPS[delivery.status].includes(status)) return false;

  const { attempts } = delivery;
  await updateDelivery(tx, brandId, delivery, { status, attempts, providerId, why, at: now });
  const about = { messageId, template: message.template };
  switch (status) {
    case "waiting":
      await updateMessage(tx, brandId, messageId, { status: "queued", nextAttemptAt });
      return true;
    case "sent":
    case "delivered": {
      await updateMessage(tx, brandId, messageId, { status, nextAttemptAt });
      // A receipt that follows tells nobody anything new.
      if (delivery.status !== "sent")
        await tell(tx, brandId, message, { type: "message-sent", ...about, channel }, now);
      return true;
    }
    case "failed": {
      const next = await nextChannel(
        tx,
        brandId,
        message,
        deliveries.map((each) => each.channel),
      );
      await updateMessage(tx, brandId, messageId, {
        status: next === null ? "failed" : "queued",
        nextAttemptAt: next === null ? null : now,
      });
      await markNotArrived(tx, brandId, messageId, now);
      await tell(tx, brandId, message, { type: "message-failed", ...about, channel, next }, now);
      return true;
    }
    default:
      return status satisfies never;
  }
}

/** A message to somebody who gave no way to write to them: the front desk hears of it at once. */
export async function nothingToSendBy(
  tx: Tx,
  brandId: string,
  message: Outgoing,
  now: Instant,
): Promise<void> {
  await updateMessage(tx, brandId, message.id, { status: "failed", nextAttemptAt: null });
  await markNotArrived(tx, brandId, message.id, now);
  const { id: messageId, template } = message;
  await tell(
    tx,
    brandId,
    message,
    { type: "message-failed", messageId, template, channel: null, next: null },
    now,
  );
}

async function nextChannel(
  tx: Tx,
  brandId: string,
  message: Outgoing,
  tried: readonly Channel[],
): Promise<Channel | null> {
  return nextWay(await waysOf(tx, brandId, message), tried)?.channel ?? null;
}

async function waysOf(tx: Tx, brandId: string, { to, reference }: Outgoing): Promise<readonly Way[]> {
  if (to.kind === "partner") {
    const contact = await readLightContact(tx, brandId, to.organisationId);
    return contact === null ? [] : waysToPartner(contact);
  }
  const stored = await readRequest(tx, brandId, reference);
  return stored === undefined ? [] : waysToReach(reachable(stored.detail));
}

/** What became of a message is an event of the request: pages that show it are told, and the trail has it. */
async function tell(
  tx: Tx,
  brandId: string,
  { requestId }: Outgoing,
  event: MessageEvent,
  at: Instant,
): Promise<void> {
  const actor = { kind: "clock" } as const;
  const events = await appendEvents(tx, brandId, [{ event, requestId, partId: null }], { at, actor });
  await auditChanges(tx, brandId, [{ actor, requestId, at, events }]);
}
