import { afterEach, describe, expect, it, vi } from "vitest";
import { createWaiting, makingWay, type Waiting } from "./make-way";

const warn = vi.fn();
const open: Waiting[] = [];
const waiting = (): Waiting => {
  const made = createWaiting({ warn });
  open.push(made);
  return made;
};
afterEach(() => {
  for (const each of open.splice(0)) each.close();
  warn.mockClear();
  vi.unstubAllEnvs();
});

/** A clock that goes on by a millisecond whenever it is rested. */
function rests(ended: (rests: number) => void = () => {}) {
  let [ms, count] = [1_000, 0];
  const rest = () => {
    ms += 1;
    count += 1;
    ended(count);
  };
  return { work: (by: number) => (ms += by), clock: { now: () => ms, rest }, count: () => count };
}

describe("making way", () => {
  it("costs nothing while nobody waits", () => {
    const { clock, count } = rests();
    makingWay(waiting().file, clock)();
    expect(count()).toBe(0);
  });

  it("lasts until the last of those who wait is answered, each counted once", () => {
    const asked = waiting();
    const [one, other] = [asked.begin(), asked.begin()];
    const { work, clock, count } = rests((times) => {
      if (times === 3) {
        one();
        one();
      }
      if (times === 5) other();
    });
    const makeWay = makingWay(asked.file, clock);
    work(100);
    makeWay();
    expect(count()).toBe(5);
    makeWay();
    expect(count()).toBe(5);
  });

  it("is left out, and said in the log, where no file can be written; who waits is answered all the same", () => {
    vi.stubEnv("TMPDIR", "/no/such/folder");
    const asked = waiting();
    expect(warn).toHaveBeenCalledTimes(1);
    const answered = asked.begin();
    const { clock, count } = rests();
    makingWay(asked.file, clock)();
    answered();
    expect(count()).toBe(0);
  });

  it("takes no more than half of the time, however many wait", () => {
    const asked = waiting();
    asked.begin();
    const { work, clock, count } = rests();
    const makeWay = makingWay(asked.file, clock);
    for (let step = 0; step < 100; step += 1) {
      work(2);
      makeWay();
    }
    expect(count()).toBe(200);
  });
});
