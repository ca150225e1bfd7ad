import { DateTime } from "luxon";
import type { OpeningException, Session } from "~/domain/directory/types";
import type { PlainDate } from "~/domain/shared/time";
import { BANK_HOLIDAYS } from "../bank-holidays";

const THURSDAY = 4;

/** The third Thursday of this month and the next two, when staff are trained after one o'clock. */
export function trainingAfternoons(today: PlainDate, opens: Session["opens"]): OpeningException[] {
  const month = DateTime.fromISO(today, { zone: "utc" }).startOf("month");
  return [0, 1, 2].map((ahead) => {
    const first = month.plus({ months: ahead });
    const date = first.plus({ days: ((THURSDAY - first.weekday + 7) % 7) + 14 }).toFormat("yyyy-MM-dd");
    return { date, sessions: [{ opens, closes: "13:00" }], why: "staff training" };
  });
}

/** Shut on Christmas Day itself, also where other bank holidays are days like any other. */
export const SHUT_AT_CHRISTMAS: readonly OpeningException[] = [
  ...new Set(BANK_HOLIDAYS.map(({ day }) => day.slice(0, 4))),
].map((year) => ({ date: `${year}-12-25`, sessions: [], why: "Christmas Day" }));

/** On the bank holidays of the rota one pharmacy opens for four hours. */
export const BANK_HOLIDAY_ROTA: readonly OpeningException[] = BANK_HOLIDAYS.filter(
  ({ name }) => !name.startsWith("Christmas Day"),
).map(({ day }) => ({
  date: day,
  sessions: [{ opens: "10:00", closes: "14:00" }],
  why: "bank holiday rota",
}));
