import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "~tests/support/counts";
import { MONDAY, next, opened, request, setting } from "~tests/support/fulfilment";
import { instant, milliseconds } from "../shared/time";
import { offersAsked } from "./asked-already";
import { promiseDueAt } from "./deadlines";
import { decide } from "./decide";
import { allowedActions } from "./guards";
import { type Command, type CommandType, heldFulfilment, type PartState } from "./part-state";
import { PRIORITIES, PRIORITY_RANK } from "./priority";
import { isHeld, mayMove } from "./transitions";
import { OUTCOMES } from "./types";

const TYPES: readonly CommandType[] = [
  "accept",
  "accept",
  "decline",
  "book",
  "move",
  "ask",
  "give-information",
  "transfer",
  "withdraw",
  "start",
  "complete",
  "fail",
  "did-not-attend",
  "enter-in-error",
  "choose-again",
  "cancel",
  "reroute",
  "close",
  "raise-priority",
  "reopen",
  "reply",
  "add-information",
  "tell-red-flag",
  "pass-deadline",
  "pass-deadline",
  "watch-promise",
  "release",
  "partner-left",
];

const SAYS: readonly CommandType[] = ["reply", "add-information", "tell-red-flag"];

/** A command as a random person would give it, made real against the state that it meets. */
const moves = fc.record({
  type: fc.constantFrom(...TYPES),
  hours: fc.integer({ min: 0, max: 60 }),
  /** Sometimes a person acts on what they saw before another wrote. */
  stale: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
  last: fc.boolean(),
  reason: fc.constantFrom("21", "22", "23", "24", "26", "27", "40", "41", "99"),
  priority: fc.constantFrom(...PRIORITIES),
  outcome: fc.constantFrom(...OUTCOMES),
});
type Move = typeof moves extends fc.Arbitrary<infer Value> ? Value : never;

function commandOf(move: Move, state: PartState, now: string, number: number): Command {
  const held = heldFulfilment(state) ?? state.fulfilments.at(-1);
  const onFulfilment = {
    fulfilmentId: held?.id ?? "none",
    version: (held?.version ?? 1) - (move.stale ? 1 : 0),
  };
  const onPart = { version: state.part.version - (move.stale ? 1 : 0) };
  const another = next(`p${number}`, number);
  const appointment = {
    slotId: null,
    startsAt: instant(milliseconds(now) + 86_400_000),
    place: "Quay House",
  };
  const perhaps = move.last ? null : another;
  const { type } = move;
  switch (type) {
    case "accept":
      return { type, ...onFulfilment, appointment: move.last ? null : appointment };
    case "decline":
    case "withdraw":
      return { type, ...onFulfilment, reason: move.reason as "22", note: "", next: perhaps };
    case "book":
      return { type, ...onFulfilment, appointment, by: "partner" };
    case "move":
      return { type, ...onFulfilment, next: another, appointment };
    case "ask":
      return { type, ...onFulfilment, of: move.last ? "referrer" : "patient", question: "Which knee?" };
    case "give-information":
      return { type, ...onFulfilment, text: "The left one" };
    case "transfer":
      return { type, ...onFulfilment, next: another, note: "" };
    case "start":
      return { type, ...onFulfilment };
    case "complete":
      return { type, ...onFulfilment, code: move.outcome, outcome: "Seen" };
    case "fail":
    case "did-not-attend":
      return { type, ...onFulfilment, note: "" };
    case "enter-in-error":
      return { type, ...onFulfilment, note: "The wrong person" };
    case "choose-again":
      return { type, ...onPart, next: perhaps };
    case "cancel":
      return { type, ...onPart, note: "" };
    case "reroute":
      return { type, ...onPart, next: another, note: "" };
    case "close":
    case "close-twice":
      return { type, ...onPart, reason: "Seen elsewhere" };
    case "raise-priority":
      return { type, ...onPart, priority: move.priority, note: "" };
    case "reopen":
      return { type, ...onPart, note: "It came back" };
    case "reply":
      return { type, ...onPart, by: move.last ? "desk" : "partner", text: "Yes, bring it" };
    case "add-information":
      return { type, isQuestion: move.last, text: "It hurts at night" };
    case "tell-red-flag":
      return { type, leadsTo: "999", signs: ["I cannot feel my legs"], how: "ticked" };
    case "record-call":
      return { type, outcome: move.last ? "spoke" : "no-answer", note: "Rang at ten" };
    case "pass-deadline":
    case "partner-left":
      return { type, next: perhaps };
    case "watch-promise":
      return { type };
    case "release":
      return { type, complete: !move.last, next: perhaps };
    default:
      return type satisfies never;
  }
}

test("whatever happens in whatever order, what is open has an owner and a deadline, and no promise is put off", () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.constantFrom(...PRIORITIES),
      fc.boolean(),
      fc.boolean(),
      fc.array(moves, { minLength: 1, maxLength: 30 }),
      (consentToPassOn, priority, nobody, waits, script) => {
        const asked = request({ consentToPassOn, priority });
        let state = opened(
          asked,
          nobody ? null : next("p0", 0),
          waits ? { after: [1], position: 2 } : {},
        ).after;
        let now = MONDAY;
        for (const [index, move] of script.entries()) {
          now = instant(milliseconds(now) + move.hours * 3_600_000);
          const before = state;
          const command = commandOf(move, before, now, index + 1);
          const decided = decide(before, command, setting(now));
          expectAllowedAsTold(before, command, decided.kind, now);
          if (decided.kind !== "decided") continue;
          state = decided.after;
          expectSound(before, state, command, consentToPassOn, now);
        }
      },
    ),
    { numRuns: runs(300, 20_000) },
  );
});

/** A screen offers just what is allowed: what it offers is refused for nothing but what the command carries. */
function expectAllowedAsTold(state: PartState, command: Command, kind: string, now: string): void {
  const fulfilmentId = "fulfilmentId" in command ? command.fulfilmentId : (heldFulfilment(state)?.id ?? null);
  const told = (["partner", "desk", "patient", "clock"] as const).some((who) =>
    allowedActions(state, who, fulfilmentId, now).includes(command.type),
  );
  if (kind === "decided") expect(told).toBe(true);
}

function expectSound(
  before: PartState,
  state: PartState,
  command: Command,
  consentToPassOn: boolean,
  now: string,
): void {
  // What is said is an event: it changes nobody's turn, and makes nobody's page out of date.
  if (SAYS.includes(command.type)) {
    expect(state).toEqual(before);
    return;
  }
  const { part } = state;
  expect(part.version).toBeGreaterThan(before.part.version);
  const held = state.fulfilments.filter(({ status }) => isHeld(status));
  expect(held.length).toBeLessThanOrEqual(1);
  if (part.status === "open") {
    // A deadline that had passed before the clock came is the clock's; no command makes one that has.
    if (part.dueAt === null || part.dueAt !== before.part.dueAt) expect((part.dueAt ?? "") > now).toBe(true);
    if (part.owner.kind === "partner") expect(held[0]?.organisationId).toBe(part.owner.organisationId);
    if (part.waiting) expect([part.owner.kind, held]).toEqual(["desk", []]);
  } else {
    expect(part.dueAt).toBeNull();
    expect(held).toEqual([]);
    expect(part.promise.settled).not.toBeNull();
  }

  // A promise moves for a higher priority alone, and then forward; what was settled is never unsettled.
  const { promise } = before.part;
  if (part.earlierPromises.length === before.part.earlierPromises.length) {
    expect(part.promise.by).toBe(promise.by);
    if (promise.settled) expect(part.promise.settled).toEqual(promise.settled);
  } else {
    const replaced = part.earlierPromises.at(-1);
    expect(replaced?.by).toBe(promise.by);
    expect(replaced?.settled).not.toBeNull();
    if (command.type === "raise-priority") expect(part.promise.by < promise.by).toBe(true);
  }
  expect(part.earlierPromises.slice(0, before.part.earlierPromises.length)).toEqual(
    before.part.earlierPromises,
  );
  if (part.promise.settled === null) expect(promiseDueAt(part.promise)).not.toBeNull();
  expect(PRIORITY_RANK[part.priority]).toBeGreaterThanOrEqual(PRIORITY_RANK[before.part.priority]);

  for (const fulfilment of state.fulfilments) {
    const earlier = before.fulfilments.find(({ id }) => id === fulfilment.id);
    expect(fulfilment.status === "on-hold").toBe(fulfilment.hold !== null);
    if (!earlier) expect(fulfilment.status).toBe(command.type === "move" ? "accepted" : "requested");
    else if (earlier.status !== fulfilment.status) {
      expect(mayMove(earlier.status, fulfilment.status)).toBe(true);
      expect(fulfilment.version).toBe(earlier.version + 1);
    } else if (earlier.version === fulfilment.version) expect(fulfilment).toEqual(earlier);
  }
  const isNewlyAsked = state.fulfilments.length > before.fulfilments.length;
  // Without consent only a person sends it on: the patient, or the front desk; or what came before it is done.
  if (isNewlyAsked && !consentToPassOn) {
    expect(["choose-again", "reroute", "release", "move"]).toContain(command.type);
  }
  // Who had a place has one still.
  if (command.type === "move") {
    expect(held.map(({ appointment }) => appointment)).toEqual([command.appointment]);
    expect(part.promise.by).toBe(promise.by);
  }
  const excluded = (which: PartState) =>
    offersAsked({ ...which, fulfilments: which.fulfilments.filter(({ ended }) => ended !== null) }, (id) => [
      { id: `offer-${id}` },
    ]);
  for (const offerId of excluded(before)) {
    const reopened = before.fulfilments.some(
      (one) => one.offerId === offerId && one.ended?.reason === "error",
    );
    if (!reopened) expect(excluded(state)).toContain(offerId);
  }
}
