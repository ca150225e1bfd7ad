import type { FilterOption, FilterWho } from "~/domain/routing/filters";
import { ACCESS_WORDS } from "~/domain/shared/access-needs";
import { counted, MODE_WORDS } from "~/domain/shared/in-words";
import { LANGUAGES } from "~/domain/shared/languages";

export const FILTER_TITLES: Readonly<Record<FilterOption["filter"], string>> = {
  who: "Who is it for?",
  how: "How?",
  miles: "How near?",
  days: "How soon?",
  language: "In which language?",
  access: "What is needed there?",
};

const WHO_WORDS: Readonly<Record<FilterWho, string>> = {
  child: "A child under 16",
  adult: "Someone aged 16 or over",
  carer: "Someone who looks after others",
};

const DAYS_WORDS: Readonly<Record<number, string>> = {
  2: "In 2 days",
  7: "In a week",
  14: "In 2 weeks",
  42: "In 6 weeks",
};

/** One thing that can be chosen, as it stands beside its box and on what takes it off again. */
export function optionWords(option: FilterOption): string {
  switch (option.filter) {
    case "who":
      return WHO_WORDS[option.value];
    case "how":
      return MODE_WORDS[option.value].choice;
    case "miles":
      return `Within ${counted(option.value, "mile")}`;
    case "days":
      return DAYS_WORDS[option.value] ?? `In ${counted(option.value, "day")}`;
    case "language":
      return LANGUAGES[option.value];
    case "access":
      return ACCESS_WORDS[option.value].choice;
    default:
      return option satisfies never;
  }
}

export const FILTERS = {
  /** On the way to the filters, and over them. */
  title: "Narrow it down",
  show: "Show what fits",
  any: { who: "Anyone", miles: "Any distance", days: "Any time", language: "English is fine" },
  chosen: "You chose",
  takeOff: "Take off",
  takeAllOff: "Take all of these off",
  nothingLabel: "Nothing fits",
  nothing: "Nothing fits all that you chose.",
  nothingNext: "You can take one off:",
  notOneAlone: "Taking one off is not enough.",
  askPerson: (desk: string) => `ask a person: ${desk}`,
  needsPostcode: "Enter your postcode, so that we can see what is near",
  maybe: "These may fit",
  maybeWhy: "Nobody has told us yet. If you ask for one, we check it first.",
} as const;

/** "5 fit. 3 others do not." */
export function fitWords(fit: number, maybe: number, left: number): string {
  const fitting = fit === 0 ? "None surely fits." : fit === 1 ? "1 fits." : `${fit} fit.`;
  const may = maybe === 0 ? "" : ` ${maybe} more may fit.`;
  const not = left === 0 ? "" : left === 1 ? " 1 other does not." : ` ${left} others do not.`;
  return `${fitting}${may}${not}`;
}

/** "Without “By phone”: 4 services". */
export const withoutWords = (option: FilterOption, left: number): string =>
  `Without “${optionWords(option)}”: ${counted(left, "service")}`;
