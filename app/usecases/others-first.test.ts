import { expect, it } from "vitest";
import { OwnTurn } from "./others-first";

it("others have their turn every few milliseconds, however long the work takes", async () => {
  let answered = 0;
  let working = true;
  const answer = () => {
    answered += 1;
    if (working) setImmediate(answer);
  };
  setImmediate(answer);
  const turn = new OwnTurn();
  const until = performance.now() + 60;
  while (performance.now() < until) await turn.endWhenLong();
  working = false;
  expect(answered).toBeGreaterThan(3);
});
