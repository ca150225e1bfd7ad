import { type FileKind, UNDATED } from "./find-files";
import type { ReadFile } from "./read-files";

/** What people would call each list; those that say nothing of their date, or of anybody, are not named. */
const NAMES: Readonly<Partial<Record<FileKind, string>>> = {
  "postcode-positions": "postcodes",
  practices: "GP practices",
  dispensers: "pharmacies",
  "pharmacy-phones": "pharmacies’ telephone numbers",
  dentists: "dental practices",
  trusts: "NHS trusts",
  hospitals: "hospitals",
  clinics: "clinics",
  "list-sizes": "numbers of patients",
  waits: "waits",
  community: "community services",
};
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** One line that says how old each list is: "Lists used: GP practices, November 2025; clinics, 2016." */
export function datesOf(read: readonly ReadFile[]): readonly string[] {
  const dated = read.flatMap(({ kind, found }) => {
    const name = NAMES[kind];
    return name === undefined || found.edition === UNDATED ? [] : [`${name}, ${inWords(found.edition)}`];
  });
  return dated.length === 0 ? [] : [`Lists used: ${dated.join("; ")}.`];
}

/** "2025-11" is November 2025, and "2016" stays so. */
function inWords(edition: string): string {
  const [year = "", month, day] = edition.split("-");
  if (month === undefined) return year;
  const ofYear = `${MONTHS[Number(month) - 1] ?? ""} ${year}`;
  return day === undefined ? ofYear : `${Number(day)} ${ofYear}`;
}
