import { milliseconds } from "~/domain/shared/time";
import type { ClockMove } from "~/domain/stage/story";
import { moveBrandClock } from "~db/queries/brands";
import { lastAppointmentAt, nextDueAt } from "~db/queries/part-states";
import type { Onedoor } from "../context";
import { passDeadlines } from "../pass-deadline";
import { brandNow } from "../setting";

/** A moment past what the clock was moved to, so that it has passed. */
const PAST_MS = 1_000;
/** From when a time was given until the care is over. */
const VISIT_MS = 40 * 60_000;

/**
 * Moves the clock of a stage's world on, and does at once what is then due there. False when there was nothing to move
 * it to: no deadline runs, or no time was given.
 */
export async function moveClock(onedoor: Onedoor, worldId: string, move: ClockMove): Promise<boolean> {
  const byMs = await spanOf(onedoor, worldId, move);
  if (byMs === null) return false;
  await onedoor.db.write((tx) => moveBrandClock(tx, worldId, byMs));
  await passDeadlines(onedoor, worldId);
  return true;
}

async function spanOf(onedoor: Onedoor, worldId: string, move: ClockMove): Promise<number | null> {
  if (typeof move === "object") return move.hours * 3_600_000;
  const { kysely } = onedoor.db;
  const at = await (move === "deadline" ? nextDueAt(kysely, worldId) : lastAppointmentAt(kysely, worldId));
  if (at === null) return null;
  const until = milliseconds(at) + (move === "deadline" ? PAST_MS : VISIT_MS);
  return Math.max(0, until - milliseconds(await brandNow(onedoor, worldId)));
}
