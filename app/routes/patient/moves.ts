import type { AppLoadContext } from "@remix-run/node";
import type { MovesView } from "~/components/tracking/other-times";
import { momentWords } from "~/content/deadlines";
import type { Fulfilment } from "~/domain/fulfilment/types";
import { openEarlierOffers, readEarlierWish } from "~db/queries/earlier-times";
import type { TrackedPart } from "~db/queries/tracking";

/** What a part is with now, when its time can be changed from here: it is booked, or waits for a time that can be. */
export function movable({ directory, now }: AppLoadContext, { part, fulfilments }: TrackedPart) {
  const held = fulfilments.at(-1);
  if (!held || part.status !== "open" || directory.brand.kind === "real") return undefined;
  const direct = directory.offer(held.offerId)?.booking === "direct";
  const ahead = held.appointment === null || held.appointment.startsAt > now;
  const mayChange = held.status === "accepted" || (held.status === "requested" && direct);
  return mayChange && ahead ? held : undefined;
}

/** What a tracking page shows of other times for a part; null when there is nothing to change. */
export async function movesOf(
  context: AppLoadContext,
  reference: string,
  tracked: TrackedPart,
): Promise<MovesView | null> {
  const held = movable(context, tracked);
  if (!held) return null;
  const { onedoor, brand, paths } = context;
  return {
    at: paths.requestTimes(reference, held.id),
    hasTime: held.appointment !== null,
    wanted: (await readEarlierWish(onedoor.db.kysely, brand.id, held.id)) !== null,
    ...(await offered(context, held)),
  };
}

async function offered({ onedoor, brand, now }: AppLoadContext, held: Fulfilment) {
  const offers = await openEarlierOffers(onedoor.db.kysely, brand.id, held.id, now);
  return {
    version: held.version,
    offers: offers.map(({ slotId, startsAt, expiresAt }) => ({
      slotId,
      when: momentWords(startsAt, now),
      until: momentWords(expiresAt, now),
    })),
  };
}
