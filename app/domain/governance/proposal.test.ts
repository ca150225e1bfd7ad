import { expect, it, test } from "vitest";
import { dueOf, isOpen, mayBecome, PROPOSAL_MOVES, PROPOSAL_STATES } from "./proposal";

const dates = {
  opensAt: "2026-11-23T09:00:00.000Z",
  closesAt: "2026-11-26T17:00:00.000Z",
  appliesOn: null,
};

it("every state is reached from the first one, and each that is not an end can be left", () => {
  const reached = new Set<string>(["discussion"]);
  for (const from of reached)
    for (const to of PROPOSAL_MOVES[from as keyof typeof PROPOSAL_MOVES]) reached.add(to);
  expect([...reached].sort()).toEqual([...PROPOSAL_STATES].sort());
  const ends = PROPOSAL_STATES.filter((state) => PROPOSAL_MOVES[state].length === 0);
  expect(ends).toEqual(["not-passed", "applied", "withdrawn"]);
});

it("what is decided is not voted on again, and nothing is applied that has not passed", () => {
  for (const state of PROPOSAL_STATES) {
    expect(mayBecome(state, "voting")).toBe(state === "discussion");
    expect(mayBecome(state, "applied")).toBe(state === "passed" || state === "not-applied");
  }
});

it("the clock has something to do for just what is open or waits for its day", () => {
  const due = PROPOSAL_STATES.filter((state) => dueOf({ ...dates, state }) !== null);
  expect(due).toEqual(["discussion", "voting", "passed"]);
  expect(PROPOSAL_STATES.filter(isOpen)).toEqual(["discussion", "voting"]);
});

test.each([
  [null, "2026-11-26T17:00:00.000Z"],
  ["2026-12-01", "2026-12-01T00:00:00.000Z"],
  ["2027-06-01", "2027-05-31T23:00:00.000Z"],
])("what has passed for %s is carried out at %s", (appliesOn, at) => {
  expect(dueOf({ ...dates, appliesOn, state: "passed" })).toBe(at);
});
