import type { DeliveryStatus } from "~/domain/messages/delivery";
import type { Channel } from "~/domain/messages/types";
import { listInWords } from "~/domain/shared/in-words";

/** The list of messages on a person's own page. */
export const SENT_WORDS = {
  title: "Messages to you",
  none: "None yet. What we tell you will stand here too.",
  demo: "In this demonstration:",
  see: "see the phone, the inbox and the doormat",
} as const;

/** The front desk's list of what did not arrive. */
export const NOT_ARRIVED = {
  title: (total: number) => (total === 1 ? "A message that did not arrive" : "Messages that did not arrive"),
  first: (shown: number, total: number) => `These are the first ${shown} of ${total}.`,
  told: "I have told them",
} as const;

/** Who wrote a message, before their name. */
export const FROM = "From";

/** A channel as a noun. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  text: "text",
  email: "email",
  letter: "letter",
};

const AN: Readonly<Record<Channel, string>> = { text: "a text", email: "an email", letter: "a letter" };

/** What became of a message by a channel, for the person that it is for. */
export const DELIVERY_WORDS: Readonly<Record<DeliveryStatus, string>> = {
  sending: "On its way",
  waiting: "Not through yet: we will try again",
  sent: "Sent",
  delivered: "Arrived",
  failed: "Did not arrive",
};

/** "By text: did not arrive. By email: arrived." Empty for what is only on our own pages. */
export const howItWent = (
  deliveries: readonly { readonly channel: Channel; readonly status: DeliveryStatus }[],
): string =>
  deliveries
    .map(({ channel, status }) => {
      const words = DELIVERY_WORDS[status];
      return `By ${CHANNEL_WORDS[channel]}: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`;
    })
    .join(" ");

/** What did not arrive, as the front desk reads it. */
export function notArrivedWords({
  failed,
  sentBy,
  underWay,
}: {
  readonly failed: readonly Channel[];
  readonly sentBy: Channel | null;
  readonly underWay: boolean;
}): string {
  if (failed.length === 0) return "They gave no way to write to them.";
  const lost = listInWords(
    failed.map((channel) => AN[channel]),
    "and",
  );
  const after = sentBy
    ? `We sent ${AN[sentBy]} after it.`
    : underWay
      ? "We are trying another way."
      : "There is no other way to write to them.";
  return `We sent ${lost}, and as far as we know it did not arrive. ${after}`;
}

/** What the front desk does about it. */
export function whatToDo({
  sentBy,
  noCalls,
  phone,
  askFor,
}: {
  readonly sentBy: Channel | null;
  readonly noCalls: boolean;
  readonly phone: string | null;
  readonly askFor: string | null;
}): string {
  const whom = askFor ?? "them";
  if (phone === null) return `There is no number to ring. Find another way to tell ${whom}.`;
  if (noCalls) return `They asked us not to ring. Find another way to tell ${whom}.`;
  return sentBy
    ? `Ring ${whom}, ask if they have read it, and check how to reach them.`
    : `Ring ${whom}, tell them what it says, and check how to reach them.`;
}
