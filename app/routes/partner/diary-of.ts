import type { AppLoadContext } from "@remix-run/node";
import type { DiaryColumn, DiaryLine } from "~/components/work/diary-grid";
import { timeWords } from "~/content/deadlines";
import { DIARY, type STANDING_WORDS, standingCounts } from "~/content/diary";
import { exceptionWords } from "~/content/diary-week";
import { plainDayWords } from "~/content/times";
import { liesAcross } from "~/domain/directory/slot-changes";
import type { SlotTime } from "~/domain/directory/slot-times";
import { type Offer, type SlotPattern, saysRoom } from "~/domain/directory/types";
import { othersAt, type Taken, takenTimes, timeOfItsOwn } from "~/domain/fulfilment/at-once";
import { modesInWords } from "~/domain/shared/in-words";
import { dayAfter, daysFrom, type Instant, localDate, localInstant, localTime } from "~/domain/shared/time";
import { type DiarySlot, readDiary, type TimeGiven, timesGiven } from "~db/queries/diary";
import type { DiaryAsked } from "./diary-query";
import { exceptionName } from "./week-form";

/** An organisation's offers that have a diary, or may have one: those with a diary first, then by name. */
export function diariesOf({ directory }: AppLoadContext, organisationId: string) {
  return directory
    .offersBy(organisationId)
    .filter(saysRoom)
    .map((offer) => ({ offer, name: offerName(directory, offer) }))
    .sort(
      (a, b) =>
        Number(a.offer.slots === null) - Number(b.offer.slots === null) || a.name.localeCompare(b.name),
    );
}

function offerName(directory: AppLoadContext["directory"], offer: Offer): string {
  const place = offer.locationId === null ? undefined : directory.location(offer.locationId)?.name;
  const service = directory.service(offer.serviceId)?.name ?? offer.serviceId;
  return [service, place ?? modesInWords(offer.modes)].filter(Boolean).join(", ");
}

interface Seen {
  readonly slots: readonly DiarySlot[];
  readonly given: readonly TimeGiven[];
}

/** The times of some offers on the days that were asked for, and of whom they name the references. */
export async function diaryOf(
  context: AppLoadContext,
  offers: readonly { readonly offer: Offer; readonly name: string }[],
  asked: DiaryAsked,
  organisationId: string,
  answers: boolean,
) {
  const { onedoor, brand, now } = context;
  const ids = offers.map(({ offer }) => offer.id);
  const until = localInstant(daysFrom(asked.from, asked.days), "00:00");
  const span = { from: localInstant(asked.from, "00:00"), until, now };
  const seen: Seen = {
    slots: await readDiary(onedoor.db.kysely, brand.id, ids, span),
    given: await timesGiven(onedoor.db.kysely, brand.id, ids, span),
  };
  const kinds =
    asked.days === 7 ? daysOf(context, asked, organisationId) : servicesOf(context, offers, asked, seen);
  const [first] = offers;
  const columns = kinds.map(({ holds, ...column }) => {
    const lines = linesOf(context, offers, seen, { holds, answers });
    return { ...column, lines, counts: countsOf(lines) };
  });
  const times = [...new Set(columns.flatMap(({ lines }) => lines.map(({ at }) => at)))].sort();
  return {
    columns: columns
      .filter(({ lines, weekend }) => lines.length > 0 || !weekend)
      .map(
        ({ key, heading, href, note, counts, lines }): DiaryColumn => ({
          key,
          heading,
          href,
          note,
          counts,
          rows: times.map((at) => ({ at, lines: lines.filter((line) => line.at === at) })),
        }),
      ),
    counts: countsOf(columns.flatMap(({ lines }) => lines)),
    references: seen.given.map(({ reference }) => reference),
    hasDiary: first?.offer.slots !== null,
  };
}

interface Column {
  readonly key: string;
  readonly heading: string;
  readonly href: string | null;
  readonly note: string;
  /** Shown only when it has times. */
  readonly weekend: boolean;
  readonly holds: (time: { readonly offerId: string; readonly startsAt: Instant }) => boolean;
}

/** A column a day of the week. */
const daysOf = (
  { directory, paths, now }: AppLoadContext,
  { from }: DiaryAsked,
  organisation: string,
): Column[] =>
  [0, 1, 2, 3, 4, 5, 6].map((ahead) => {
    const day = daysFrom(from, ahead);
    return {
      key: day,
      heading: plainDayWords(day, now),
      href: paths.partnerDiary({ organisation, day }),
      note: directory.bankHolidays.has(day) ? DIARY.bankHoliday : "",
      weekend: ahead > 4,
      holds: ({ startsAt }) => localDate(startsAt) === day,
    };
  });

/** A column a service, of one day. A service without a time on it is left out, unless it is the only one. */
const servicesOf = (
  { directory, paths }: AppLoadContext,
  offers: readonly { readonly offer: Offer; readonly name: string }[],
  { from }: DiaryAsked,
  { slots, given }: Seen,
): Column[] =>
  offers
    .filter(
      ({ offer }) => offers.length === 1 || [...slots, ...given].some(({ offerId }) => offerId === offer.id),
    )
    .map(({ offer, name }) => ({
      key: offer.id,
      heading: name,
      href: paths.partnerDiary({ organisation: offer.organisationId, offer: offer.id, week: from }),
      note: directory.bankHolidays.has(from) ? DIARY.bankHoliday : "",
      weekend: false,
      holds: ({ offerId, startsAt }) => offerId === offer.id && localDate(startsAt) === from,
    }));

function linesOf(
  context: AppLoadContext,
  offers: readonly { readonly offer: Offer }[],
  { slots, given }: Seen,
  { holds, answers }: { readonly holds: Column["holds"]; readonly answers: boolean },
): DiaryLine[] {
  return offers.flatMap(({ offer }) => {
    const minutes = offer.slots?.minutes;
    const mine = {
      slots: slots.filter((slot) => slot.offerId === offer.id && holds(slot)),
      given: given.filter((one) => one.offerId === offer.id && holds(one)),
    };
    const taken = takenTimes(mine.slots, mine.given, minutes);
    const own = mine.given.filter(({ slotId }) => slotId === null);
    return [
      ...mine.slots.map((slot) => slotLine(context, slot, mine.given, taken, answers)),
      ...own.map((one) => ownLine(context, one, mine.slots, taken, { minutes, answers })),
    ];
  });
}

const lineAt = (startsAt: Instant) => ({ at: localTime(startsAt), time: timeWords(startsAt) });

function slotLine(
  context: AppLoadContext,
  slot: DiarySlot,
  given: readonly TimeGiven[],
  taken: readonly Taken[],
  answers: boolean,
): DiaryLine {
  const { id, startsAt, standing, fulfilmentId, blockedWhy } = slot;
  const isToCome = startsAt > context.now;
  const whom = given.find((one) => one.fulfilmentId === fulfilmentId);
  return {
    ...lineAt(startsAt),
    id,
    standing: standing === "free" && !isToCome ? "unused" : standing,
    words: blockedWhy ?? (standing === "held" ? DIARY.held : ""),
    who: fulfilmentId === null ? null : whoOf(context, fulfilmentId, whom, isToCome && answers),
    warnings: fulfilmentId === null ? [] : atOnce(slot, taken, fulfilmentId),
    tick: isToCome && (standing === "free" || standing === "blocked") ? standing : null,
  };
}

function ownLine(
  context: AppLoadContext,
  { fulfilmentId, startsAt, ...given }: TimeGiven,
  slots: readonly DiarySlot[],
  taken: readonly Taken[],
  { minutes, answers }: { readonly minutes: number | undefined; readonly answers: boolean },
): DiaryLine {
  const time = timeOfItsOwn(startsAt, minutes);
  const isToCome = startsAt > context.now;
  const across = (standing: DiarySlot["standing"]) =>
    isToCome && slots.some((slot) => slot.standing === standing && liesAcross(slot, time));
  return {
    ...lineAt(startsAt),
    id: fulfilmentId,
    standing: "own",
    words: "",
    who: whoOf(context, fulfilmentId, { fulfilmentId, startsAt, ...given }, isToCome && answers),
    warnings: [
      ...atOnce(time, taken, fulfilmentId),
      ...(across("free") ? [DIARY.freeToo] : []),
      ...(across("blocked") ? [DIARY.blockedThen] : []),
    ],
    tick: null,
  };
}

function whoOf(
  { paths, directory }: AppLoadContext,
  fulfilmentId: string,
  given: TimeGiven | undefined,
  moves: boolean,
): DiaryLine["who"] {
  const offer = given === undefined ? undefined : directory.offer(given.offerId);
  return {
    href: paths.partnerFulfilment(fulfilmentId),
    name: given?.person ?? DIARY.somebody,
    reference: given?.reference ?? "",
    move:
      moves && given !== undefined && offer !== undefined
        ? paths.partnerDiary({
            organisation: offer.organisationId,
            offer: offer.id,
            week: localDate(given.startsAt),
            move: fulfilmentId,
          })
        : null,
  };
}

function atOnce(time: SlotTime, taken: readonly Taken[], fulfilmentId: string): readonly string[] {
  const others = othersAt(time, taken, fulfilmentId).length;
  return others === 0 ? [] : [DIARY.atOnce(others)];
}

function countsOf(lines: readonly DiaryLine[]): string {
  const counts: Partial<Record<keyof typeof STANDING_WORDS, number>> = {};
  for (const { standing } of lines) counts[standing] = (counts[standing] ?? 0) + 1;
  return standingCounts(counts) || DIARY.noTimes;
}

/** The bank holidays among the days that can be booked. */
export const holidaysAhead = ({ directory, now }: AppLoadContext, until: Instant): readonly string[] => {
  const days: string[] = [];
  for (let day = localDate(now); day < localDate(until); day = dayAfter(day))
    if (directory.bankHolidays.has(day)) days.push(plainDayWords(day, now));
  return days;
};

/** The days of a week that are not like the others and have not passed, by their names on the form. */
export const exceptionsOf = (pattern: SlotPattern | null, now: Instant) =>
  (pattern?.exceptions ?? [])
    .filter(({ on }) => on >= localDate(now))
    .map((one) => ({
      value: exceptionName(one),
      label: exceptionWords(
        plainDayWords(one.on, now),
        one.kind === "day-off"
          ? null
          : {
              from: timeWords(localInstant(one.on, one.opens)),
              to: timeWords(localInstant(one.on, one.closes)),
            },
      ),
    }));
