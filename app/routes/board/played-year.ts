import type { AppLoadContext } from "@remix-run/node";
import { daysFrom } from "~/domain/shared/time";
import type { ReplayedDays } from "~/domain/simulation/draft";
import { readPastYear } from "~db/queries/past-weeks";

export interface Year {
  readonly kind: "year";
  /** The days that can be played again. */
  readonly days: ReplayedDays;
}

/**
 * The year of requests that can be played again here. There is none of a brand of real organisations (`real`): nothing
 * is made up of how they would answer; nor before one was made (`none`).
 */
export async function yearOf({
  onedoor,
  brand,
}: AppLoadContext): Promise<Year | { readonly kind: "real" | "none" }> {
  if (brand.kind === "real") return { kind: "real" };
  const year = await readPastYear(onedoor.db.kysely, brand.historyOf ?? brand.id);
  const first = year?.weeks[0];
  const last = year?.weeks.at(-1);
  if (first === undefined || last === undefined) return { kind: "none" };
  return { kind: "year", days: { from: first.startsOn, until: daysFrom(last.startsOn, 6) } };
}
