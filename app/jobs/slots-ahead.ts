import { localDate, type PlainDate } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { oneByOne } from "~/usecases/one-by-one";
import { brandNow } from "~/usecases/setting";
import { topUpSlots } from "~/usecases/top-up-slots";
import { brandsInTime } from "~db/queries/brands";

/**
 * Keeps every diary weeks ahead: at the first call, and then once on each new day of a brand. Returns how many slots
 * were made. Several processes may do it at once, for a slot is made once only.
 */
export function slotsAhead(onedoor: Onedoor): () => Promise<number> {
  const filled = new Map<string, PlainDate>();
  return async () => {
    const { done, failures } = await oneByOne(await brandsInTime(onedoor.db.kysely), async (id) => {
      const today = localDate(await brandNow(onedoor, id));
      if (filled.get(id) === today) return 0;
      const made = await topUpSlots(onedoor, id);
      filled.set(id, today);
      return made;
    });
    if (failures.length > 0) throw new AggregateError(failures, "Some brands' diaries could not be filled");
    return done;
  };
}
