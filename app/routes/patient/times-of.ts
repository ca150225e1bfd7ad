import type { AppLoadContext } from "@remix-run/node";
import type { PageOfTimes } from "~/components/request/time-fields";
import { momentWords } from "~/content/deadlines";
import { daysOfTimes, plainDayWords } from "~/content/times";
import { BOOKABLE_WEEKS, bookableUntil, lastDayOf } from "~/domain/directory/slot-times";
import { type Instant, localDate, localInstant, type PlainDate } from "~/domain/shared/time";
import { freeSlots } from "~db/queries/slots";

/** How many days of free times one page shows. */
const DAYS_SHOWN = 5;
const MOST_READ = 400;

/** The free times of one offer, some days at a time, with the way to the other days. */
export async function timesOf(
  { onedoor, brand, directory, now }: AppLoadContext,
  asked: {
    readonly offerId: string;
    /** A date to start from, as it stands in an address. */
    readonly from: string | null;
    readonly heldBy?: string | null;
    readonly hrefOf: (from: PlainDate | undefined) => string;
  },
): Promise<PageOfTimes> {
  const today = localDate(now);
  const from = dateFrom(asked.from, today);
  const read = (starts: Instant, limit: number) =>
    freeSlots(onedoor.db.kysely, brand.id, asked.offerId, starts, bookableUntil(now), {
      now,
      heldBy: asked.heldBy ?? null,
      limit,
    });
  const slots = await read(from === null ? now : localInstant(from, "00:00"), MOST_READ);
  const [soonest] = from === null ? slots : await read(now, 1);
  const dates = [...new Set(slots.map(({ startsAt }) => localDate(startsAt)))];
  const shown = new Set(dates.slice(0, DAYS_SHOWN));
  const next = dates[DAYS_SHOWN];
  return {
    days: daysOfTimes(
      slots.filter(({ startsAt }) => shown.has(localDate(startsAt))),
      now,
      { from: from ?? today, bankHolidays: directory.bankHolidays },
    ),
    soonest: soonest ? momentWords(soonest.startsAt, now) : null,
    earlier: from === null ? null : asked.hrefOf(undefined),
    later: next === undefined ? null : asked.hrefOf(next),
    until: plainDayWords(lastDayOf(BOOKABLE_WEEKS, now), now),
  };
}

/** A date to start from, when it is one and is still to come. */
function dateFrom(text: string | null, today: PlainDate): PlainDate | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && text > today
    ? text
    : null;
}
