import { describe, expect, test } from "vitest";
import { service } from "~tests/support/small-town";
import { raisedBy } from "./raised";

const physiotherapy = service("physiotherapy", {
  questions: [
    {
      id: "words",
      kind: "text",
      title: "What is wrong?",
      label: "What is wrong",
      required: true,
      maxLength: 400,
    },
    {
      id: "leg",
      kind: "choices",
      title: "Your leg",
      label: "Your leg",
      required: false,
      options: [
        { value: "sore", label: "It is sore" },
        { value: "cold", label: "It is cold and white", leadsTo: "999" },
      ],
    },
  ],
});
const asked = { service: physiotherapy, answers: {} };

describe("what was said that is an emergency", () => {
  test("is the flags that were ticked, with the version of the flags", () => {
    expect(raisedBy("red-flags", asked, { flags: ["numb", "no-such-flag"] })).toEqual({
      kind: "flags",
      version: 1,
      flags: [{ id: "numb", text: "I cannot feel my legs" }],
    });
  });

  test("is the words of danger, and nothing else of what was written", () => {
    const answer = "My name is Rosa and I have chest pain since Tuesday";
    expect(raisedBy("q-words", asked, { answer })).toEqual({
      kind: "words",
      question: "What is wrong",
      words: "chest pain",
    });
  });

  test("is the options that lead to help, not those beside them", () => {
    expect(raisedBy("q-leg", asked, { answer: ["sore", "cold"] })).toEqual({
      kind: "options",
      question: "Your leg",
      options: ["It is cold and white"],
    });
  });

  test("is nothing where nothing is wrong, and at a step that is not asked", () => {
    expect(raisedBy("red-flags", asked, { flags: "none" })).toBeNull();
    expect(raisedBy("q-leg", asked, { answer: "sore" })).toBeNull();
    expect(raisedBy("q-words", asked, { answer: "My knee hurts" })).toBeNull();
    expect(raisedBy("q-nothing", asked, { answer: "chest pain" })).toBeNull();
  });
});
