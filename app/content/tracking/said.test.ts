import { expect, test } from "vitest";
import { box, MONDAY, promised } from "~tests/support/fulfilment";
import { saidOf } from "./said";
import type { Names, TrackedEvent, TrackedPart } from "./tracked";

const names: Names = {
  brand: "Larkmouth Care",
  real: false,
  organisation: (id) => `Partner ${id}`,
  where: (id) => `at ${id}`,
};
const part: TrackedPart = {
  part: {
    id: "p1",
    status: "open",
    waiting: false,
    owner: { kind: "partner", organisationId: "a" },
    dueAt: MONDAY,
    promise: promised(MONDAY),
  },
  serviceName: "Physiotherapy",
  fulfilments: [
    {
      id: "f1",
      partId: "p1",
      offerId: "o",
      organisationId: "a",
      decisionId: "d",
      status: "requested",
      version: 1,
      box: box("a"),
      requestedAt: MONDAY,
      answerBy: MONDAY,
      answeredAt: null,
      appointment: null,
      hold: null,
      outcome: null,
      ended: null,
    },
  ],
};
const events: readonly TrackedEvent[] = [
  { at: "2026-11-23T09:10:00.000Z", partId: "p1", event: { type: "question-asked", text: "A stick?" } },
  { at: "2026-11-23T09:15:00.000Z", partId: "p2", event: { type: "information-added", text: "Another’s" } },
  {
    at: "2026-11-23T09:20:00.000Z",
    partId: "p1",
    event: { type: "question-answered", fulfilmentId: "f1", text: "Yes" },
  },
  {
    at: "2026-11-23T09:25:00.000Z",
    partId: "p1",
    event: { type: "question-answered", fulfilmentId: null, text: "And a coat" },
  },
];
const now = "2026-11-23T10:00:00.000Z";

test("what was asked and answered of one part, by name", () => {
  expect(saidOf(part, events, [], names, now).map(({ who, text }) => `${who}: ${text}`)).toEqual([
    "You asked: A stick?",
    "Partner a wrote: Yes",
    "Our front desk wrote: And a coat",
  ]);
});

test("is seen once somebody who has it opens it after it was written", () => {
  const seen = (at: string, organisationId: string | null) =>
    saidOf(part, events, [{ at, organisationId }], names, now)[0]?.seen;
  expect(saidOf(part, events, [], names, now)[0]?.seen).toBe("Sent. They have not opened it yet.");
  expect(seen("2026-11-23T09:09:00.000Z", "a")).toBe("Sent. They have not opened it yet.");
  expect(seen("2026-11-23T09:30:00.000Z", "b")).toBe("Sent. They have not opened it yet.");
  expect(seen("2026-11-23T09:30:00.000Z", "a")).toBe("Partner a opened it, 9.30\u00a0am today.");
  expect(seen("2026-11-23T09:30:00.000Z", null)).toBe("Our front desk opened it, 9.30\u00a0am today.");
});
