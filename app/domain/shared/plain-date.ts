import type { PlainDate } from "./time";

/** A date from its three numbers as they are typed: undefined when it is no real day of a year from 1900 to 2199. */
export function typedDate(day: string, month: string, year: string): PlainDate | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^(19|20|21)\d{2}$/.test(year)) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1
    ? date.toISOString().slice(0, 10)
    : undefined;
}
