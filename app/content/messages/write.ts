import type { Channel, MessageFacts, Written } from "~/domain/messages/types";
import { emailOf } from "./emails";
import { letterOf } from "./letters";
import { textOf } from "./texts";

/** A message in the words of a channel. */
export function writeMessage(channel: Channel, facts: MessageFacts): Written {
  switch (channel) {
    case "text":
      return { from: facts.brand.name, subject: null, paragraphs: [textOf(facts)], box: null };
    case "email":
      return emailOf(facts);
    case "letter":
      return letterOf(facts);
    default:
      return channel satisfies never;
  }
}
