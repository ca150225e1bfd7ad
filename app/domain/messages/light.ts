import type { LightContact } from "../directory/light-contact";
import type { LightAsk } from "../fulfilment/light-ask";
import type { WorkTemplate } from "../fulfilment/messages";
import type { Instant } from "../shared/time";
import type { MessageFacts, Way, Written } from "./types";
import { mobileNumber } from "./ways";

/** What a message to a partner without a system may speak of: nothing of the person, nor of what was asked for. */
export interface LightFacts extends Pick<MessageFacts, "reference" | "now" | "brand"> {
  readonly template: WorkTemplate;
  /** What its link asks for, and until when; null when there is nothing to do, and so no link. */
  readonly asked: { readonly ask: LightAsk; readonly until: Instant } | null;
}

/** Stands where the link will, in what is kept of a message: the link itself is in what is sent, and nowhere else. */
export const LINK_HERE = "https://link.invalid/";

/** A message as it leaves, with its link. */
export const withLink = (written: Written, link: string): Written => ({
  ...written,
  paragraphs: written.paragraphs.map((paragraph) => paragraph.replace(LINK_HERE, link)),
});

/** By email; by text where there is none, or it does not arrive. */
export function waysToPartner({ email, phone }: LightContact): readonly Way[] {
  const mobile = phone === undefined ? undefined : mobileNumber(phone);
  return [
    ...(email === undefined ? [] : [{ channel: "email" as const, to: email }]),
    ...(mobile === undefined ? [] : [{ channel: "text" as const, to: mobile }]),
  ];
}
