import type { Box } from "../boxes/types";
import type { Instant } from "../shared/time";
import type { Fulfilment } from "./types";

/** The time of a part as a calendar keeps it: it is put in, moved, or taken out again. */
export interface CalendarTime {
  readonly status: "confirmed" | "cancelled";
  /** Higher each time that anything about the part's fulfilments is written, whoever has it: the newer one counts. */
  readonly sequence: number;
  readonly startsAt: Instant;
  readonly slotId: string | null;
  readonly place: string;
  /** Whose box it comes in, or came. */
  readonly box: Box;
}

/** The time that a part has; or the last one that it had, as cancelled; null when it never had one. */
export function calendarTimeOf(fulfilments: readonly Fulfilment[]): CalendarTime | null {
  const last = fulfilments.at(-1);
  const has = last !== undefined && last.ended === null && last.appointment !== null;
  const of = has ? last : fulfilments.findLast(({ appointment }) => appointment !== null);
  if (of?.appointment == null) return null;
  const { slotId, startsAt, place } = of.appointment;
  return {
    status: has ? "confirmed" : "cancelled",
    sequence: fulfilments.reduce((sum, { version }) => sum + version, 0),
    startsAt,
    slotId,
    place,
    box: of.box,
  };
}
