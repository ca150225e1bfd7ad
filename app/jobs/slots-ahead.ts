import { localDate, type PlainDate } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { brandNow } from "~/usecases/setting";
import { topUpSlots } from "~/usecases/top-up-slots";
import { brandsInTime } from "~db/queries/brands";

/**
 * Keeps every diary weeks ahead: at the first call, and then once on each new day of a brand. Returns how many slots
 * were made. Several processes may do it at once, for a slot is made once only.
 */
export function slotsAhead(onedoor: Onedoor): () => Promise<number> {
  const done = new Map<string, PlainDate>();
  return async () => {
    let made = 0;
    for (const id of await brandsInTime(onedoor.db.kysely)) {
      const today = localDate(await brandNow(onedoor, id));
      if (done.get(id) === today) continue;
      made += await topUpSlots(onedoor, id);
      done.set(id, today);
    }
    return made;
  };
}
