import { expect, test } from "vitest";
import { box } from "~tests/support/fulfilment";
import { calendarDescription, calendarOrganiser, calendarSummary } from "./calendar";

test("a calendar says through whom there is an appointment, and not what for", () => {
  expect(calendarSummary("Larkmouth Care")).toBe("Appointment – Larkmouth Care");
  const said = calendarDescription(
    { status: "confirmed", box: box("a") },
    "K7PM-3QXR",
    "https://larkmouth.example/requests/K7PM-3QXR",
  );
  expect(said).toBe(
    "To ask about it or to change it, call 01632 960 001.\nYour reference is K7PM-3QXR.\nEverything about it is here: https://larkmouth.example/requests/K7PM-3QXR",
  );
});

test("whose name it is in is read from the box", () => {
  expect(calendarOrganiser(box("a"))).toBe("Partner a");
  expect(calendarOrganiser({ ...box("a"), style: "brand" })).toBe("Larkmouth Care");
  expect(calendarOrganiser({ ...box("a"), style: "both" })).toBe("Partner a with Larkmouth Care");
});

test("what is cancelled says so, and asks nobody to ring about it", () => {
  expect(calendarDescription({ status: "cancelled", box: box("a") }, "K7PM-3QXR", "x")).toContain(
    "This appointment is cancelled.",
  );
});
