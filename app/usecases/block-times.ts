import { may } from "~/domain/access/may";
import { rolesOf } from "~/domain/access/roles";
import type { Directory } from "~/domain/directory/directory";
import { saysRoom } from "~/domain/directory/types";
import { toJson } from "~/domain/shared/json";
import { dayAfter, type Instant, localInstant, type PlainDate } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { readMemberships } from "~db/queries/accounts";
import { insertAudit } from "~db/queries/audit";
import { blockSlot, type DiarySlot, openSlot, readDiary } from "~db/queries/diary";
import { readSlot } from "~db/queries/slots";
import type { Onedoor } from "./context";
import { fillDiary } from "./fill-diary";
import type { PartnerActor } from "./respond-to-fulfilment";
import { brandNow } from "./setting";

/** Times of one offer by their ids, or all that are free on some days, both inclusive. */
export type WhichTimes =
  | { readonly slotIds: readonly string[] }
  | { readonly from: PlainDate; readonly until: PlainDate };

/** What blocking or opening times comes to. Of what is `gone`, somebody else was faster: then nothing was done. */
export type TimesKept =
  | {
      readonly kind: "done";
      readonly count: number;
      /** Within the days that were asked for, and left to whoever has them. */
      readonly left: number;
    }
  | { readonly kind: "gone"; readonly startsAt: readonly Instant[] }
  | { readonly kind: "not-allowed" | "not-found" };

/**
 * Lets nobody have some free times of one of the actor's own organisation's offers. Times that were chosen one by one
 * are blocked all together or, when somebody has taken one meanwhile, not at all; of some days, all that are free.
 */
export function blockTimes(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { offerId, why, ...which }: WhichTimes & { readonly offerId: string; readonly why: string },
): Promise<TimesKept> {
  return inDiary(onedoor, brandId, actor, offerId, async ({ tx, now }) => {
    const slots = await timesOf(tx, brandId, offerId, which, now);
    const free = slots.filter(({ standing, startsAt }) => standing === "free" && startsAt > now);
    const others = slots.filter((slot) => !free.includes(slot));
    if ("slotIds" in which && (others.length > 0 || slots.length < which.slotIds.length))
      return { kind: "gone", startsAt: others.map(({ startsAt }) => startsAt) };
    for (const { id } of free)
      if (!(await blockSlot(tx, brandId, { slotId: id, why }, now)))
        throw new Error(`Slot ${id} was free a moment ago in this transaction`);
    const times = free.map(({ startsAt }) => startsAt);
    await write(tx, brandId, actor, now, { action: "times-blocked", offerId, detail: { why, times } });
    const left = others.filter(({ standing, startsAt }) => startsAt > now && standing !== "blocked");
    return { kind: "done", count: free.length, left: left.length };
  });
}

/**
 * Lets people have times again that were blocked: all of them, or, when one is blocked no more, none. What is in the
 * diary no more goes from it.
 */
export function openTimes(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { offerId, slotIds }: { readonly offerId: string; readonly slotIds: readonly string[] },
): Promise<TimesKept> {
  return inDiary(onedoor, brandId, actor, offerId, async (diary) => {
    const { tx, now } = diary;
    const slots = await chosen(tx, brandId, offerId, slotIds, now);
    const gone = slots.filter(({ standing }) => standing !== "blocked");
    if (gone.length > 0 || slots.length < slotIds.length)
      return { kind: "gone", startsAt: gone.map(({ startsAt }) => startsAt) };
    for (const { id } of slots) await openSlot(tx, brandId, id);
    await fillDiary(diary, brandId, offerId);
    const times = slots.map(({ startsAt }) => startsAt);
    await write(tx, brandId, actor, now, { action: "times-opened", offerId, detail: { times } });
    return { kind: "done", count: slots.length, left: 0 };
  });
}

interface Diary {
  readonly tx: Tx;
  readonly now: Instant;
  readonly directory: Directory;
}

/** In one transaction, for whoever may keep the diary of the offer as that transaction sees them. */
async function inDiary(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  offerId: string,
  keep: (diary: Diary) => Promise<TimesKept>,
): Promise<TimesKept> {
  const directory = await onedoor.directories.current(brandId);
  const offer = directory.offer(offerId);
  return onedoor.db.write(async (tx) => {
    const roles = { ...rolesOf(await readMemberships(tx, brandId, actor.accountId)), answersFor: [] };
    if (!may(roles, "keep-diary", actor.organisationId)) return { kind: "not-allowed" };
    if (offer?.organisationId !== actor.organisationId || !saysRoom(offer)) return { kind: "not-found" };
    return keep({ tx, directory, now: await brandNow(onedoor, brandId, tx) });
  });
}

const timesOf = (
  tx: Tx,
  brandId: string,
  offerId: string,
  which: WhichTimes,
  now: Instant,
): Promise<DiarySlot[]> =>
  "slotIds" in which
    ? chosen(tx, brandId, offerId, which.slotIds, now)
    : readDiary(tx, brandId, [offerId], {
        from: localInstant(which.from, "00:00"),
        until: localInstant(dayAfter(which.until), "00:00"),
        now,
      });

/** The offer's slots by their ids; another offer's are none. */
async function chosen(
  tx: Tx,
  brandId: string,
  offerId: string,
  slotIds: readonly string[],
  now: Instant,
): Promise<DiarySlot[]> {
  const slots: DiarySlot[] = [];
  for (const slotId of slotIds) {
    const slot = await readSlot(tx, brandId, slotId);
    if (slot?.offerId !== offerId) continue;
    const until = slot.endsAt;
    const there = await readDiary(tx, brandId, [offerId], { from: slot.startsAt, until, now });
    slots.push(...there.filter(({ id }) => id === slotId));
  }
  return slots;
}

const write = (
  tx: Tx,
  brandId: string,
  actor: PartnerActor,
  at: Instant,
  { action, offerId, detail }: { readonly action: string; readonly offerId: string; readonly detail: object },
): Promise<void> =>
  insertAudit(tx, brandId, [{ at, actor: toJson(actor), action, subject: offerId, body: toJson(detail) }]);
