import { expect, it } from "vitest";
import { BEGAN, BOX_STUDY, TakingPart } from "~tests/support/lab-session";
import { resultsOf } from "../results";

const [LIST, REQUEST, TIMES] = [
  "/requests",
  "/requests/:reference",
  "/requests/:reference/times/:fulfilment",
] as const;
const optimalPath = [LIST, REQUEST, TIMES, REQUEST];
const study = { ...BOX_STUDY, tasks: BOX_STUDY.tasks.map((task) => ({ ...task, optimalPath })) };

/** How many came as far as each page of the way, of one who gave up after these pages; and where that one ended. */
function farOf(...pages: readonly string[]) {
  const { session } = new TakingPart("W1", "brand").givesUp("ask", 30, pages);
  const steps = resultsOf(study, [session], BEGAN).tasks[0]?.all.path.steps ?? [];
  return {
    far: steps.map(({ people }) => people),
    ended: steps.map(({ ended }) => ended),
    left: steps.map(({ left }) => left),
  };
}

it("who looks again at a page that the way comes back to has not passed the pages between", () => {
  const atRequest = { far: [1, 1, 0, 0], ended: [0, 1, 0, 0] };
  expect(farOf(LIST, REQUEST)).toMatchObject(atRequest);
  expect(farOf(LIST, REQUEST, REQUEST)).toMatchObject({ ...atRequest, left: [0, 0, 0, 0] });
  expect(farOf(LIST, REQUEST, LIST, REQUEST)).toMatchObject({ ...atRequest, left: [0, 0, 0, 0] });
  expect(farOf(LIST, REQUEST, "/privacy", REQUEST)).toMatchObject({ ...atRequest, left: [0, 1, 0, 0] });
});

it("who comes back to it from the page between is at the end of the way", () => {
  const atTheEnd = { far: [1, 1, 1, 1], ended: [0, 0, 0, 1] };
  expect(farOf(...optimalPath)).toMatchObject(atTheEnd);
  expect(farOf(LIST, REQUEST, REQUEST, TIMES, "/privacy", REQUEST)).toMatchObject(atTheEnd);
});

it("a page that was not seen before is passed over to, as far as the first place where it stands", () => {
  expect(farOf(REQUEST)).toMatchObject({ far: [1, 1, 0, 0] });
  expect(farOf(LIST, TIMES)).toMatchObject({ far: [1, 1, 1, 0], ended: [0, 0, 1, 0] });
});
