import { MONTHS } from "./in-words";
import { dayAfter, type Instant, localDate, localTime, type PlainDate, weekdayOf } from "./time";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const weekdayName = (day: PlainDate): string => WEEKDAYS[weekdayOf(day) - 1] ?? "";

/** "3 pm", "9.30 am", "midday", "midnight": a time of day as it is said. */
export function timeInWords(at: Instant): string {
  const time = localTime(at);
  if (time === "12:00") return "midday";
  if (time === "00:00") return "midnight";
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(3, 5);
  return `${hour % 12 || 12}${minutes === "00" ? "" : `.${minutes}`} ${hour < 12 ? "am" : "pm"}`;
}

/** "Thursday 26 November"; the year is said when it is not this one. */
export function dayInWords(at: Instant, today: PlainDate): string {
  const day = localDate(at);
  const year = day.slice(0, 4) === today.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`;
  return `${weekdayName(day)} ${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""}${year}`;
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
  return days <= NAMED_AHEAD_DAYS ? weekdayName(day) : dayInWords(at, today);
}
