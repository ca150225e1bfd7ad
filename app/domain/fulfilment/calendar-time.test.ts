import { expect, test } from "vitest";
import { next, opened, request, setting } from "~tests/support/fulfilment";
import { calendarTimeOf } from "./calendar-time";
import { decide } from "./decide";
import type { Command, PartState } from "./part-state";

const FIRST = "2026-11-30T10:00:00.000Z";
const SECOND = "2026-12-02T14:00:00.000Z";

function after(
  state: PartState,
  command: (fulfilment: { fulfilmentId: string; version: number }) => Command,
) {
  const held = state.fulfilments.at(-1);
  const decided = decide(
    state,
    command({ fulfilmentId: held?.id ?? "", version: held?.version ?? 0 }),
    setting(),
  );
  if (decided.kind !== "decided") throw new Error(JSON.stringify(decided));
  return decided.after;
}
const at = (startsAt: string) => ({ slotId: null, startsAt, place: "Quay House" });
const accepted = () =>
  after(opened(request(), next("a")).after, (on) => ({ type: "accept", ...on, appointment: at(FIRST) }));

test("a part without a time has nothing for a calendar", () => {
  expect(calendarTimeOf(opened(request(), next("a")).after.fulfilments)).toBeNull();
});

test("a time that moves, is cancelled, and is given by another partner has a higher number each time", () => {
  const first = calendarTimeOf(accepted().fulfilments);
  expect(first).toMatchObject({ status: "confirmed", startsAt: FIRST, place: "Quay House" });

  const moved = after(accepted(), (on) => ({ type: "book", ...on, appointment: at(SECOND), by: "partner" }));
  const second = calendarTimeOf(moved.fulfilments);
  expect(second).toMatchObject({ status: "confirmed", startsAt: SECOND });

  const lost = after(moved, (on) => ({ type: "withdraw", ...on, reason: "22", note: "", next: next("b") }));
  const third = calendarTimeOf(lost.fulfilments);
  expect(third).toMatchObject({ status: "cancelled", startsAt: SECOND });
  expect(third?.box.partner.id).toBe("a");

  const again = after(lost, (on) => ({ type: "accept", ...on, appointment: at(FIRST) }));
  const fourth = calendarTimeOf(again.fulfilments);
  expect(fourth).toMatchObject({ status: "confirmed", startsAt: FIRST });
  expect(fourth?.box.partner.id).toBe("b");

  const sequences = [first, second, third, fourth].map((time) => time?.sequence ?? 0);
  expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other));
});
