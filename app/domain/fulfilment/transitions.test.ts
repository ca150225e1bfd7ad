import { expect, test } from "vitest";
import { next, request, setting } from "~tests/support/fulfilment";
import { openPart } from "./decide";
import { withFulfilment } from "./part-state";
import { faultsOf, HELD_STATUSES, mayMove, TRANSITIONS } from "./transitions";
import { FULFILMENT_STATUSES } from "./types";

test("every status can be reached from a draft, and from every status there is a way to an end", () => {
  expect(faultsOf(TRANSITIONS)).toEqual([]);
});

test("a status that nothing leads to, or that nothing leads out of, is found", () => {
  const broken = { ...TRANSITIONS, accepted: ["in-progress"], "in-progress": ["accepted"] } as const;
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
  expect(ends).toEqual(["rejected", "cancelled", "failed", "completed", "entered-in-error"]);
  for (const from of ends) for (const to of FULFILMENT_STATUSES) expect(mayMove(from, to)).toBe(false);
});

test("no command moves a fulfilment where the table does not lead", () => {
  const opened = openPart(request(), "part-1", 1, next("a"), null, setting()).after;
  const [asked] = opened.fulfilments;
  if (!asked) throw new Error("Nobody was asked");
  expect(() => withFulfilment(opened, { ...asked, status: "completed" })).toThrow(
    "A fulfilment cannot go from requested to completed",
  );
  expect(withFulfilment(opened, { ...asked, status: "accepted" }).fulfilments[0]?.version).toBe(
    asked.version + 1,
  );
});

test("whatever a partner holds can be let go", () => {
  for (const status of HELD_STATUSES) expect(mayMove(status, "cancelled")).toBe(true);
});
