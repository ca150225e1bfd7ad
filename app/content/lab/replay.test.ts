import { expect, it } from "vitest";
import type { LabEvent } from "~/domain/usability/log";
import { eventInWords } from "./replay";

const inWords = (event: LabEvent) =>
  eventInWords(event, (id) => ({ words: `${id}?`, ofTruth: id === "who" }));
const answered = (value: number | string, more: object = {}) =>
  inWords({ kind: "answered", task: null, question: "why", value, truth: null, ...more });

it("an answer stands in words; one that may not be shown is not taken for one that was not given", () => {
  expect(answered("It was easy")).toBe("answers “why?”: “It was easy”");
  expect(answered("", { withheld: true })).toBe("answers “why?” in words that may not be shown");
  expect(answered("")).toBe("gives no answer to “why?”");
  expect(answered(4)).toBe("answers “why?”: 4");
  expect(answered("Care", { truth: "Trust" })).toBe("answers “why?”: “Care” (it was “Trust”)");
  expect(answered("Trust", { truth: "Trust" })).toBe("answers “why?”: “Trust”");
  expect(answered("", { question: "who" })).toBeNull();
  expect(answered("Care", { question: "who", truth: "Trust" })).toBe(
    "answers “who?”: “Care” (it was “Trust”)",
  );
});

it("who agreed did so by the words of a version, where that was kept", () => {
  const agreed = { kind: "consented", version: 2, permissions: [] } as const;
  expect(inWords({ ...agreed, permissions: [] })).toBe("agrees to take part");
  expect(inWords({ ...agreed, permissions: [], words: 1 })).toBe(
    "agrees to take part (study version 2, words version 1)",
  );
});
