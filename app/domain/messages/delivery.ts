import { type Instant, instant, milliseconds } from "../shared/time";
import type { Channel } from "./types";
import { channelNamed } from "./ways";

/**
 * A message by one channel. `sending` is with a process that speaks to the provider now; `waiting` was put off and is
 * tried again; `sent` was taken by the provider; `delivered` arrived, by the provider's own receipt.
 */
export type DeliveryStatus = "sending" | "waiting" | "sent" | "delivered" | "failed";

/** The legal steps. What leads nowhere is an end. A receipt may come before the process has heard its own answer. */
export const DELIVERY_STEPS: Readonly<Record<DeliveryStatus, readonly DeliveryStatus[]>> = {
  sending: ["sending", "waiting", "sent", "delivered", "failed"],
  waiting: ["sending", "sent", "delivered", "failed"],
  sent: ["waiting", "delivered", "failed"],
  delivered: [],
  failed: [],
};

/** What a provider, or its receipt, said of a delivery. */
export type DeliveryNews =
  | { readonly kind: "accepted" | "arrived"; readonly providerId: string }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "later"; readonly why: string };

/** How long to wait after each attempt that came to nothing; after the last, there is no more. */
const PAUSES_MINUTES: readonly number[] = [1, 5, 30, 120, 360];
export const MOST_ATTEMPTS = PAUSES_MINUTES.length + 1;

const MINUTE_MS = 60_000;
/**
 * How long a receipt is waited for. GOV.UK Notify tries a text or an email for three days and then says that it failed;
 * with a day more, what nothing was heard of counts as not arrived. Of letters there are no receipts.
 */
export const RECEIPT_MS = 4 * 24 * 60 * MINUTE_MS;
/** A claim is let go when its process has not said what came of it for so long. No provider is waited for longer. */
export const CLAIM_MS = 2 * MINUTE_MS;

export const claimLapses = (now: Instant): Instant => instant(milliseconds(now) + CLAIM_MS);

export interface DeliveryStep {
  readonly status: Exclude<DeliveryStatus, "sending">;
  /** When to try this channel again, or to give up waiting for its receipt; null when it is over. */
  readonly nextAttemptAt: Instant | null;
}

/** What is made of it when a receipt has been waited for long enough. */
export const NOTHING_HEARD: DeliveryNews = { kind: "refused", why: "no-receipt" };

/** Where news leads a delivery by some channel after so many attempts. */
export function afterNews(
  news: DeliveryNews,
  { channel, attempts }: { readonly channel: Channel; readonly attempts: number },
  now: Instant,
): DeliveryStep {
  switch (news.kind) {
    case "accepted":
      return {
        status: "sent",
        nextAttemptAt: channel === "letter" ? null : instant(milliseconds(now) + RECEIPT_MS),
      };
    case "arrived":
      return { status: "delivered", nextAttemptAt: null };
    case "refused":
      return { status: "failed", nextAttemptAt: null };
    case "later": {
      const pause = PAUSES_MINUTES[attempts - 1];
      return pause === undefined
        ? { status: "failed", nextAttemptAt: null }
        : { status: "waiting", nextAttemptAt: instant(milliseconds(now) + pause * MINUTE_MS) };
    }
    default:
      return news satisfies never;
  }
}

/** A message by one channel, as it is named in every brand at once. */
export interface DeliveryName {
  readonly brandId: string;
  readonly messageId: string;
  readonly channel: Channel;
}

/** The reference that a provider gets with a delivery, the same at each attempt. */
export const referenceOf = ({ brandId, messageId, channel }: DeliveryName): string =>
  `${brandId}.${messageId}.${channel}`;

const REFERENCE = /^([a-z0-9][a-z0-9-]{0,62})\.([\w-]{1,80})\.(text|email|letter)$/;

/** Whose reference it is; undefined when it is none of ours. */
export function deliveryNamed(reference: string): DeliveryName | undefined {
  const [, brandId = "", messageId = "", named = ""] = REFERENCE.exec(reference) ?? [];
  const channel = channelNamed(named);
  return channel && { brandId, messageId, channel };
}
