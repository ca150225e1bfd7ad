import type { MessageFacts, Written } from "~/domain/messages/types";
import { byOf, NEWS } from "./news";
import { whoseBox } from "./whose-box";

/**
 * An email says what happened, what to do and whose box it is in. An inbox is often shared: the subject names no
 * service, and of a sensitive one nor does the rest, nor who gives it.
 */
export function emailOf(facts: MessageFacts): Written {
  const { brand, reference, sensitive } = facts;
  const news = NEWS[facts.template];
  const box = sensitive ? null : (facts.boxes[0] ?? null);
  return {
    from: brand.name,
    subject: `${news.headline} (${reference})`,
    paragraphs: [
      `Hello ${facts.name},`,
      `${news.happened} ${news.todo(byOf(facts))}`,
      ...(sensitive || facts.services.length === 0 ? [] : [`You asked for: ${facts.services.join(", ")}.`]),
      `Your reference is ${[reference, ...facts.also].join(", ")}.`,
      `See your request: ${facts.link}`,
      ...(sensitive ? ["Your page shows whose box it comes in."] : facts.boxes.flatMap(whoseBox)),
      `Questions? Ring ${brand.desk.name} on ${brand.desk.phone}. They are there ${facts.brand.desk.hours}.`,
      "Need help now? Call 111. If a life is at risk, call 999.",
    ],
    box,
  };
}
