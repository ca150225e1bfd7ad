import type { Selectable } from "kysely";
import type { Tx } from "../connect";
import type { Tables } from "../schema";
import { triesOf } from "./deliveries";
import { putInto } from "./renamed-rows";

/** Copies messages and their tries. What was still to be sent counts as sent. */
export async function copyMessages(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
  messages: readonly Selectable<Tables["messages"]>[],
  {
    given,
    seqOf,
  }: { readonly given: ReadonlyMap<string, string>; readonly seqOf: ReadonlyMap<number, number> },
): Promise<void> {
  if (messages.length === 0) return;
  const deliveries = await triesOf(tx, from, messages);
  const lastOf = new Map(deliveries.map((delivery) => [delivery.message_id, delivery]));
  const put = putInto(tx, to, given);
  const ledInto = leadingInto(to, given);
  const onItsWay = new Set(messages.filter(({ status }) => ON_ITS_WAY.has(status)).map(({ id }) => id));
  await put(
    "messages",
    messages.map((message) => ({
      ...message,
      ...(onItsWay.has(message.id)
        ? { status: lastOf.has(message.id) ? "delivered" : "kept-in-app", next_attempt_at: null }
        : {}),
      event_seq: message.event_seq === null ? null : (seqOf.get(Number(message.event_seq)) ?? null),
    })),
    ["body"],
  );
  await put(
    "deliveries",
    deliveries.map((delivery) => ({
      ...delivery,
      body: ledInto(delivery.body),
      provider_id: null,
      ...(onItsWay.has(delivery.message_id) && lastOf.get(delivery.message_id) === delivery
        ? { status: "delivered" }
        : {}),
    })),
    ["body"],
  );
}

/** Where a request is tracked, whatever the host and the brand: by name, or at bare addresses. */
const TRACKING = /(https?:\/\/[^/\s"\\]+)(?:\/b\/[a-z0-9-]+)?\/requests\/([A-Z0-9-]+)/g;

/**
 * What was sent led to the other brand's pages of a request; in a copy it leads to the copy's, which stand under its name,
 * on any host.
 */
const leadingInto =
  (brandId: string, given: ReadonlyMap<string, string>) =>
  (body: string): string =>
    body.replaceAll(TRACKING, (address: string, host: string, reference: string) =>
      given.has(reference) ? `${host}/b/${brandId}/requests/${reference}` : address,
    );

/** What is queued, is with a process, or is waited for; a copy has neither anything to send nor a receipt to come. */
const ON_ITS_WAY: ReadonlySet<string> = new Set(["queued", "sending", "sent"]);
