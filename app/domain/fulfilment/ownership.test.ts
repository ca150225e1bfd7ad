import fc from "fast-check";
import { expect, test } from "vitest";
import { MONDAY, next, request, setting } from "~tests/support/fulfilment";
import { instant, milliseconds } from "../shared/time";
import { offersAsked } from "./asked-already";
import { decide, openPart } from "./decide";

import { type Command, heldFulfilment, type PartState } from "./part-state";
import { isHeld, mayMove } from "./transitions";

/** A command as a random person would give it, made real against the state that it meets. */
const moves = fc.record({
  type: fc.constantFrom<Command["type"]>(
    "accept",
    "decline",
    "start",
    "complete",
    "fail",
    "choose-again",
    "cancel",
    "reroute",
    "close",
    "pass-deadline",
    "pass-deadline",
  ),
  hours: fc.integer({ min: 0, max: 60 }),
  /** Sometimes a person acts on what they saw before another wrote. */
  stale: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
  last: fc.boolean(),
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
  const startsAt = instant(milliseconds(now) + 86_400_000);
  switch (move.type) {
    case "accept":
      return {
        type: "accept",
        ...onFulfilment,
        appointment: { slotId: null, startsAt, place: "Quay House" },
      };
    case "decline":
      return { type: "decline", ...onFulfilment, reason: "22", note: "", next: move.last ? null : another };
    case "start":
      return { type: "start", ...onFulfilment };
    case "complete":
      return { type: "complete", ...onFulfilment, outcome: "Seen" };
    case "fail":
      return { type: "fail", ...onFulfilment, note: "" };
    case "choose-again":
      return { type: "choose-again", ...onPart, next: move.last ? null : another };
    case "cancel":
      return { type: "cancel", ...onPart, note: "" };
    case "reroute":
      return { type: "reroute", ...onPart, next: another, note: "" };
    case "close":
      return { type: "close", ...onPart, reason: "Seen elsewhere" };
    case "pass-deadline":
      return { type: "pass-deadline", next: move.last ? null : another };
    default:
      return move.type satisfies never;
  }
}

test("whatever happens in whatever order, what is open has an owner and a deadline, and no promise moves", () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.constantFrom("routine", "urgent", "asap"),
      fc.boolean(),
      fc.array(moves, { minLength: 1, maxLength: 30 }),
      (consentToPassOn, priority, nobody, script) => {
        const asked = request({ consentToPassOn, priority });
        let state = openPart(asked, "part-1", 1, nobody ? null : next("p0", 0), null, setting()).after;
        const { promise } = state.part;
        let now = MONDAY;
        for (const [index, move] of script.entries()) {
          now = instant(milliseconds(now) + move.hours * 3_600_000);
          const before = state;
          const decided = decide(before, commandOf(move, before, now, index + 1), setting(now));
          if (decided.kind !== "decided") continue;
          state = decided.after;

          expect(decided.events.length).toBeGreaterThan(0);
          expect(state.part.version).toBeGreaterThan(before.part.version);
          expect(state.part.promise).toEqual(promise);
          expect(before.part.status).toBe("open");
          const held = state.fulfilments.filter(({ status }) => isHeld(status));
          expect(held.length).toBeLessThanOrEqual(1);
          if (state.part.status === "open") {
            expect(state.part.dueAt).not.toBeNull();
            expect((state.part.dueAt ?? "") > now).toBe(true);
            if (state.part.owner.kind === "partner") {
              expect(held[0]?.organisationId).toBe(state.part.owner.organisationId);
            }
            if (state.part.owner.kind === "patient") expect(consentToPassOn).toBe(false);
          } else {
            expect(state.part.dueAt).toBeNull();
            expect(held).toEqual([]);
          }
          for (const fulfilment of state.fulfilments) {
            const earlier = before.fulfilments.find(({ id }) => id === fulfilment.id);
            if (!earlier) expect(fulfilment.status).toBe("requested");
            else if (earlier.status !== fulfilment.status) {
              expect(mayMove(earlier.status, fulfilment.status)).toBe(true);
              expect(fulfilment.version).toBe(earlier.version + 1);
            } else expect(fulfilment).toEqual(earlier);
          }
          const asked = (which: PartState) => offersAsked(which, (id) => [{ id: `offer-${id}` }]);
          if (state.part.status !== "open") continue;
          for (const offerId of asked(before)) expect(asked(state)).toContain(offerId);
        }
      },
    ),
    { numRuns: 300 },
  );
});
