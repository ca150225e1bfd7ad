import type { AppLoadContext } from "@remix-run/node";
import type { Together } from "~/components/work/together";
import { momentWords } from "~/content/deadlines";
import { SEVERAL } from "~/content/together";
import { bookableUntil } from "~/domain/directory/slot-times";
import { whyNot } from "~/domain/fulfilment/guards";
import type { Instant } from "~/domain/shared/time";
import { readPartState } from "~db/queries/part-states";
import { freeSlots } from "~db/queries/slots";
import { type WorklistItem, type WorkOf, workItems } from "~db/queries/worklist";
import { lineOf } from "./work-of";

/** As many as two pages of a worklist. */
export const MOST_AT_ONCE = 100;

/** What one piece of work will come to when it is answered with the others. */
export interface OneOfSeveral {
  readonly line: ReturnType<typeof lineOf>;
  readonly version: number;
  /** Why it cannot be done; null when it can. */
  readonly why: string | null;
  /** The free time that it would get, and no other of them. */
  readonly slot: { readonly id: string; readonly label: string } | null;
}

/** Each of the work that was chosen, with what would be done to it now. What is another organisation's is not among it. */
export async function severalOf(
  context: AppLoadContext,
  work: WorkOf,
  intent: Together,
  ids: readonly string[],
): Promise<OneOfSeveral[]> {
  const { onedoor, brand, now } = context;
  const items = await workItems(onedoor.db.kysely, work, ids);
  const times = intent === "accept" ? await timesFor(context, items) : new Map<string, never[]>();
  const several: OneOfSeveral[] = [];
  for (const item of items) {
    const { fulfilment } = item;
    const state = await readPartState(onedoor.db.kysely, brand.id, fulfilment.partId);
    const why = state === undefined ? SEVERAL.gone : whyNot(intent, state, fulfilment, now);
    const slot = why === null ? times.get(fulfilment.offerId)?.shift() : undefined;
    several.push({
      line: lineOf(item, context),
      version: fulfilment.version,
      why,
      slot: slot ? { id: slot.id, label: momentWords(slot.startsAt, now) } : null,
    });
  }
  return several;
}

/** The next free times of each offer among these, as many as could be wanted. */
async function timesFor({ onedoor, brand, now }: AppLoadContext, items: readonly WorklistItem[]) {
  const offers = new Set(items.map(({ fulfilment }) => fulfilment.offerId));
  const times = new Map<string, { id: string; startsAt: Instant }[]>();
  for (const offerId of offers)
    times.set(
      offerId,
      await freeSlots(onedoor.db.kysely, brand.id, offerId, now, bookableUntil(now), {
        now,
        limit: items.length,
      }),
    );
  return times;
}
