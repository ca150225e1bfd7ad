import { DateTime } from "luxon";
import { type Instant, type PlainDate, ZONE } from "./time";

const local = (at: Instant) => DateTime.fromISO(at, { zone: ZONE, locale: "en-GB" });

/** "3 pm", "9.30 am", "midday", "midnight": a time of day as it is said. */
export function timeInWords(at: Instant): string {
  const time = local(at);
  if (time.minute === 0 && time.hour === 12) return "midday";
  if (time.minute === 0 && time.hour === 0) return "midnight";
  const hour = time.hour % 12 === 0 ? 12 : time.hour % 12;
  const minutes = time.minute === 0 ? "" : `.${String(time.minute).padStart(2, "0")}`;
  return `${hour}${minutes} ${time.hour < 12 ? "am" : "pm"}`;
}

/** "Thursday 26 November"; the year is said when it is not this one. */
export function dayInWords(at: Instant, today: PlainDate): string {
  const day = local(at);
  const year = day.year === Number(today.slice(0, 4)) ? "" : " yyyy";
  return day.toFormat(`cccc d LLLL${year}`);
}

/** "Thursday 26 November, 5 pm": a promise or an appointment, the same words however near it is. */
export const momentInWords = (at: Instant, today: PlainDate): string =>
  `${dayInWords(at, today)}, ${timeInWords(at)}`;
