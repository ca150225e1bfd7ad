import type { Box } from "../boxes/types";
import type { PatientTemplate } from "../fulfilment/messages";
import type { Instant } from "../shared/time";

/** The ways that a message can leave by, in the order in which they are tried. */
export const CHANNELS = ["text", "email", "letter"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Where a message goes by one channel: a number, an address of email, or the lines of a postal address. */
export type Way =
  | { readonly channel: "text" | "email"; readonly to: string }
  | { readonly channel: "letter"; readonly to: readonly string[] };

/** What a message may speak of. How much of it a channel says is for the words of that channel. */
export interface MessageFacts {
  readonly template: PatientTemplate;
  readonly reference: string;
  /** Other requests of the same person that it is about too. */
  readonly also: readonly string[];
  /** By when somebody must act, when the message says so. */
  readonly by: Instant | null;
  readonly now: Instant;
  /** Who is written to. */
  readonly name: string;
  readonly brand: {
    readonly name: string;
    readonly desk: { readonly name: string; readonly phone: string; readonly hours: string };
  };
  /** What was asked for, by name. */
  readonly services: readonly string[];
  /** One of the services is nobody else's business (`Service.sensitive`). */
  readonly sensitive: boolean;
  /** Whose boxes it is about: none while no partner has it. */
  readonly boxes: readonly Box[];
  /** The address of the tracking page. */
  readonly link: string;
}

/** A message in the words of one channel, as it left or will leave. */
export interface Written {
  /** Who it says that it is from: the sender of a text or an email, the head of a letter. */
  readonly from: string;
  /** The subject of an email, the heading of a letter; a text has none. */
  readonly subject: string | null;
  readonly paragraphs: readonly string[];
  /** The box in which it is drawn, where the channel may show it. */
  readonly box: Box | null;
}

/** What became of a message to a patient. The desk's own word ends what did not arrive. */
export type MessageEvent =
  | {
      readonly type: "message-sent";
      readonly messageId: string;
      readonly template: string;
      readonly channel: Channel;
    }
  | {
      readonly type: "message-failed";
      readonly messageId: string;
      readonly template: string;
      /** Null when there was no way to send it by. */
      readonly channel: Channel | null;
      /** What is tried next; null when no way is left. */
      readonly next: Channel | null;
    }
  | { readonly type: "message-told"; readonly messageId: string; readonly template: string };

/** What happens to messages changes nothing of the request that they are about. */
export const MESSAGE_EVENTS = [
  "message-sent",
  "message-failed",
  "message-told",
] as const satisfies readonly MessageEvent["type"][];
