import type { LightAsk } from "~/domain/fulfilment/light-ask";
import type { WorkTemplate } from "~/domain/fulfilment/messages";
import { LINK_HERE, type LightFacts } from "~/domain/messages/light";
import type { Channel, Written } from "~/domain/messages/types";
import { whenWords } from "../deadlines";

/** What has happened, as a subject and a sentence of its own. None names the person, the service or the partner. */
const LIGHT_NEWS: Readonly<Record<WorkTemplate, string>> = {
  "new-work": "There is a new request for you",
  "next-step": "Thank you. One thing is left to do",
  "work-withdrawn": "A request is not with you any more",
  "answer-soon": "A request waits for you, and time is short",
  "go-on": "You can go on with a request",
  "time-changed": "The time of a request has changed",
  "more-pressing": "A request is more pressing now",
  "person-wrote": "There is news of a request",
  "person-has-red-flag": "There is urgent news of a request. Look now",
};

/** What to do by the link, once it is known until when. */
const LIGHT_TODO: Readonly<Record<LightAsk, (by: string) => string>> = {
  answer: (by) => `Say yes or no by ${by}`,
  time: (by) => `Give a time by ${by}`,
  outcome: (by) => `When it is over, say how it went, by ${by}`,
};

/** The news of any message that a partner was sent, also one whose template this release no longer has. */
export const lightHeadline = (template: string): string =>
  new Map<string, string>(Object.entries(LIGHT_NEWS)).get(template) ?? LIGHT_NEWS["person-wrote"];

/**
 * A message to a partner without a system of its own, by text or by email. It says the reference, what to do, by when
 * and where, and nothing that tells who needs what.
 */
export function writeLight(
  channel: Channel,
  { template, reference, asked, now, brand }: LightFacts,
): Written {
  const news = LIGHT_NEWS[template];
  const todo = asked && LIGHT_TODO[asked.ask](whenWords(asked.until, now));
  const desk = `${brand.desk.name} on ${brand.desk.phone}`;
  if (channel === "text") {
    const words = todo ? `${todo}. This link works once: ${LINK_HERE}` : `Do nothing more. Ring ${desk}.`;
    const text = `${brand.name}, ${reference}: ${news}. ${words}`
      .replaceAll("\u00a0", " ")
      .replaceAll("’", "'");
    return { from: brand.name, subject: null, paragraphs: [text], box: null };
  }
  return {
    from: brand.name,
    subject: `${news} (${reference})`,
    paragraphs: [
      "Hello,",
      ...(todo
        ? [
            `${news}. ${todo}.`,
            `Open it here: ${LINK_HERE}`,
            "You need no password. The link works once. Anybody who has it can see this one request. Give it only to the person who answers.",
          ]
        : [`${news}. You need do nothing more about it.`]),
      `Its reference is ${reference}.`,
      `Questions? Ring ${desk}. They are there ${brand.desk.hours}.`,
    ],
    box: null,
  };
}
