import { describe, expect, test } from "vitest";
import type { Box } from "~/domain/boxes/types";
import type { Fulfilment } from "~/domain/fulfilment/types";
import { box, MONDAY, promised } from "~tests/support/fulfilment";
import { boxMoveOf, promiseWords, whyEnded } from "./standing";
import type { Names, TrackedPart } from "./tracked";

const now = MONDAY;
const names: Names = {
  brand: "Larkmouth Care",
  real: false,
  organisation: (id) => `Partner ${id}`,
  where: (id) => `at ${id}`,
};
const noRoom = { at: now, reason: "22", note: "" } as const;

const with_ = (organisationId: string, over: Partial<Fulfilment> = {}): Fulfilment => ({
  id: `f-${organisationId}`,
  partId: "p1",
  offerId: `offer-${organisationId}`,
  organisationId,
  decisionId: "d",
  status: "requested",
  version: 1,
  box: box(organisationId) satisfies Box,
  requestedAt: now,
  answerBy: "2026-11-25T17:00:00.000Z",
  answeredAt: null,
  appointment: null,
  hold: null,
  outcome: null,
  ended: null,
  ...over,
});

const part = (by: string, fulfilments: readonly Fulfilment[]): TrackedPart => ({
  part: {
    id: "p1",
    status: "open",
    waiting: false,
    owner: { kind: "partner", organisationId: "a" },
    dueAt: by,
    promise: promised(by),
  },
  serviceName: "Physiotherapy",
  fulfilments,
});

describe("the promise", () => {
  const by = "2026-11-26T17:00:00.000Z";
  test("says by when, and stays the same when another partner is asked", () => {
    const before = promiseWords(part(by, [with_("a")]), names, now);
    const after = promiseWords(
      part(by, [with_("a", { status: "rejected", ended: noRoom }), with_("b")]),
      names,
      now,
    );
    expect(before.text).toBe("You’ll have an answer with a time by Thursday 26 November, 5\u00a0pm.");
    expect(after).toEqual(before);
  });

  test("is kept once there is a time", () => {
    const appointment = { slotId: null, startsAt: "2026-11-30T10:00:00.000Z", place: "Here" };
    const over = part(by, [
      with_("a", { status: "completed", appointment: { ...appointment, slotId: "s1" } }),
    ]);
    expect(promiseWords({ ...over, part: { ...over.part, status: "complete" } }, names, now).text).toBe(
      "You had a time, and this is done.",
    );
    expect(promiseWords(part(by, [with_("a", { status: "accepted", appointment })]), names, now).state).toBe(
      "kept",
    );
  });

  test("that is broken says so, says sorry, and says where there is help", () => {
    const late = promiseWords(part("2026-11-20T17:00:00.000Z", [with_("a")]), names, now);
    expect(late.state).toBe("late");
    expect(late.text).toContain("We are late, and we are sorry.");
    expect(late.text).toContain("call 111");
  });

  test("that is at risk says so before it breaks, with 111", () => {
    const open = part(by, [with_("a")]);
    const warned = { ...open, part: { ...open.part, promise: { ...open.part.promise, warned: true } } };
    const words = promiseWords(warned, names, now);
    expect(words.state).toBe("at-risk");
    expect(words.text).toMatch(/It may be late: we are chasing it.*call 111/);
  });

  test("that was kept, and whose time is lost, is not said to be late", () => {
    const missed = { at: now, reason: "did-not-attend", note: "" } as const;
    const lost = part("2026-11-20T17:00:00.000Z", [with_("a", { status: "failed", ended: missed })]);
    const settled = { at: "2026-11-19T17:00:00.000Z", how: "kept" } as const;
    const kept = { ...lost, part: { ...lost.part, promise: { ...lost.part.promise, settled } } };
    expect(promiseWords(kept, names, now).state).toBe("over");
  });
});

test("nothing is promised in the name of a real organisation", () => {
  const words = promiseWords(part("2026-11-20T17:00:00.000Z", [with_("a")]), { real: true }, now);
  expect(words).toEqual({
    state: "over",
    text: "In a real service you would be told here by when you would have an answer.",
  });
});

test("what the patient cancelled is said to be cancelled by them", () => {
  const ended = { at: now, reason: "patient", note: "" } as const;
  const cancelled = with_("a", { status: "cancelled", ended });
  expect(whyEnded(cancelled, { fulfilments: [cancelled] }, names)).toBe("You cancelled it");
});

test("a missed appointment is not told as the partner’s failure", () => {
  const ended = { at: now, reason: "did-not-attend", note: "" } as const;
  const missed = with_("a", { status: "failed", ended });
  expect(whyEnded(missed, { fulfilments: [missed] }, names)).toBe("You were not at your appointment");
});

describe("a box that changed", () => {
  test("is not one while the first partner has it", () => {
    expect(boxMoveOf(part(now, [with_("a")]), names)).toBeNull();
  });

  test("says why: no room, and no answer, in different words", () => {
    const refused = boxMoveOf(
      part(now, [with_("a", { status: "rejected", ended: noRoom }), with_("b")]),
      names,
    );
    expect(refused?.why).toBe("Partner a had no room, so we asked Partner b.");
    expect(refused?.before.partner.id).toBe("a");
    expect(refused?.changes.length).toBeGreaterThan(0);
    const silent = { at: now, reason: "silent", note: "" } as const;
    const unanswered = boxMoveOf(
      part(now, [with_("a", { status: "cancelled", ended: silent }), with_("b")]),
      names,
    );
    expect(unanswered?.why).toBe("Partner a did not answer in time, so we asked Partner b.");
  });
});
