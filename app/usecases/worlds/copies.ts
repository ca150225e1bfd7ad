import {
  dayAfter,
  type Instant,
  instant,
  isWorkingDay,
  localDate,
  localInstant,
  milliseconds,
  type PlainDate,
} from "~/domain/shared/time";
import { moveBrandClock } from "~db/queries/brands";
import { readMaking } from "~db/queries/copy-brand";
import type { Onedoor } from "../context";
import { copyBrand } from "../copy-brand";
import { removeBrand } from "../delete-brand";
import { brandNow } from "../setting";

/** What a copy of a town can be made for: a story that a board is told, or somebody who takes part in a study. */
export type WorldOf = "stage" | "lab";

const MORNING = "09:30";
const HOUR_MS = 3_600_000;

/** A world is a brand: its address is known to nobody who was not given it. */
export const newWorldId = (onedoor: Onedoor, of: WorldOf): string =>
  `${of}-${onedoor.newId().replaceAll("-", "")}`;

/**
 * Makes a world of a town, without its open work. So many hours after it begins, it is half past nine on a working day:
 * whatever the hour in the room, partners are at work.
 */
export async function copyTown(
  onedoor: Onedoor,
  { townId, worldId }: { readonly townId: string; readonly worldId: string },
  of: WorldOf,
  hoursBefore = 0,
): Promise<void> {
  const copied = await copyBrand(onedoor, {
    from: townId,
    to: { id: worldId },
    openWork: false,
    world: of,
    who: { kind: "operator", name: of },
  });
  if (copied.kind !== "copied")
    throw new Error(`No world could be made of ${townId}: ${copied.reasons.join(", ")}`);
  const { bankHolidays } = await onedoor.directories.current(worldId);
  await onedoor.db.write(async (tx) => {
    const now = milliseconds(await brandNow(onedoor, worldId, tx));
    const morning = nextMorning(instant(now + hoursBefore * HOUR_MS), bankHolidays);
    await moveBrandClock(tx, worldId, milliseconds(morning) - hoursBefore * HOUR_MS - now);
  });
}

function nextMorning(now: Instant, bankHolidays: ReadonlySet<PlainDate>): Instant {
  let day = localDate(now);
  while (!isWorkingDay(day, bankHolidays) || localInstant(day, MORNING) < now) day = dayAfter(day);
  return localInstant(day, MORNING);
}

/** Takes a world away. False while another process is at it: it is gone, or tried again, in a later pass. */
export async function takeWorldAway(onedoor: Onedoor, worldId: string): Promise<boolean> {
  await removeBrand(onedoor, worldId);
  onedoor.directories.forget(worldId);
  return (await readMaking(onedoor.db.kysely, worldId)) === undefined;
}
