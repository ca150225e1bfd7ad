import { localDate, type PlainDate } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { doneInAll, oneByOne } from "~/usecases/one-by-one";
import { topUpSlots } from "~/usecases/top-up-slots";
import { brandsInTime } from "~db/queries/brands";

/**
 * Keeps every diary weeks ahead: at the first call, and then once on each new day of a brand. Returns how many slots
 * were made. Several processes may do it at once, for a slot is made once only.
 */
export function slotsAhead(onedoor: Onedoor): () => Promise<number> {
  const filled = new Map<string, PlainDate | undefined>();
  return async () => {
    const brands = await brandsInTime(onedoor.db.kysely, onedoor.clock());
    const today = new Map(brands.map(({ id, now }) => [id, localDate(now)]));
    const toFill = [...today.keys()].filter((id) => filled.get(id) !== today.get(id));
    const pass = await oneByOne(toFill, async (id) => {
      const made = await topUpSlots(onedoor, id);
      filled.set(id, today.get(id));
      return made;
    });
    return doneInAll([pass], "Some brands' diaries could not be filled");
  };
}
