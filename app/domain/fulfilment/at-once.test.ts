import { expect, it } from "vitest";
import { othersAt, takenTimes, timeOfItsOwn } from "./at-once";

const at = (time: string) => `2026-11-30T${time}:00.000Z`;
const slot = (from: string, until: string, fulfilmentId: string | null) => ({
  startsAt: at(from),
  endsAt: at(until),
  fulfilmentId,
});
const taken = takenTimes(
  [slot("09:00", "09:30", "ada"), slot("09:30", "10:00", null), slot("10:00", "10:30", "ben")],
  [
    { fulfilmentId: "ben", startsAt: at("10:00"), slotId: "a-slot" },
    { fulfilmentId: "cy", startsAt: at("09:15"), slotId: null },
  ],
  30,
);

it("counts who is booked in a slot once, and who has a time of their own", () => {
  expect(taken.map(({ fulfilmentId }) => fulfilmentId)).toEqual(["ada", "ben", "cy"]);
});

it("tells who else is there at a time, whoever begins first, and not who only follows on", () => {
  const others = (time: string, who: string) =>
    othersAt(timeOfItsOwn(at(time), 30), taken, who).map(({ fulfilmentId }) => fulfilmentId);
  expect(others("09:15", "cy")).toEqual(["ada"]);
  expect(others("09:00", "dee")).toEqual(["ada", "cy"]);
  expect(others("09:45", "dee")).toEqual(["ben"]);
  expect(others("10:30", "dee")).toEqual([]);
});

it("takes a time to last half an hour where nobody said how long one is", () => {
  expect(timeOfItsOwn(at("09:00"), undefined).endsAt).toBe(at("09:30"));
});
