import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant, milliseconds } from "../shared/time";
import { standingTake, TAKEN_FOR_MINUTES, type Take, takeWork } from "./take";

const AT_NINE = "2026-11-23T09:00:00.000Z";
const minutesOn = (minutes: number) => instant(milliseconds(AT_NINE) + minutes * 60_000);
const nadia = { accountId: "nadia", name: "Nadia Rashid" };
const omar = { accountId: "omar", name: "Omar Haddad" };

const taken = (before: Take | undefined, who = nadia, now = AT_NINE, over: string | null = null): Take => {
  const result = takeWork(before, who, { now, over });
  if (result.kind !== "taken") throw new Error(`${result.by.name} has it`);
  return result.take;
};

describe("work at the front desk", () => {
  it("is had by whoever takes it, for half an hour", () => {
    const take = taken(undefined);
    expect(take).toEqual({ ...nadia, since: AT_NINE, until: minutesOn(30) });
    expect(standingTake(take, minutesOn(29))).toBe(take);
    expect(standingTake(take, minutesOn(30))).toBeUndefined();
  });

  it("taken again by the same person is theirs since then, for longer", () => {
    expect(taken(taken(undefined), nadia, minutesOn(20))).toMatchObject({
      since: AT_NINE,
      until: minutesOn(50),
    });
  });

  it("is another's to take over only from the take that they saw", () => {
    const first = taken(undefined);
    for (const over of [null, minutesOn(-1), ""])
      expect(takeWork(first, omar, { now: minutesOn(5), over })).toEqual({ kind: "had", by: first });
    const result = takeWork(first, omar, { now: minutesOn(5), over: AT_NINE });
    expect(result).toMatchObject({
      kind: "taken",
      take: { name: "Omar Haddad", since: minutesOn(5) },
      from: first,
    });
    const again = takeWork(taken(first, omar, minutesOn(5), AT_NINE), nadia, {
      now: minutesOn(6),
      over: AT_NINE,
    });
    expect(again).toMatchObject({ kind: "had", by: { name: "Omar Haddad" } });
  });

  it("that has lapsed is anybody's, and nobody is said to have lost it", () => {
    expect(takeWork(taken(undefined), omar, { now: minutesOn(30), over: null })).toMatchObject({
      kind: "taken",
      take: { name: "Omar Haddad", since: minutesOn(30) },
      from: null,
    });
  });

  it("is never taken from somebody who has it, unless their own take is named", () => {
    const step = fc.record({
      who: fc.constantFrom(nadia, omar, { accountId: "ruth", name: "Ruth Abara" }),
      wait: fc.integer({ min: 0, max: TAKEN_FOR_MINUTES + 5 }),
      over: fc.option(fc.nat({ max: 40 })),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now = AT_NINE;
        let take: Take | undefined;
        for (const { who, wait, over } of steps) {
          now = instant(milliseconds(now) + wait * 60_000);
          const before = standingTake(take, now);
          const asked = over === null ? null : minutesOn(over);
          const result = takeWork(take, who, { now, over: asked });
          if (result.kind === "had") {
            expect(result.by).toBe(before);
            continue;
          }
          if (before && before.accountId !== who.accountId) expect(asked).toBe(before.since);
          expect(result.take.until).toBe(instant(milliseconds(now) + TAKEN_FOR_MINUTES * 60_000));
          take = result.take;
        }
      }),
    );
  });
});
