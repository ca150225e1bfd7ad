import type { AgeRange, Sex } from "../directory/types";
import { counted } from "../shared/in-words";

/** Younger than this, an age is said in months. */
const IN_MONTHS_UNDER = 24;

/** From this age on, nobody is called a girl or a boy. */
const GROWN_UP = 16;

/** Whether an age in whole months is within a range. */
export function isWithin(ages: AgeRange | null, months: number): boolean {
  if (ages === null) return true;
  const youngest = youngestOf(ages);
  const oldest = oldestOf(ages);
  return (youngest === null || months >= youngest) && (oldest === null || months <= oldest);
}

/** "aged 16 to 64", "aged 3 months and over", "aged 6 months to 17 years"; null for all ages. */
export function agedInWords(ages: AgeRange | null): string | null {
  const youngest = ages && youngestOf(ages);
  const oldest = ages && oldestOf(ages);
  // The end of a whole year is said as the year.
  const until = oldest !== null && oldest % 12 === 11 && oldest >= IN_MONTHS_UNDER ? oldest - 11 : oldest;
  if (youngest === null && until === null) return null;
  const unit = [youngest, until].some((months) => months !== null && !isWholeYears(months)) ? " years" : "";
  if (youngest === null) return `aged ${ageInWords(until ?? 0, unit)} and under`;
  if (until === null) return `aged ${ageInWords(youngest, unit)} and over`;
  return `aged ${ageInWords(youngest, unit)} to ${ageInWords(until, unit)}`;
}

/** "people", "women", "men and boys": whom a sex and an age range are about. */
export function whoInWords(sex: Sex | null, ages: AgeRange | null = null): string {
  if (sex === null) return "people";
  const isGrownUp = (ages?.from ?? 0) >= GROWN_UP;
  if (sex === "female") return isGrownUp ? "women" : "women and girls";
  return isGrownUp ? "men" : "men and boys";
}

const youngestOf = ({ from, fromMonths }: AgeRange): number | null =>
  from === null && fromMonths === undefined ? null : (from ?? 0) * 12 + (fromMonths ?? 0);

/** Without months, the last month of the year counts. */
const oldestOf = ({ until, untilMonths }: AgeRange): number | null =>
  until === null && untilMonths === undefined ? null : (until ?? 0) * 12 + (untilMonths ?? 11);

const isWholeYears = (months: number): boolean => months % 12 === 0 && months >= IN_MONTHS_UNDER;

function ageInWords(months: number, unit: string): string {
  if (months < IN_MONTHS_UNDER) return counted(months, "month");
  const years = Math.floor(months / 12);
  const left = months % 12;
  return left === 0 ? `${years}${unit}` : `${counted(years, "year")} ${counted(left, "month")}`;
}
