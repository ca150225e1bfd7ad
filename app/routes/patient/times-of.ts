import type { AppLoadContext } from "@remix-run/node";
import { type DayOfTimes, daysOfTimes } from "~/content/times";
import { bookableUntil } from "~/domain/directory/slot-times";
import { localDate, localInstant, type PlainDate } from "~/domain/shared/time";
import { freeSlots } from "~db/queries/slots";

/** How many days of free times one page shows. */
const DAYS_SHOWN = 5;

/** The free times of one offer, some days at a time, with the way to the other days. */
export async function timesOf(
  { onedoor, brand, now }: AppLoadContext,
  asked: {
    readonly offerId: string;
    /** A date to start from, as it stands in an address. */
    readonly from: string | null;
    readonly heldBy?: string | null;
    readonly hrefOf: (from: PlainDate | undefined) => string;
  },
): Promise<{
  readonly days: readonly DayOfTimes[];
  readonly earlier: string | null;
  readonly later: string | null;
}> {
  const from = dateFrom(asked.from, localDate(now));
  const starts = from === null ? now : localInstant(from, "00:00");
  const slots = await freeSlots(onedoor.db.kysely, brand.id, asked.offerId, starts, bookableUntil(now), {
    now,
    heldBy: asked.heldBy ?? null,
    limit: 400,
  });
  const dates = [...new Set(slots.map(({ startsAt }) => localDate(startsAt)))];
  const shown = new Set(dates.slice(0, DAYS_SHOWN));
  const next = dates[DAYS_SHOWN];
  return {
    days: daysOfTimes(
      slots.filter(({ startsAt }) => shown.has(localDate(startsAt))),
      now,
    ),
    earlier: from === null ? null : asked.hrefOf(undefined),
    later: next === undefined ? null : asked.hrefOf(next),
  };
}

/** A date to start from, when it is one and is still to come. */
function dateFrom(text: string | null, today: PlainDate): PlainDate | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && text > today
    ? text
    : null;
}
