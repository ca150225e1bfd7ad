import { type CalendarAppointment, calendarFile } from "~/integrations/calendar/appointment";

/** An appointment as a file that a person's own calendar reads. */
export const writeCalendar = (appointment: CalendarAppointment): string => calendarFile(appointment);
