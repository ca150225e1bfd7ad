import { describe, expect, test } from "vitest";
import { MONDAY, next, opened, request, setting } from "~tests/support/fulfilment";
import { REJECTED_REASONS, type RejectedReason } from "../routing/types";
import { decide } from "./decide";
import { allowedActions } from "./guards";
import { whereItGoes } from "./owners";
import type { Command, PartState } from "./part-state";

const REASONS = Object.keys(REJECTED_REASONS) as RejectedReason[];
const AFTER_THE_PROMISE = "2026-12-01T09:00:00.000Z";

const decided = (state: PartState, command: Command, now = MONDAY): PartState => {
  const result = decide(state, command, setting(now));
  if (result.kind !== "decided") throw new Error(JSON.stringify(result));
  return result.after;
};
const on = (state: PartState) => ({
  fulfilmentId: state.fulfilments.at(-1)?.id ?? "",
  version: state.fulfilments.at(-1)?.version ?? 0,
});
const decline = (state: PartState, reason: RejectedReason, now?: string) =>
  decided(state, { type: "decline", ...on(state), reason, note: "x", next: next("b") }, now);

/** Who has it in the end, as the words beside a reason call them. */
const whoHas = ({ part }: PartState) => (part.owner.kind === "partner" ? "next" : part.owner.kind);

describe.each([
  ["with consent", true, MONDAY],
  ["without consent", false, MONDAY],
  ["once the promised date has passed", true, AFTER_THE_PROMISE],
])("what a form says a refusal leads to is what it comes to, %s", (_, consentToPassOn, now) => {
  test.each(REASONS)("%s", (reason) => {
    const state = opened(request({ consentToPassOn }), next("a")).after;
    expect(whoHas(decline(state, reason, now))).toBe(whereItGoes(state, reason, now));
  });
});

test("reasons about the partner, the person and the care lead to three different places", () => {
  const state = opened(request(), next("a")).after;
  const goes = (reason: RejectedReason) => whereItGoes(state, reason, MONDAY);
  expect([goes("22"), goes("27"), goes("23")]).toEqual(["next", "patient", "desk"]);
});

describe("what a partner may do", () => {
  const may = (state: PartState, fulfilmentId = on(state).fulfilmentId) =>
    allowedActions(state, "partner", fulfilmentId, MONDAY);

  test("is nothing once it has let the work go, though the part is open still", () => {
    const state = opened(request({ consentToPassOn: false }), next("a")).after;
    expect(may(state)).toContain("raise-priority");
    expect(may(decline(state, "22"))).toEqual([]);
  });

  test("is nothing with work that the person cancelled, and with what another has now", () => {
    const state = opened(request(), next("a")).after;
    const cancelled = decided(state, { type: "cancel", version: state.part.version, note: "" });
    expect(may(cancelled)).toEqual([]);
    expect(may(decline(state, "22"), next("a").fulfilmentId)).toEqual([]);
  });

  test("is to mark a mistake, or to open again, once it has completed the care", () => {
    const state = opened(request(), next("a")).after;
    const taken = decided(state, { type: "accept", ...on(state), appointment: null });
    const done = decided(taken, { type: "complete", ...on(taken), code: "treated", outcome: "" });
    expect(may(done)).toEqual(["enter-in-error", "reopen"]);
  });
});
