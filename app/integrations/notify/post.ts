import type { DeliveryNews } from "~/domain/messages/delivery";
import type { Way, Written } from "~/domain/messages/types";

/** One message by one channel. */
export interface Parcel {
  /** Ours: the same however often it is sent, so that twice can be told. */
  readonly reference: string;
  readonly way: Way;
  readonly written: Written;
}

/**
 * What sends messages out. It never throws for what a provider or a network can do: it says accepted, refused for ever,
 * or try again later. `arrived` is for a post that sees for itself that it did.
 */
export interface Post {
  send(parcel: Parcel): Promise<DeliveryNews>;
}
