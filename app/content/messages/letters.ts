import { letterheadOf } from "~/domain/boxes/box";
import type { BoxTone } from "~/domain/directory/types";
import type { MessageFacts, Written } from "~/domain/messages/types";
import { byOf, NEWS } from "./news";
import { whoAnswers, whoseBox } from "./whose-box";

/** How a letter begins and ends, by how its box speaks. The words between are the front door's, and the same for everyone. */
const SPEAKS: Readonly<Record<BoxTone | "usual", { readonly hello: string; readonly end: string | null }>> = {
  usual: { hello: "Dear", end: null },
  warm: { hello: "Hello", end: "With our best wishes," },
  formal: { hello: "Dear", end: "Yours sincerely," },
};

/** A letter is sealed and has a name on it, so it says most: what was asked for, whose box, who answers for it. */
export function letterOf(facts: MessageFacts): Written {
  const { brand, reference, services } = facts;
  const news = NEWS[facts.template];
  const [box = null] = facts.boxes;
  const from = box === null ? brand.name : letterheadOf(box);
  const { hello, end } = SPEAKS[box?.tone ?? "usual"];
  return {
    from,
    subject: news.headline,
    paragraphs: [
      `${hello} ${facts.name},`,
      `${news.happened} ${news.todo(byOf(facts))}`,
      ...(services.length === 0 ? [] : [`You asked for: ${services.join(", ")}.`]),
      `Your reference is ${[reference, ...facts.also].join(", ")}. Have it by you when you ring.`,
      ...facts.boxes.flatMap((each) => [...whoseBox(each), ...whoAnswers(each)]),
      `You can see your request on a phone or a computer, at ${facts.link}`,
      `No phone or computer? Ring ${brand.desk.name} on ${brand.desk.phone}, and they will tell you. They are there ${brand.desk.hours}.`,
      "If you need help now and it is not an emergency, call 111. If a life is at risk, call 999.",
      ...(end === null ? [] : [`${end} ${from}`]),
    ],
    box,
  };
}
