import type { Service, Wait } from "~/domain/directory/types";
import type { Glance } from "~/domain/routing/glance";
import { dateInWords, daysInWords, distanceInWords } from "~/domain/shared/in-words";
import type { Instant } from "~/domain/shared/time";
import { whenWords } from "./deadlines";

/** "Usual wait: about 7 weeks". Its date stands beside it wherever it is shown: `waitMonth` or `waitSource`. */
function waitWords(wait: Wait): string {
  const days = daysInWords(wait.days);
  return wait.days < 1 ? "Usually seen the same day" : `Usual wait: ${days}`;
}

/** The month that a figure is of: "March 2026". */
const waitMonth = ({ asOf }: Wait): string => dateInWords(asOf).replace(/^\d+ /, "");

/** Where a figure is from, and of when: "NHS England, 31 March 2026". A source that names the month says enough. */
export const waitSource = (wait: Wait): string =>
  wait.source.includes(waitMonth(wait)) ? wait.source : `${wait.source}, ${dateInWords(wait.asOf)}`;

/** How soon, in one line; undefined when nothing is known, which is never said as "no wait". */
export function soonWords(
  { nextFreeAt, wait }: Pick<Glance, "nextFreeAt" | "wait">,
  now: Instant,
): string | undefined {
  if (nextFreeAt !== null) return `Next free time: ${whenWords(nextFreeAt, now)}`;
  return wait === null ? undefined : waitWords(wait);
}

/** The same with the month of the figure, where there is no room for its source: "Usual wait: 9 days (March 2026)". */
export function datedSoonWords(
  glance: Pick<Glance, "nextFreeAt" | "wait">,
  now: Instant,
): string | undefined {
  const soon = soonWords(glance, now);
  return glance.nextFreeAt === null && glance.wait !== null ? `${soon} (${waitMonth(glance.wait)})` : soon;
}

/** How near, in one line, when a postcode was given. */
export function nearWords({ nearestKm }: Glance): string | undefined {
  return nearestKm === null ? undefined : `Nearest: ${distanceInWords(nearestKm)} away`;
}

/** How people get to a service. */
export const ACCESS_WORDS: Readonly<
  Record<Service["access"], { readonly short: string; readonly long: string }>
> = {
  "self-referral": {
    short: "Ask for this yourself",
    long: "You can ask for this yourself. You do not need to see anyone first.",
  },
  referral: {
    short: "Your practice refers you",
    long: "Your practice refers you for this. You ask here, and the request goes to your own practice.",
  },
};
