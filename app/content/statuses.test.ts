import { describe, expect, test } from "vitest";
import { FULFILMENT_STATUSES } from "~/domain/fulfilment/types";
import { REJECTED_REASONS } from "~/domain/routing/types";
import { endedWords, REFUSAL_ORDER, REFUSALS } from "./refusals";
import { STATES, stateOf } from "./statuses";

const now = "2026-11-22T09:00:00.000Z";
const later = "2026-11-22T15:00:00.000Z";
const earlier = "2026-11-22T08:00:00.000Z";

describe("the state that is shown", () => {
  test("every status of a fulfilment has its words", () => {
    for (const status of FULFILMENT_STATUSES) {
      expect(STATES[stateOf({ status, answerBy: later, appointment: null, ended: null }, now)].tag).not.toBe(
        "",
      );
    }
  });

  test("a request whose time has passed is late, and not in the words of a refusal", () => {
    expect(stateOf({ status: "requested", answerBy: earlier, appointment: null, ended: null }, now)).toBe(
      "overdue",
    );
    expect(stateOf({ status: "requested", answerBy: later, appointment: null, ended: null }, now)).toBe(
      "to-answer",
    );
    expect(STATES.overdue.tag).not.toBe(STATES.rejected.tag);
  });

  test("never answered, declined and let go by the patient are three different things", () => {
    const silent = { at: earlier, reason: "silent", note: "" } as const;
    const patient = { at: earlier, reason: "patient", note: "" } as const;
    const room = { at: earlier, reason: "22", note: "" } as const;
    const tags = [
      stateOf({ status: "cancelled", answerBy: earlier, appointment: null, ended: silent }, now),
      stateOf({ status: "cancelled", answerBy: earlier, appointment: null, ended: patient }, now),
      stateOf({ status: "rejected", answerBy: earlier, appointment: null, ended: room }, now),
    ].map((state) => STATES[state].tag);
    expect(new Set(tags).size).toBe(3);
  });

  test("an acceptance without a time asks for one, and a missed appointment is not the partner’s failure", () => {
    const appointment = { slotId: null, startsAt: later, place: "Here" };
    const missed = { at: earlier, reason: "did-not-attend", note: "" } as const;
    const failed = { at: earlier, reason: "99", note: "" } as const;
    const handed = { at: earlier, reason: "transferred", note: "" } as const;
    expect([
      stateOf({ status: "accepted", answerBy: earlier, appointment: null, ended: null }, now),
      stateOf({ status: "accepted", answerBy: earlier, appointment, ended: null }, now),
      stateOf({ status: "failed", answerBy: earlier, appointment, ended: missed }, now),
      stateOf({ status: "failed", answerBy: earlier, appointment, ended: failed }, now),
      stateOf({ status: "cancelled", answerBy: earlier, appointment, ended: handed }, now),
    ]).toEqual(["needs-time", "accepted", "missed", "failed", "handed-on"]);
  });

  test("no two states share a tag", () => {
    const tags = Object.values(STATES).map((words) => words.tag);
    expect(new Set(tags).size).toBe(tags.length);
  });
});

describe("reasons for refusal", () => {
  test("every DoS reason can be picked, once", () => {
    expect([...REFUSAL_ORDER].sort()).toEqual(Object.keys(REJECTED_REASONS).sort());
  });

  test("silence has other words than any refusal", () => {
    const said = Object.values(REFUSALS).map((words) => words.said);
    expect(said).not.toContain(endedWords("silent"));
  });
});
