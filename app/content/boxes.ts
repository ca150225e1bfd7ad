import type { Box, BoxLine } from "~/domain/boxes/types";
import type { BoxStyle } from "~/domain/directory/types";
import { possessive } from "~/domain/shared/in-words";

/** The name of each line of a label, as a person would look for it. */
export const BOX_LINE_WORDS: Readonly<Record<BoxLine, string>> = {
  letter: "Letters",
  text: "Texts",
  call: "Calls",
  door: "Sign on the door",
  accountable: "Who answers for it",
  record: "Your record",
  questions: "Questions",
};

/** What unfolds the lines that a folded label does not show at once. */
export const BOX_REST = "More on this label";

/** What stands before the partner's name on a label. Who only refers gives no care. */
export function boxFromWords({ refers }: Pick<Box, "refers">, struck: boolean): string {
  if (refers) return struck ? "You were to be referred by" : "You are referred by";
  return struck ? "Your care was to come from" : "Your care comes from";
}

/** A telephone number within a line stays on one line. */
export const numbersTogether = (text: string): string =>
  text.replace(/\+?\d[\d ]{7,}\d/g, (number) => number.replaceAll(" ", "\u00a0"));

interface BoxStyleWords {
  /** Beside the shape, on the strip. */
  readonly strip: string;
  /** As one of the three kinds of box, whoever the partner is. */
  readonly legend: string;
  /** One sentence under it. */
  readonly meaning: string;
}

/** Whose box it is, in words: `brand` is the front door's name, `partner` the partner's. */
export function boxStyleWords(style: BoxStyle, brand: string, partner: string): BoxStyleWords {
  switch (style) {
    case "brand":
      return {
        strip: `${possessive(brand)} box`,
        legend: "Our box.",
        meaning: `You will see the name ${brand}.`,
      };
    case "partner":
      return {
        strip: `${possessive(partner)} own box`,
        legend: "Their box.",
        meaning: `You will see their own name, not ${brand}.`,
      };
    case "both":
      return {
        strip: "Both names on the box",
        legend: "Both names.",
        meaning: `You will see ${brand} and ${partner} together.`,
      };
    default:
      return style satisfies never;
  }
}

/** What a change of box is about, before the two values are read out. */
export const BOX_CHANGE_WORDS: Readonly<Record<BoxLine | "partner" | "style", string>> = {
  ...BOX_LINE_WORDS,
  partner: "Your care comes from",
  style: "Whose box",
};
