import { expect, test } from "vitest";
import { REJECTED_REASONS, type RejectedReason } from "../routing/types";
import { keptBy } from "./kept";
import { type EndReason, FULFILMENT_STATUSES, type FulfilmentStatus } from "./types";

const ended = (reason: EndReason) => ({ at: "2026-11-23T09:00:00.000Z", reason, note: "" });
const REASONS = Object.keys(REJECTED_REASONS) as RejectedReason[];

test("nobody can say while a partner has it", () => {
  for (const status of ["draft", "requested", "accepted", "in-progress", "on-hold"] as const)
    expect(keptBy({ status, ended: null })).toBeNull();
});

test.each<[what: string, status: FulfilmentStatus, reason: EndReason | null, kept: boolean | null]>([
  ["care that was given", "completed", null, true],
  ["an appointment that the person missed", "failed", "did-not-attend", true],
  ["care that could not be done after all", "failed", "99", false],
  ["silence", "cancelled", "silent", false],
  ["what the person cancelled", "cancelled", "patient", null],
  ["what the front desk took back", "cancelled", "desk", null],
  ["what was handed to another", "cancelled", "transferred", null],
  ["what a partner that left had", "cancelled", "partner-left", null],
  ["a mistake", "entered-in-error", "error", null],
])("%s", (_, status, reason, kept) => {
  expect(keptBy({ status, ended: reason === null ? null : ended(reason) })).toBe(kept);
});

test("a refusal breaks nothing; the same reason breaks a promise when what was accepted is cancelled", () => {
  for (const reason of REASONS) {
    expect(keptBy({ status: "rejected", ended: ended(reason) })).toBeNull();
    expect(keptBy({ status: "cancelled", ended: ended(reason) })).toBe(false);
  }
});

test("every status has an answer, whatever the reason is called", () => {
  for (const status of FULFILMENT_STATUSES)
    for (const reason of [...REASONS, "silent", "patient", "desk", "error"] as const)
      expect([true, false, null]).toContain(keptBy({ status, ended: ended(reason) }));
});
