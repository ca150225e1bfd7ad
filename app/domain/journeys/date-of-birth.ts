import { DateTime } from "luxon";
import type { PlainDate } from "../shared/time";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Three fields as typed. The field that is wrong is named, so that the page can point at it. */
export type BirthField = "born-day" | "born-month" | "born-year";
export type DateOfBirth =
  | { readonly ok: true; readonly bornOn: PlainDate }
  | { readonly ok: false; readonly field: BirthField; readonly message: string };

const EXAMPLE = "like 27 3 1992";
const wrong = (field: BirthField, message: string): DateOfBirth => ({ ok: false, field, message });

/** A month as a number or as its name, whole or its first three letters or more. */
function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  const index = word.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(word));
  return index < 0 ? undefined : index + 1;
}

/** A date of birth from its three fields: a real date, from 1900, not in the future. */
export function dateOfBirth(day: string, month: string, year: string, today: PlainDate): DateOfBirth {
  if (!day && !month && !year) return wrong("born-day", `Enter a date of birth, ${EXAMPLE}`);
  if (!day) return wrong("born-day", "The date of birth must have a day");
  if (!month) return wrong("born-month", "The date of birth must have a month");
  if (!year) return wrong("born-year", "The date of birth must have a year");
  const monthNumber = monthOf(month);
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > 31)
    return wrong("born-day", "The day must be a number from 1 to 31");
  if (monthNumber === undefined || monthNumber < 1 || monthNumber > 12)
    return wrong("born-month", "The month must be a number from 1 to 12");
  if (!/^\d{4}$/.test(year)) return wrong("born-year", "The year must have 4 numbers, like 1992");
  const date = DateTime.fromObject(
    { year: Number(year), month: monthNumber, day: Number(day) },
    { zone: "utc" },
  );
  const bornOn = date.toISODate();
  if (!date.isValid || bornOn === null) return wrong("born-day", `Enter a real date of birth, ${EXAMPLE}`);
  if (bornOn < "1900-01-01") return wrong("born-year", "The year of birth must be 1900 or later");
  if (bornOn > today) return wrong("born-year", "The date of birth must be in the past");
  return { ok: true, bornOn };
}
