import { describe, expect, test } from "vitest";
import type { Box } from "~/domain/boxes/types";
import type { Fulfilment, FulfilmentEvent, Owner } from "~/domain/fulfilment/types";
import { promised } from "~tests/support/fulfilment";
import { type Step, timelineOf } from "./timeline";
import type { Names, TrackedEvent, TrackedPart } from "./tracked";

const now = "2026-11-23T10:00:00.000Z";
const names: Names = {
  brand: "Larkmouth Care",
  real: false,
  where: (offerId) => `at ${offerId}`,
  organisation: (id) => ({ harbour: "Harbour Community Trust", quay: "Quay Physiotherapy" })[id] ?? id,
};
const box: Box = {
  style: "partner",
  brand: { name: "Larkmouth Care", mark: { letters: "L", colour: "#005eb8" } },
  partner: { id: "harbour", name: "Harbour Community Trust", mark: { letters: "H", colour: "#004b50" } },
  lead: null,
  lines: { letter: "", text: "", call: "", door: "", accountable: "", record: "", questions: "" },
  questionsPhone: "01632 960001",
};

const asked = (over: Partial<Fulfilment> = {}): Fulfilment => ({
  id: "f1",
  partId: "p1",
  offerId: "o1",
  organisationId: "harbour",
  decisionId: "d1",
  status: "requested",
  version: 1,
  box,
  requestedAt: "2026-11-22T09:00:00.000Z",
  answerBy: "2026-11-24T17:00:00.000Z",
  answeredAt: null,
  appointment: null,
  hold: null,
  outcome: null,
  ended: null,
  ...over,
});

const harbour: Owner = { kind: "partner", organisationId: "harbour" };
const quay: Owner = { kind: "partner", organisationId: "quay" };

const tracked = (
  fulfilments: readonly Fulfilment[],
  owner: Owner = harbour,
  status: "open" | "complete" | "closed" = "open",
): TrackedPart => ({
  part: {
    id: "p1",
    status,
    waiting: false,
    owner,
    dueAt: status === "open" ? "2026-11-24T17:00:00.000Z" : null,
    promise: promised("2026-11-26T17:00:00.000Z"),
  },
  serviceName: "Physiotherapy",
  fulfilments,
});

const at = (hour: number, event: FulfilmentEvent, partId: string | null = "p1"): TrackedEvent => ({
  at: `2026-11-22T${String(hour).padStart(2, "0")}:00:00.000Z`,
  partId,
  event,
});
const submitted = at(9, { type: "request-submitted" }, null);
const routed = (hour: number, organisationId: string, fulfilmentId: string) =>
  at(hour, {
    type: "part-routed",
    fulfilmentId,
    organisationId,
    decisionId: "d",
    answerBy: "2026-11-24T17:00:00.000Z",
  });

const line = (steps: readonly Step[]) => steps.map((step) => `${step.state}: ${step.title}`);

describe("a request that a partner has", () => {
  test("says who has it now, by when they answer, and what comes next", () => {
    const steps = timelineOf(tracked([asked()]), [submitted, routed(9, "harbour", "f1")], names, now);
    expect(line(steps)).toEqual([
      "done: We got your request",
      "done: We asked Harbour Community Trust",
      "now: Harbour Community Trust has your request",
      "next: You get an answer with a time",
      "next: Your care",
    ]);
    expect(steps[2]?.text).toBe("They must answer by 5\u00a0pm tomorrow.");
    expect(steps[0]?.when).toBe("9\u00a0am yesterday");
  });

  test("says of a practice that refers that a letter comes before the care", () => {
    const referred = { ...tracked([asked()]), refers: true };
    const steps = timelineOf(referred, [submitted, routed(9, "harbour", "f1")], names, now);
    expect(line(steps).at(-1)).toBe("next: If it is right for you, they refer you");
    expect(steps[2]?.text).toBe(
      "A hospital or clinic needs a letter from them for this. They must answer by 5\u00a0pm tomorrow.",
    );
  });

  test("says that the partner is late when its time has passed and nothing has happened yet", () => {
    const late = asked({ answerBy: "2026-11-23T09:00:00.000Z" });
    const steps = timelineOf(tracked([late]), [submitted, routed(9, "harbour", "f1")], names, now);
    expect(steps.find((step) => step.state === "now")).toMatchObject({
      title: "Harbour Community Trust is late with its answer",
      tone: "unanswered",
    });
  });
});

describe("a request that went on to another partner", () => {
  const second = asked({ id: "f2", organisationId: "quay" });

  test("after a refusal says who had no room and who was asked next", () => {
    const first = asked({ status: "rejected", ended: { at: now, reason: "22", note: "" } });
    const steps = timelineOf(
      tracked([first, second], quay),
      [
        submitted,
        routed(9, "harbour", "f1"),
        at(11, { type: "fulfilment-rejected", fulfilmentId: "f1", reason: "22", note: "" }),
        routed(11, "quay", "f2"),
        at(11, { type: "box-changed", fulfilmentId: "f2" }),
      ],
      names,
      now,
    );
    expect(line(steps)).toContain("done: Harbour Community Trust had no room");
    expect(line(steps)).toContain("now: Quay Physiotherapy has your request");
    expect(steps.find((step) => step.tone === "refused")?.text).toBe("So we asked Quay Physiotherapy.");
  });

  test("after silence never says that they refused", () => {
    const first = asked({ status: "cancelled", ended: { at: now, reason: "silent", note: "" } });
    const steps = timelineOf(
      tracked([first, second], quay),
      [
        submitted,
        routed(9, "harbour", "f1"),
        at(11, { type: "fulfilment-unanswered", fulfilmentId: "f1", answerBy: now }),
        routed(11, "quay", "f2"),
      ],
      names,
      now,
    );
    expect(steps.find((step) => step.tone === "unanswered")?.title).toBe(
      "Harbour Community Trust did not answer in time",
    );
    expect(steps.some((step) => step.tone === "refused")).toBe(false);
  });
});

describe("an accepted request", () => {
  const appointment = { slotId: "s1", startsAt: "2026-11-25T10:30:00.000Z", place: "Harbour House" };

  test("says the time and the place", () => {
    const steps = timelineOf(
      tracked([asked({ status: "accepted", appointment })]),
      [
        submitted,
        routed(9, "harbour", "f1"),
        at(12, { type: "fulfilment-accepted", fulfilmentId: "f1", startsAt: appointment.startsAt }),
      ],
      names,
      now,
    );
    expect(steps.find((step) => step.state === "now")).toMatchObject({
      title: "You have a time: Wednesday 25 November, 10.30\u00a0am",
      text: "Harbour House",
    });
    expect(line(steps)).toContain("done: Harbour Community Trust said yes");
  });

  test("that is complete has no step left", () => {
    const steps = timelineOf(
      tracked([asked({ status: "completed", appointment })], harbour, "complete"),
      [submitted, at(13, { type: "fulfilment-completed", fulfilmentId: "f1", code: "treated", outcome: "" })],
      names,
      now,
    );
    expect(steps.every((step) => step.state === "done")).toBe(true);
    expect(steps.at(-1)?.title).toBe("Your care is complete");
  });
});

describe("a request that no partner has", () => {
  const refused = asked({ status: "rejected", ended: { at: now, reason: "22", note: "" } });
  const before = [
    submitted,
    routed(9, "harbour", "f1"),
    at(11, { type: "fulfilment-rejected", fulfilmentId: "f1", reason: "22", note: "" }),
  ];

  test("is the patient's turn when they did not agree to pass it on", () => {
    const steps = timelineOf(
      tracked([refused], { kind: "patient" }),
      [...before, at(11, { type: "returned-to-patient", dueAt: now })],
      names,
      now,
    );
    expect(line(steps)).toContain("now: It is your turn: choose who we ask next");
    expect(line(steps)).not.toContain("done: We asked you who to try next");
    expect(steps.find((step) => step.tone === "refused")?.text).toBe("So we came back to you.");
  });

  test("is with the front desk, then with the manager, and the patient is told of 111", () => {
    const events = [...before, at(11, { type: "handed-to-desk", dueAt: now, because: "no-eligible-offer" })];
    const desk = timelineOf(tracked([refused], { kind: "desk" }), events, names, now);
    expect(line(desk)).toContain("now: Our front desk is finding someone for you");
    const manager = timelineOf(
      tracked([refused], { kind: "manager" }),
      [...events, at(15, { type: "handed-to-manager", dueAt: now })],
      names,
      now,
    );
    expect(line(manager)).toContain("done: Our front desk took it on");
    expect(manager.find((step) => step.state === "now")?.text).toContain("111");
  });
});

test("a part shows only what happened to it and to the whole request", () => {
  const other = at(10, { type: "fulfilment-started", fulfilmentId: "x" }, "p2");
  const steps = timelineOf(tracked([asked()]), [submitted, other], names, now);
  expect(line(steps)).not.toContain("done: Your care started");
});

test("every open part has exactly one step that is now", () => {
  const owners: Owner[] = [harbour, { kind: "patient" }, { kind: "desk" }, { kind: "manager" }];
  for (const owner of owners) {
    const steps = timelineOf(tracked([asked()], owner), [submitted], names, now);
    expect(steps.filter((step) => step.state === "now")).toHaveLength(1);
    expect(steps.some((step) => step.state === "next")).toBe(true);
  }
});

describe("a real organisation, which was told nothing", () => {
  const real: Names = { ...names, real: true };
  const nobody = "This is a demonstration. We send nothing to real places, so no one will answer.";
  const late = "2026-12-14T10:00:00.000Z";
  const events = [submitted, routed(9, "harbour", "f1")];
  const toDesk = at(17, { type: "handed-to-desk", dueAt: late, because: "nobody-told" });

  test("has no deadline, no number to ring and no lateness, before its time and after", () => {
    const desk: Owner = { kind: "desk" };
    const told = [
      timelineOf(tracked([asked()]), events, real, now),
      timelineOf(tracked([asked()]), events, real, late),
      timelineOf(tracked([asked()], desk), [...events, toDesk], real, late),
    ];
    for (const steps of told) {
      expect(line(steps)).toEqual([
        "done: We got your request",
        "now: This would have been sent to Harbour Community Trust",
      ]);
      expect(steps.at(-1)?.text).toBe(nobody);
    }
  });

  test("is still named once the person has cancelled", () => {
    const over = tracked([asked()], harbour, "closed");
    expect(line(timelineOf(over, events, real, now))).toContain(
      "done: This would have been sent to Harbour Community Trust",
    );
  });
});

test("a partner that is asked again elsewhere is told apart by the place", () => {
  const ended = { at: now, reason: "31", note: "" } as const;
  const fulfilments = [asked({ status: "rejected", ended }), asked({ id: "f2", offerId: "o2" })];
  const events = [
    submitted,
    routed(9, "harbour", "f1"),
    at(10, { type: "fulfilment-rejected", fulfilmentId: "f1", reason: "31", note: "" }),
    routed(10, "harbour", "f2"),
  ];
  const steps = timelineOf(tracked(fulfilments), events, names, now);
  expect(line(steps)).toContain("done: Harbour Community Trust at o1 had no appointments left");
  expect(steps.map(({ text }) => text)).toContain("So we asked Harbour Community Trust at o2.");
});
