import { describe, expect, test } from "vitest";
import { service } from "~tests/support/small-town";
import type { Question } from "./types";
import { helpWhenClosed } from "./when-closed";

const facts = { today: "2026-11-29", practices: [] };
const LEG: Question = {
  kind: "choice",
  id: "leg",
  title: "Your leg?",
  label: "Leg",
  required: true,
  options: [
    { value: "no", label: "No" },
    { value: "numb", label: "I am numb", leadsTo: "999" },
  ],
  onlyIf: { question: "where", isOneOf: ["back"] },
};
const MORE: Question = {
  kind: "text",
  id: "more",
  title: "More?",
  label: "More",
  required: false,
  maxLength: 500,
};
const closed = service("physiotherapy", { status: "closed", questions: [LEG, MORE] });
const [flag] = closed.redFlags?.items ?? [];

describe("from a page of a service that was closed meanwhile", () => {
  test.each([
    ["a sign of danger", "red-flags", { flags: flag?.id ?? "" }, flag?.leadsTo],
    ["an answer to a question that only some are asked", "q-leg", { answer: "numb" }, "999"],
    ["words of danger", "q-more", { answer: "I want to die" }, "crisis"],
  ])("%s still leads to help", (_, step, input, leadsTo) => {
    expect(helpWhenClosed(closed, step, input, facts)).toBe(leadsTo);
    expect(helpWhenClosed({ ...closed, status: "open" }, step, input, facts)).toBeNull();
  });

  test.each([
    ["none of the signs", "red-flags", { flags: "none" }],
    ["another answer", "q-leg", { answer: "no" }],
    ["a page that there never was", "q-other", { answer: "numb" }],
  ])("%s leads nowhere", (_, step, input) => {
    expect(helpWhenClosed(closed, step, input, facts)).toBeNull();
  });
});
