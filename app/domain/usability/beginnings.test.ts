import { expect, it } from "vitest";
import { beginningsOf } from "./beginnings";
import type { StartAct } from "./study";

const ask = (service: string): StartAct => ({ act: "asked", service, answers: {}, offer: null });
const pass = (hours: number): StartAct => ({ act: "hours-passed", hours });
const told = (steps: ReturnType<typeof beginningsOf>["steps"]) =>
  steps.map((step) =>
    step.kind === "pass"
      ? step.hours
      : `${step.person} ${"service" in step.act ? step.act.service : step.act.act}`,
  );

it("a study in which nothing lies behind anybody begins at once", () => {
  expect(beginningsOf([{ person: "a", acts: [] }])).toEqual({ hours: 0, steps: [] });
});

it("everybody's past ends when the session begins: the hours of one task are nobody else's", () => {
  const { hours, steps } = beginningsOf([
    { person: "a", acts: [ask("feet")] },
    {
      person: "b",
      acts: [ask("ears"), pass(20), { act: "wanted-to-know", question: "Which ear?" }, pass(4)],
    },
    { person: "c", acts: [ask("eyes"), pass(4)] },
  ]);
  expect(hours).toBe(24);
  expect(told(steps)).toEqual(["b ears", 20, "b wanted-to-know", "c eyes", 4, "a feet"]);
});

it("what nobody does anything in is not waited for", () => {
  expect(beginningsOf([{ person: "a", acts: [pass(5)] }])).toEqual({ hours: 0, steps: [] });
});
