import type { FieldError } from "~/components/form/error-summary";
import { WEEK_ERRORS, WEEKDAY_WORDS } from "~/content/diary-week";
import type { OpeningHours, SlotException, SlotPattern } from "~/domain/directory/types";
import { timeOfDay } from "~/domain/fulfilment/appointment-time";
import { line, ticked } from "~/domain/journeys/input";
import { typedDate } from "~/domain/shared/plain-date";
import type { PlainDate, TimeOfDay } from "~/domain/shared/time";

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** As many sessions as a day can have on the form. */
export const MOST_SESSIONS = 6;

/** What was typed: every field's text, and the days that are ticked to be dropped. */
export interface WeekTyped {
  readonly text: Readonly<Record<string, string>>;
  readonly drop: readonly string[];
}

type ReadWeek =
  | { readonly ok: true; readonly pattern: SlotPattern; readonly typed: WeekTyped }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly typed: WeekTyped };

/** Names an exception on the form. */
export const exceptionName = (one: SlotException): string =>
  one.kind === "day-off" ? `off ${one.on}` : `extra ${one.on} ${one.opens} ${one.closes}`;

/** The fields of a week as it is. */
export const typedOf = (pattern: SlotPattern | null): WeekTyped => ({
  text: {
    minutes: String(pattern?.minutes ?? ""),
    ...Object.fromEntries(
      WEEKDAYS.flatMap((weekday) =>
        (pattern?.sessions ?? [])
          .filter((session) => session.weekday === weekday)
          .flatMap(({ opens, closes }, at) => [
            [`opens-${weekday}-${at + 1}`, opens],
            [`closes-${weekday}-${at + 1}`, closes],
          ]),
      ),
    ),
  },
  drop: [],
});

/** The week that was typed, in the place of the one that is; or what to put right, in the order of the form. */
export function readWeek(form: FormData, now: SlotPattern | null, today: PlainDate): ReadWeek {
  const text = Object.fromEntries([...form.keys()].map((name) => [name, line.parse(form.get(name))]));
  const drop = ticked.parse(form.getAll("drop").filter((each) => typeof each === "string"));
  const typed = { text, drop };
  const of = (name: string) => text[name] ?? "";
  const errors: FieldError[] = [];
  const minutes = /^\d{1,3}$/.test(of("minutes")) ? Number(of("minutes")) : 0;
  if (minutes < 5 || minutes > 480) errors.push({ field: "minutes", message: WEEK_ERRORS.minutes });
  const sessions = WEEKDAYS.flatMap((weekday) => {
    const read = sessionsOf(of, weekday, Math.max(minutes, 1));
    errors.push(...read.errors);
    return read.sessions;
  });
  const kept = (now?.exceptions ?? []).filter((one) => !drop.includes(exceptionName(one)));
  const added = exceptionOf(of, kept, today, Math.max(minutes, 1));
  if ("errors" in added) errors.push(...added.errors);
  if (sessions.length === 0 && errors.length === 0)
    errors.push({ field: "opens-1-1", message: WEEK_ERRORS.none });
  if (errors.length > 0 || "errors" in added) return { ok: false, errors, typed };
  const exceptions = [...kept, ...added.exceptions].sort((a, b) => a.on.localeCompare(b.on));
  const pattern = { minutes, sessions, ...(exceptions.length === 0 ? {} : { exceptions }) };
  return { ok: true, pattern, typed };
}

function sessionsOf(of: (name: string) => string, weekday: (typeof WEEKDAYS)[number], minutes: number) {
  const sessions: OpeningHours[] = [];
  const errors: FieldError[] = [];
  for (let at = 1; at <= MOST_SESSIONS; at += 1) {
    const names = { opens: `opens-${weekday}-${at}`, closes: `closes-${weekday}-${at}` };
    if (of(names.opens) === "" && of(names.closes) === "") continue;
    const read = sessionOf(of, names, WEEKDAY_WORDS[weekday], minutes);
    if ("message" in read) errors.push(read);
    else sessions.push({ weekday, ...read });
  }
  sessions.sort((a, b) => a.opens.localeCompare(b.opens));
  const across = sessions.some(({ opens }, at) => opens < (sessions[at - 1]?.closes ?? ""));
  if (across)
    errors.push({ field: `opens-${weekday}-1`, message: WEEK_ERRORS.across(WEEKDAY_WORDS[weekday]) });
  return { sessions, errors };
}

function sessionOf(
  of: (name: string) => string,
  names: { readonly opens: string; readonly closes: string },
  day: string,
  minutes: number,
): { readonly opens: TimeOfDay; readonly closes: TimeOfDay } | FieldError {
  const opens = timeOfDay(of(names.opens));
  const closes = endOfSession(of(names.closes));
  if (opens === undefined) return { field: names.opens, message: WEEK_ERRORS.opens(day) };
  if (closes === undefined) return { field: names.closes, message: WEEK_ERRORS.closes(day) };
  if (closes <= opens) return { field: names.closes, message: WEEK_ERRORS.order(day) };
  return minutesOf(closes) - minutesOf(opens) < minutes
    ? { field: names.closes, message: WEEK_ERRORS.short(day) }
    : { opens, closes };
}

/** Midnight is the end of the day. */
const endOfSession = (text: string): TimeOfDay | undefined =>
  /^(midnight|24:00)$/i.test(text) ? "24:00" : timeOfDay(text);
const minutesOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function exceptionOf(
  of: (name: string) => string,
  kept: readonly SlotException[],
  today: PlainDate,
  minutes: number,
): { readonly exceptions: readonly SlotException[] } | { readonly errors: readonly FieldError[] } {
  const kind = of("add");
  if (kind !== "day-off" && kind !== "extra-session") return { exceptions: [] };
  const on = typedDate(of("on-day"), of("on-month"), of("on-year"));
  const wrong = (message: string) => ({ errors: [{ field: "on-day", message }] });
  if (on === undefined) return wrong(WEEK_ERRORS.on);
  if (on < today) return wrong(WEEK_ERRORS.passed);
  if (kind === "day-off")
    return kept.some((one) => one.kind === "day-off" && one.on === on)
      ? wrong(WEEK_ERRORS.twice)
      : { exceptions: [{ kind, on }] };
  const read = sessionOf(of, { opens: "extra-opens", closes: "extra-closes" }, "that day", minutes);
  return "message" in read ? { errors: [read] } : { exceptions: [{ kind, on, ...read }] };
}
