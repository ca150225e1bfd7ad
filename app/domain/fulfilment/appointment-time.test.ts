import { describe, expect, test } from "vitest";
import { appointmentTime, timeOfDay } from "./appointment-time";

const now = "2026-11-22T09:00:00.000Z";
const typed = (over: object = {}) => ({ day: "27", month: "11", year: "2026", time: "9.30 am", ...over });

describe("a time of day", () => {
  test.each([
    ["9.30 am", "09:30"],
    ["9:30AM", "09:30"],
    ["14:30", "14:30"],
    ["1430", "14:30"],
    ["2 pm", "14:00"],
    ["12 pm", "12:00"],
    ["12.15am", "00:15"],
    ["midday", "12:00"],
  ])("%s is %s", (text, time) => expect(timeOfDay(text)).toBe(time));

  test.each(["", "9", "25:00", "9.75", "13 pm", "0 am", "soon", "9:3", "-1:00", "９:30"])(
    "%s is none",
    (text) => expect(timeOfDay(text)).toBeUndefined(),
  );
});

describe("an appointment's time", () => {
  test("is local: half past nine in summer is half past eight in Greenwich", () => {
    expect(appointmentTime(typed({ day: "1", month: "7", year: "2027" }), now)).toEqual({
      ok: true,
      startsAt: "2027-07-01T08:30:00.000Z",
    });
  });

  test("that the clocks skip is refused, and one on each side of it is not", () => {
    const spring = { day: "28", month: "3", year: "2027" };
    expect(appointmentTime(typed({ ...spring, time: "1:30" }), now)).toEqual({
      ok: false,
      field: "time",
      message: "The clocks go forward in that hour, so there is no such time. Enter another",
    });
    for (const time of ["0:59", "2:00"]) {
      expect(appointmentTime(typed({ ...spring, time }), now)).toMatchObject({ ok: true });
    }
  });

  test.each([
    [{ day: "", month: "", year: "" }, "day"],
    [{ month: "" }, "month"],
    [{ day: "31" }, "day"],
    [{ day: "x" }, "day"],
    [{ year: "26" }, "year"],
    [{ year: "2099" }, "year"],
    [{ time: "" }, "time"],
    [{ time: "noonish" }, "time"],
    [{ day: "21" }, "day"],
    [{ day: "22", time: "8 am" }, "time"],
  ])("%o points at the %s", (over, field) =>
    expect(appointmentTime(typed(over), now)).toMatchObject({ ok: false, field }),
  );
});
