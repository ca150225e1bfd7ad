import { describe, expect, test } from "vitest";
import { box, MONDAY, next, opened as openedPart, request, setting } from "~tests/support/fulfilment";
import { decide } from "./decide";
import { type Command, type Decided, heldFulfilment, type PartState } from "./part-state";

const TUESDAY = "2026-11-24T10:00:00.000Z";
const appointment = { slotId: null, startsAt: "2026-11-30T09:30:00.000Z", place: "Quay House" };

const opened = (consentToPassOn = true): PartState =>
  openedPart(request({ consentToPassOn }), next("a")).after;

function stateAfter(decided: Decided): PartState {
  if (decided.kind !== "decided") throw new Error(JSON.stringify(decided));
  return decided.after;
}
const types = (decided: Decided) =>
  decided.kind === "decided" ? decided.events.map(({ type }) => type) : [];
const versionOf = (state: PartState) => heldFulfilment(state)?.version ?? 0;
const heldId = (state: PartState) => heldFulfilment(state)?.id ?? "";

const declined = (state: PartState, partner: string | null, now = TUESDAY): Decided => {
  const command: Command = {
    type: "decline",
    fulfilmentId: heldId(state),
    version: versionOf(state),
    reason: "22",
    note: "Full until spring",
    next: partner === null ? null : next(partner),
  };
  return decide(state, command, setting(now));
};

describe("a new part", () => {
  test("is the partner's, who answers within two working days, and is promised within five", () => {
    const { part } = opened();
    expect(part.owner).toEqual({ kind: "partner", organisationId: "a" });
    expect(part.dueAt).toBe("2026-11-25T17:00:00.000Z");
    expect(part.promise).toEqual({
      by: "2026-11-30T17:00:00.000Z",
      what: "answer-with-a-time",
      rule: "Routine requests are answered with a time within 5 working days.",
      madeAt: MONDAY,
      warnAt: "2026-11-28T21:00:00.000Z",
      warned: false,
      settled: null,
    });
  });

  test("is the front desk's when nobody can be asked", () => {
    const { after: state, events } = openedPart(request(), null);
    expect(state.part.owner).toEqual({ kind: "desk" });
    expect(state.part.dueAt).toBe("2026-11-24T17:00:00.000Z");
    expect(events.map(({ type }) => type)).toEqual(["request-submitted", "handed-to-desk"]);
  });

  test("with a slot that the person took is accepted at once, and the partner then says how it went", () => {
    const slot = { ...appointment, slotId: "slot-1" };
    const { after: state, events } = openedPart(request(), next("a"), { appointment: slot });
    expect(heldFulfilment(state)).toMatchObject({ status: "accepted", appointment: slot });
    expect(state.part.dueAt).toBe("2026-12-02T17:00:00.000Z");
    expect(events.map(({ type }) => type)).toEqual([
      "request-submitted",
      "part-routed",
      "fulfilment-accepted",
    ]);
  });
});

describe("a refusal", () => {
  test("with consent goes to the next partner, keeps the promise, and tells of the new box", () => {
    const decided = declined(opened(), "b");
    const state = stateAfter(decided);
    expect(types(decided)).toEqual(["fulfilment-rejected", "part-routed", "box-changed"]);
    expect(state.part.owner).toEqual({ kind: "partner", organisationId: "b" });
    expect(state.part.promise).toEqual(opened().part.promise);
    expect(state.fulfilments.map(({ status }) => status)).toEqual(["rejected", "requested"]);
    expect(state.fulfilments[0]?.ended).toEqual({ at: TUESDAY, reason: "22", note: "Full until spring" });
  });

  test("says nothing of the box when it stays the same", () => {
    const same = { ...next("b"), box: box("a") };
    const state = opened();
    const decided = decide(
      state,
      { type: "decline", fulfilmentId: heldId(state), version: 1, reason: "22", note: "", next: same },
      setting(TUESDAY),
    );
    expect(types(decided)).toEqual(["fulfilment-rejected", "part-routed"]);
  });

  test("without consent comes back to the patient, whatever routing would do", () => {
    const decided = declined(opened(false), "b");
    expect(types(decided)).toEqual(["fulfilment-rejected", "returned-to-patient"]);
    expect(stateAfter(decided).part).toMatchObject({
      owner: { kind: "patient" },
      dueAt: "2026-11-27T17:00:00.000Z",
    });
  });

  test("by the last partner goes to the front desk", () => {
    expect(types(declined(opened(), null))).toEqual(["fulfilment-rejected", "handed-to-desk"]);
  });

  test("by a version that was seen before another write is told as a change", () => {
    const state = opened();
    const command = { type: "start", fulfilmentId: heldId(state), version: 7 } as const;
    expect(decide(state, command, setting())).toEqual({ kind: "changed" });
  });
});

describe("silence", () => {
  const late = "2026-11-25T17:00:00.000Z";

  test("ends the fulfilment as cancelled, not as rejected, and asks the next", () => {
    const decided = decide(opened(), { type: "pass-deadline", next: next("b") }, setting(late));
    expect(types(decided)).toEqual(["fulfilment-unanswered", "part-routed", "box-changed"]);
    expect(stateAfter(decided).fulfilments[0]).toMatchObject({
      status: "cancelled",
      ended: { reason: "silent" },
    });
  });

  test("is nothing before its time", () => {
    const decided = decide(opened(), { type: "pass-deadline", next: null }, setting(TUESDAY));
    expect(decided.kind).toBe("refused");
  });

  test("of the patient goes to the front desk; of the desk to the manager; and there it stays", () => {
    const withPatient = stateAfter(declined(opened(false), null));
    const pass = (state: PartState) =>
      decide(state, { type: "pass-deadline", next: null }, setting(state.part.dueAt ?? MONDAY));
    const withDesk = pass(withPatient);
    expect(types(withDesk)).toEqual(["handed-to-desk"]);
    const withManager = pass(stateAfter(withDesk));
    expect(types(withManager)).toEqual(["handed-to-manager"]);
    expect(pass(stateAfter(withManager)).kind).toBe("refused");
  });

  test("after an appointment goes to the front desk, and the partner can still say how it went", () => {
    const state = opened();
    const accepted = stateAfter(
      decide(state, { type: "accept", fulfilmentId: heldId(state), version: 1, appointment }, setting()),
    );
    const decided = decide(
      accepted,
      { type: "pass-deadline", next: next("b") },
      setting(accepted.part.dueAt ?? MONDAY),
    );
    expect(decided).toMatchObject({ events: [{ type: "handed-to-desk", because: "no-outcome" }] });
    const done = decide(
      stateAfter(decided),
      { type: "complete", fulfilmentId: heldId(state), version: 2, code: "treated", outcome: "Seen" },
      setting("2026-12-03T09:00:00.000Z"),
    );
    expect(stateAfter(done).part).toMatchObject({ status: "complete", dueAt: null });
  });
});

describe("a late answer to a promise", () => {
  test("a partner asked after the promise has passed still gets a working day", () => {
    const state = stateAfter(declined(opened(), "b", "2026-12-01T10:00:00.000Z"));
    expect(state.part.dueAt).toBe("2026-12-02T17:00:00.000Z");
    expect(state.part.promise.by).toBe("2026-11-30T17:00:00.000Z");
  });

  test("one asked shortly before it answers by the promise", () => {
    const state = stateAfter(declined(opened(), "b", "2026-11-27T10:00:00.000Z"));
    expect(state.part.dueAt).toBe("2026-11-30T17:00:00.000Z");
  });
});

describe("people", () => {
  test("choose again after a refusal, and the partner they chose is asked", () => {
    const back = stateAfter(declined(opened(false), null));
    const command: Command = { type: "choose-again", version: back.part.version, next: next("c") };
    expect(types(decide(back, command, setting(TUESDAY)))).toEqual(["part-routed", "box-changed"]);
    const toDesk = decide(back, { ...command, next: null }, setting(TUESDAY));
    expect(toDesk).toMatchObject({ events: [{ because: "asked-by-patient" }] });
  });

  test("cannot choose while a partner has it", () => {
    const state = opened();
    const command: Command = { type: "choose-again", version: state.part.version, next: next("c") };
    expect(decide(state, command, setting()).kind).toBe("refused");
  });

  test("cancel, and whoever has it is let go", () => {
    const state = opened();
    const decided = decide(state, { type: "cancel", version: state.part.version, note: "" }, setting());
    expect(types(decided)).toEqual(["fulfilment-cancelled", "part-closed"]);
    expect(stateAfter(decided).part).toMatchObject({ status: "closed", dueAt: null });
    expect(stateAfter(decided).fulfilments[0]).toMatchObject({
      status: "cancelled",
      ended: { reason: "patient" },
    });
  });

  test("at the front desk close only with a reason", () => {
    const state = openedPart(request(), null).after;
    const close = (reason: string) =>
      decide(state, { type: "close", version: state.part.version, reason }, setting());
    expect(close(" ")).toMatchObject({ kind: "refused" });
    expect(types(close("Seen by the walk-in centre"))).toEqual(["part-closed"]);
  });
});

describe("a promise that has passed", () => {
  const PROMISED = "2026-11-30T17:00:00.000Z";
  const handed = { type: "handed-to-desk", dueAt: "2026-12-01T17:00:00.000Z", because: "promise-passed" };

  test("goes to the front desk with a refusal, with consent and without", () => {
    for (const consent of [true, false]) {
      const decided = declined(opened(consent), "b", PROMISED);
      expect(stateAfter(decided).part).toMatchObject({ owner: { kind: "desk" }, dueAt: handed.dueAt });
      expect(decided).toMatchObject({ events: [{ type: "fulfilment-rejected" }, handed] });
    }
  });

  test("goes to the front desk with a silence, and to no fifth partner", () => {
    const decided = decide(opened(), { type: "pass-deadline", next: next("b") }, setting(PROMISED));
    expect(decided).toMatchObject({ events: [{ type: "fulfilment-unanswered" }, handed] });
  });

  test("is still to be kept a moment before", () => {
    expect(types(declined(opened(), "b", "2026-11-30T16:59:00.000Z"))).toContain("part-routed");
  });
});

test("a real organisation, which was told nothing, is never late: its deadline is the desk's to explain", () => {
  const due = opened().part.dueAt ?? "";
  const real = { ...setting(due), brandKind: "real" as const };
  const decided = decide(opened(), { type: "pass-deadline", next: next("b") }, real);
  expect(decided).toMatchObject({ events: [{ type: "handed-to-desk", because: "nobody-told" }] });
  expect(stateAfter(decided).fulfilments).toEqual(opened().fulfilments);
});
