import { expect, test } from "vitest";
import { type CalendarAppointment, calendarFile } from "./appointment";

const appointment = (change: Partial<CalendarAppointment> = {}): CalendarAppointment => ({
  uid: "part-1@larkmouth.onedoor",
  sequence: 2,
  status: "confirmed",
  startsAt: "2026-12-01T10:30:00.000Z",
  endsAt: "2026-12-01T11:00:00.000Z",
  summary: "Appointment – Larkmouth Care",
  description: "Call 01632 960 001.\nYour reference is K7PM-3QXR.",
  place: "Quay House, first floor; room 2",
  organiser: "Harbour Community Trust",
  address: "https://larkmouth.example/requests/K7PM-3QXR",
  writtenAt: "2026-11-23T09:00:00.000Z",
  ...change,
});

/** Reads a file as RFC 5545 has it: CRLF, no line over 75 octets, folded lines put together, and text unescaped. */
function read(file: string): { readonly names: readonly string[]; readonly of: Record<string, string> } {
  expect(file).not.toMatch(/[^\r]\n|\r[^\n]/);
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = file
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .filter((line) => line !== "");
  const pairs = lines.map((line) => {
    const [, name = "", value = ""] = /^([A-Z-]+)(?:;[^:]*?(?:"[^"]*")?)?:(.*)$/.exec(line) ?? [];
    expect(name, line).not.toBe("");
    return [
      name,
      value.replace(/\\([,;\\nN])/g, (_, mark) => (mark.toLowerCase() === "n" ? "\n" : mark)),
    ] as const;
  });
  return { names: pairs.map(([name, value]) => `${name}:${value}`), of: Object.fromEntries(pairs) };
}

test("one event, published, with all that was said of it", () => {
  const { names, of } = read(calendarFile(appointment()));
  expect(names.slice(0, 1)).toEqual(["BEGIN:VCALENDAR"]);
  expect(names.filter((name) => name === "BEGIN:VEVENT")).toHaveLength(1);
  expect(names.at(-1)).toBe("END:VCALENDAR");
  expect(of).toMatchObject({
    VERSION: "2.0",
    METHOD: "PUBLISH",
    UID: "part-1@larkmouth.onedoor",
    SEQUENCE: "2",
    STATUS: "CONFIRMED",
    DTSTAMP: "20261123T090000Z",
    SUMMARY: "Appointment – Larkmouth Care",
    DESCRIPTION: "Call 01632 960 001.\nYour reference is K7PM-3QXR.",
    LOCATION: "Quay House, first floor; room 2",
    URL: "https://larkmouth.example/requests/K7PM-3QXR",
  });
  expect(calendarFile(appointment())).toContain('ORGANIZER;CN="Harbour Community Trust":mailto:');
});

test("half past ten is half past ten in winter and in summer: the moment is written in UTC", () => {
  expect(read(calendarFile(appointment())).of).toMatchObject({
    DTSTART: "20261201T103000Z",
    DTEND: "20261201T110000Z",
  });
  // In British Summer Time half past ten is half past nine in UTC.
  const summer = appointment({ startsAt: "2027-07-06T09:30:00.000Z", endsAt: null });
  const { of } = read(calendarFile(summer));
  expect(of.DTSTART).toBe("20270706T093000Z");
  expect(of).not.toHaveProperty("DTEND");
  const shown = new Date(String(of.DTSTART).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  expect(shown.toLocaleTimeString("en-GB", { timeZone: "Europe/London" })).toBe("10:30:00");
});

test("what was lost is cancelled, under the same name and a higher number", () => {
  const before = read(calendarFile(appointment())).of;
  const after = read(calendarFile(appointment({ status: "cancelled", sequence: 3 }))).of;
  expect(after).toMatchObject({ METHOD: "PUBLISH", STATUS: "CANCELLED", UID: before.UID, SEQUENCE: "3" });
});

test("a place of many words, or with a quote in its name, breaks no line of the file", () => {
  const place = `The “Old” Quay House, ${"a long way up the hill, ".repeat(12)}Larkmouth`;
  expect(read(calendarFile(appointment({ place }))).of.LOCATION).toBe(place);
  const quoted = calendarFile(appointment({ organiser: 'The "Quay"\r\nATTACH:evil' }));
  expect(read(quoted).names.some((name) => name.startsWith("ATTACH"))).toBe(false);
});

test("a place that is not said is not written", () => {
  expect(read(calendarFile(appointment({ place: "" }))).of).not.toHaveProperty("LOCATION");
});
