import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWay } from "./way";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function worker() {
  const told: string[] = [];
  return { told, standStill: () => void told.push("still"), goOn: () => void told.push("on") };
}

describe("making way", () => {
  it("stands still from the first who waits to the last", () => {
    const way = createWay();
    const one = worker();
    way.join(one);
    const [first, second] = [way.enter(), way.enter()];
    first();
    first();
    expect(one.told).toEqual(["still"]);
    second();
    expect(one.told).toEqual(["still", "on"]);
  });

  it("goes on after a while though somebody waits, and makes way again for the next", () => {
    const way = createWay(200);
    const one = worker();
    way.join(one);
    const slow = way.enter();
    vi.advanceTimersByTime(200);
    way.enter()();
    expect(one.told).toEqual(["still", "on"]);
    slow();
    way.enter();
    expect(one.told).toEqual(["still", "on", "still"]);
  });

  it("makes way at once when it comes while somebody waits, and is let go on when it leaves", () => {
    const way = createWay();
    way.enter();
    const one = worker();
    way.join(one).leave();
    expect(one.told).toEqual(["still", "on"]);
  });

  it("never leaves anybody standing once nobody waits, whoever comes and goes", () => {
    const steps = fc.array(fc.constantFrom("enter", "answer", "join", "leave", "later"), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (todo) => {
        const way = createWay(200);
        const waiting: (() => void)[] = [];
        const joined: { readonly at: ReturnType<typeof worker>; readonly left: { leave(): void } }[] = [];
        const all: ReturnType<typeof worker>[] = [];
        for (const step of todo) {
          if (step === "enter") waiting.push(way.enter());
          else if (step === "answer") waiting.shift()?.();
          else if (step === "leave") joined.shift()?.left.leave();
          else if (step === "later") vi.advanceTimersByTime(250);
          else {
            const at = worker();
            all.push(at);
            joined.push({ at, left: way.join(at) });
          }
        }
        for (const answer of waiting) answer();
        for (const { told } of all) {
          expect(told.at(-1) ?? "on").toBe("on");
          // It is told only of what changes for it.
          expect(told.every((each, place) => each === (place % 2 === 0 ? "still" : "on"))).toBe(true);
        }
      }),
    );
  });
});
