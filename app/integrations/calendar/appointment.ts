import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Instant } from "~/domain/shared/time";

/** An appointment as it goes into a person's own calendar, where others may see it: nothing in it says what it is for. */
export interface CalendarAppointment {
  /** The same for all that becomes of one part of a request. */
  readonly uid: string;
  readonly sequence: number;
  readonly status: "confirmed" | "cancelled";
  readonly startsAt: Instant;
  /** Null when nobody said how long it takes: then only the start is written. */
  readonly endsAt: Instant | null;
  readonly summary: string;
  readonly description: string;
  /** Empty for one that is not said: then none is written. */
  readonly place: string;
  /** Whose name the person will meet. */
  readonly organiser: string;
  /** The request's own page, whole. */
  readonly address: string;
  readonly writtenAt: Instant;
}

/** Calendars ask for an organiser's mailbox. Nobody reads one for us, and this name is set aside for that (RFC 2606). */
const NO_MAILBOX = "no-reply@onedoor.invalid";

/**
 * An iCalendar file (RFC 5545) of one appointment, published. Its moments are in UTC, so that each calendar shows them at
 * the right time in summer and in winter. Read again, it changes or cancels what the calendar had under the same UID.
 */
export function calendarFile(appointment: CalendarAppointment): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Onedoor", product: "Appointments", language: "EN" },
  });
  const { organiser, startsAt, endsAt, status } = appointment;
  calendar.createEvent({
    id: appointment.uid,
    sequence: appointment.sequence,
    status: status === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: new Date(appointment.writtenAt),
    start: new Date(startsAt),
    ...(endsAt === null ? {} : { end: new Date(endsAt) }),
    summary: appointment.summary,
    description: appointment.description,
    ...(appointment.place === "" ? {} : { location: appointment.place }),
    organizer: { name: organiser, email: NO_MAILBOX },
    url: appointment.address,
  });
  return calendar.toString();
}
