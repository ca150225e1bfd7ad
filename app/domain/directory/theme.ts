import { contrastOf, isHexColour } from "../shared/contrast";
import type { Brand, DirectoryContents, Mark, Organisation } from "./types";

/** Two colours that meet on a page: one is set with a mark, the other is the pages' own. */
interface Pair {
  /** Where they meet, as after "for". */
  readonly use: string;
  readonly with: string;
  /** WCAG 2.2: 4.5 for text, 3 for lines and signs that must be seen. */
  readonly least: number;
}

/** Every pair that a brand's colour is used in. The tokens of app/styles have the same colours: a test holds them together. */
export const BRAND_PAIRS: readonly Pair[] = [
  { use: "white words on it", with: "#ffffff", least: 4.5 },
  { use: "its door and lines on a page", with: "#faf6ee", least: 3 },
  { use: "its door and lines on a label", with: "#ecdcbf", least: 3 },
  { use: "its line beside a promise", with: "#e3efee", least: 3 },
];

/** Every pair that an organisation's colour is used in. */
export const ORGANISATION_PAIRS: readonly Pair[] = [
  { use: "white letters on it", with: "#ffffff", least: 4.5 },
  { use: "its mark on a label", with: "#ecdcbf", least: 3 },
];

/** What is wrong with a mark's colour, a sentence for each pair that cannot be told apart; empty when it can be used. */
export function markFaults(name: string, { colour }: Mark, pairs: readonly Pair[]): readonly string[] {
  if (!isHexColour(colour)) return [`The colour of ${name} must be a hex colour, like #0a3b40: ${colour}`];
  return pairs.flatMap(({ use, with: other, least }) => {
    const ratio = contrastOf(colour, other);
    return ratio >= least
      ? []
      : [
          `The colour of ${name}, ${colour}, has a contrast of ${shown(ratio)} with ${other}, and ${use} needs ${least}. Choose a darker one`,
        ];
  });
}

export const brandFaults = ({ name, mark }: Pick<Brand, "name" | "mark">): readonly string[] =>
  markFaults(name, mark, BRAND_PAIRS);

export const organisationFaults = ({ name, mark }: Pick<Organisation, "name" | "mark">): readonly string[] =>
  markFaults(name, mark, ORGANISATION_PAIRS);

/** The same of a whole brand: its own mark, and the mark of everyone in it. */
export const themeFaults = ({
  brand,
  organisations,
}: Pick<DirectoryContents, "brand" | "organisations">): readonly string[] => [
  ...brandFaults(brand),
  ...organisations.flatMap(organisationFaults),
];

/** Rounded down, so that what fails is never shown as what is needed. */
const shown = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);
