import { expect, test } from "vitest";
import { next, opened as openedPart, request } from "~tests/support/fulfilment";
import { withFulfilment } from "./part-state";
import { faultsOf, HELD_STATUSES, mayMove, TRANSITIONS } from "./transitions";
import { FULFILMENT_STATUSES } from "./types";

test("every status can be reached from a draft, and from every status there is a way to an end", () => {
  expect(faultsOf(TRANSITIONS)).toEqual([]);
});

test("a status that nothing leads to, or that nothing leads out of, is found", () => {
  const broken = {
    ...TRANSITIONS,
    requested: ["accepted", "rejected", "cancelled", "entered-in-error"],
    accepted: ["in-progress"],
    "in-progress": ["accepted"],
  } as const;
  expect(faultsOf(broken)).toEqual([
    "accepted never ends",
    "in-progress never ends",
    "on-hold is never reached",
    "failed is never reached",
    "completed is never reached",
  ]);
});

test("what is over stays over", () => {
  const ends = FULFILMENT_STATUSES.filter((status) => TRANSITIONS[status].length === 0);
  expect(ends).toEqual(["rejected", "cancelled", "failed", "entered-in-error"]);
  expect(TRANSITIONS.completed).toEqual(["entered-in-error"]);
  for (const from of ends) for (const to of FULFILMENT_STATUSES) expect(mayMove(from, to)).toBe(false);
});

test("no command moves a fulfilment where the table does not lead", () => {
  const state = openedPart(request(), next("a")).after;
  const [asked] = state.fulfilments;
  if (!asked) throw new Error("Nobody was asked");
  expect(() => withFulfilment(state, { ...asked, status: "completed" })).toThrow(
    "A fulfilment cannot go from requested to completed",
  );
  expect(withFulfilment(state, { ...asked, status: "accepted" }).fulfilments[0]?.version).toBe(
    asked.version + 1,
  );
});

test("whatever a partner holds can be let go", () => {
  for (const status of HELD_STATUSES) expect(mayMove(status, "cancelled")).toBe(true);
});
