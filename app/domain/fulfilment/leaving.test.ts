import { describe, expect, test } from "vitest";
import { next, opened, request, setting } from "~tests/support/fulfilment";
import { decide } from "./decide";
import { goesOn } from "./leaving";
import { messagesFor, toldOnce } from "./messages";
import type { Command, PartState } from "./part-state";

const appointment = { slotId: null, startsAt: "2026-12-01T10:00:00.000Z", place: "1 Quay Street" };

/** A part with partner a, after these commands. */
function given(...commands: readonly Command[]): PartState {
  return commands.reduce<PartState>(
    (state, command) => {
      const decided = decide(state, command, setting());
      if (decided.kind !== "decided") throw new Error(JSON.stringify(decided));
      return decided.after;
    },
    opened(request(), next("a")).after,
  );
}
const on = { fulfilmentId: "fulfilment-a-1" };
const accept = { ...on, type: "accept", version: 1, appointment } as const;
const acceptWithoutTime = { ...accept, appointment: null } as const;

describe("what a partner keeps that is to finish", () => {
  const goes = (state: PartState, kind: "left" | "suspended") => {
    const [fulfilment] = state.fulfilments;
    if (!fulfilment) throw new Error("Nobody was asked");
    expect(goesOn(fulfilment, { kind, openWork: "reroute" })).toBe(true);
    expect(goesOn(fulfilment, { kind: "partner" })).toBe(false);
    expect(goesOn(fulfilment, { kind: "none" })).toBe(false);
    return goesOn(fulfilment, { kind, openWork: "finish" });
  };

  test.each([
    ["never answered", given(), true, true],
    ["accepted with a time", given(accept), false, false],
    ["accepted without a time", given(acceptWithoutTime), true, false],
    ["under way", given(acceptWithoutTime, { ...on, type: "start", version: 2 }), false, false],
    [
      "held before it was answered",
      given({ ...on, type: "ask", version: 1, of: "patient", question: "Since when?" }),
      true,
      true,
    ],
    [
      "held with a time",
      given(accept, { ...on, type: "ask", version: 2, of: "patient", question: "Since when?" }),
      false,
      false,
    ],
  ])("%s", (_, state, whenLeft, whenSuspended) => {
    expect(goes(state, "left")).toBe(whenLeft);
    expect(goes(state, "suspended")).toBe(whenSuspended);
  });

  test("what is over goes nowhere", () => {
    const state = given(accept, { ...on, type: "complete", version: 2, code: "treated", outcome: "" });
    const left = { kind: "left", openWork: "reroute" } as const;
    expect(state.fulfilments.map((one) => goesOn(one, left))).toEqual([false]);
  });
});

describe("of a partner that left", () => {
  const told = (consentToPassOn: boolean, partner: string | null) => {
    const before = opened(request({ consentToPassOn }), next("a")).after;
    const decided = decide(
      before,
      { type: "partner-left", next: partner === null ? null : next(partner) },
      setting(),
    );
    if (decided.kind !== "decided") throw new Error(JSON.stringify(decided));
    return { messages: messagesFor(decided.events, decided.after), part: decided.after.part };
  };

  test("the patient hears once, the one that lost it and the next one each of their own", () => {
    expect(told(true, "b").messages.map(({ to, template }) => `${to.kind} ${template}`)).toEqual([
      "patient partner-left",
      "partner work-withdrawn",
      "partner new-work",
    ]);
    expect(told(true, null).messages.map(({ to, template }) => `${to.kind} ${template}`)).toEqual([
      "patient partner-left",
      "partner work-withdrawn",
    ]);
  });

  test("who must choose is told by when, and several messages become one", () => {
    const { messages, part } = told(false, null);
    expect(messages[0]).toMatchObject({ template: "partner-left", by: part.dueAt });
    const one = { to: { kind: "patient" }, template: "partner-left", reference: "A", by: null } as const;
    const later = { ...one, by: "2026-12-02T17:00:00.000Z" };
    const sooner = { ...one, reference: "B", by: "2026-12-01T17:00:00.000Z" };
    expect(toldOnce([one, later, sooner, sooner])).toEqual({ ...one, by: sooner.by, also: ["B"] });
    expect(toldOnce([one])).toEqual(one);
    expect(toldOnce([])).toBeUndefined();
  });
});
