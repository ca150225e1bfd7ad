import { DateTime } from "luxon";
import { dayAfter, type Instant, localDate, type PlainDate, ZONE } from "./time";

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

/** Days that can be named by their weekday alone. */
const NAMED_AHEAD_DAYS = 6;
/** Many places open at the same moment, and a list says it of each. */
const openingWords = new Map<string, string>();
const WORDS_REMEMBERED = 5_000;

/** "today at 2 pm", "tomorrow at 9 am", "Monday at 9 am", "Monday 7 December at 9 am": when a place opens. */
export function openingInWords(at: Instant, today: PlainDate): string {
  const key = `${at} ${today}`;
  const known = openingWords.get(key);
  if (known !== undefined) return known;
  if (openingWords.size >= WORDS_REMEMBERED) openingWords.clear();
  const words = `${openingDay(at, today)} at ${timeInWords(at)}`;
  openingWords.set(key, words);
  return words;
}

function openingDay(at: Instant, today: PlainDate): string {
  const day = localDate(at);
  if (day === today) return "today";
  if (day === dayAfter(today)) return "tomorrow";
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  return days <= NAMED_AHEAD_DAYS ? local(at).toFormat("cccc") : dayInWords(at, today);
}
