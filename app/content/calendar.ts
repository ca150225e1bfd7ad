import type { Box } from "~/domain/boxes/types";
import type { CalendarTime } from "~/domain/fulfilment/calendar-time";

/** What a calendar shows at a glance, to whoever looks over a shoulder: that there is one, and through whom. */
export const calendarSummary = (brand: string): string => `Appointment – ${brand}`;

/** Whose name the person meets. */
export function calendarOrganiser({ style, brand, partner }: Box): string {
  switch (style) {
    case "brand":
      return brand.name;
    case "partner":
      return partner.name;
    case "both":
      return `${partner.name} with ${brand.name}`;
  }
}

/** What stands under it: who to ring and where the rest is. Nothing says what it is for. */
export function calendarDescription(
  { status, box }: Pick<CalendarTime, "status" | "box">,
  reference: string,
  address: string,
): string {
  const ring =
    box.questionsPhone === "" ? "" : `To ask about it or to change it, call ${box.questionsPhone}.`;
  return [
    status === "cancelled" ? "This appointment is cancelled." : ring,
    `Your reference is ${reference}.`,
    `Everything about it is here: ${address}`,
  ]
    .filter(Boolean)
    .join("\n");
}
