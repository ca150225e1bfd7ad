import type { Box } from "~/domain/boxes/types";
import { boxFromWords, boxStyleWords } from "../boxes";

/** Whose box it is, for who reads a message: from whom the care comes, and what they will know it by. */
export function whoseBox(box: Box): readonly string[] {
  const { strip, meaning } = boxStyleWords(box.style, box.brand.name, box.partner.name);
  const lead = box.lead === null ? "" : `, working for ${box.lead.name}`;
  return [
    `${boxFromWords(box, false)} ${box.partner.name}${lead}. ${strip}: ${uncapitalised(meaning)}`,
    `What you will get: ${uncapitalised(box.lines.letter)}; ${uncapitalised(box.lines.text)}; ${uncapitalised(box.lines.call)}.`,
    `${box.lines.door}.`,
    `${box.lines.questions}.`,
  ];
}

/** Who answers for the care and who keeps its record: a letter has room for it. */
export const whoAnswers = (box: Box): readonly string[] => [
  `${box.lines.accountable}.`,
  `${box.lines.record}.`,
];

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
