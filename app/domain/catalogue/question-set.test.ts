import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Option, Question } from "../journeys/types";
import {
  type AskedQuestion,
  dangersTouched,
  MOST_QUESTIONS,
  movedQuestion,
  questionFaults,
  questionFrom,
  withoutQuestion,
  withQuestion,
} from "./question-set";

const choice = (id: string, values: readonly (string | Option)[], more: Partial<Question> = {}): Question =>
  ({
    kind: "choice",
    id,
    title: `${id}?`,
    label: id,
    required: true,
    options: values.map((value) => (typeof value === "string" ? { value, label: value } : value)),
    ...more,
  }) as Question;
const text = (id: string, more: Partial<Question> = {}): Question =>
  ({ kind: "text", id, title: `${id}?`, label: id, required: false, maxLength: 500, ...more }) as Question;
const NUMB: Option = { value: "numb", label: "I am numb", leadsTo: "999" };
const WHERE = choice("where", ["back", "hip"]);
const LEG = choice("leg", ["no", NUMB], { onlyIf: { question: "where", isOneOf: ["back"] } });

const asked = (more: Partial<AskedQuestion> = {}): AskedQuestion => ({
  kind: "choice",
  title: "Where?",
  hint: "",
  label: "Where it hurts",
  required: true,
  maxLength: 500,
  options: [
    { value: null, label: "Back", hint: "" },
    { value: null, label: "Neck", hint: "Or your shoulder" },
  ],
  onlyIf: null,
  ...more,
});

describe("questions", () => {
  it("that hang together have no fault", () => {
    expect(questionFaults([WHERE, LEG, text("more")])).toEqual([]);
  });

  it.each([
    ["an id twice", [WHERE, choice("where", ["a", "b"])], /Two questions have the id where/],
    ["one answer to choose from", [choice("one", ["only"])], /two answers or more/],
    ["an answer twice", [choice("two", ["same", "same"])], /same answer twice/],
    [
      "an answer twice in other letters",
      [choice("two", ["same", { value: "x", label: "SAME " }])],
      /same answer twice/,
    ],
    ["a question before what it waits for", [LEG, WHERE], /does not come before it/],
    ["a wait for words", [text("where"), LEG], /does not come before it/],
    ["a wait for an answer that is gone", [choice("where", ["hip", "knee"]), LEG], /is not there/],
    ["too many", Array.from({ length: MOST_QUESTIONS + 1 }, (_, at) => text(`q${at}`)), /at most/],
  ] as const)("with %s say what to put right", (_, questions, fault) => {
    expect(questionFaults(questions).join("\n")).toMatch(fault);
  });
});

describe("an answer that leads to help at once", () => {
  const touched = (after: readonly Question[]) => dangersTouched([WHERE, LEG], after);

  it("leaves the rest to be changed by one person", () => {
    expect(touched([choice("where", ["back", "hip", "knee"]), text("more"), LEG])).toEqual([]);
    const more = choice("leg", ["no", "a little", NUMB], {
      onlyIf: { question: "where", isOneOf: ["back"] },
    });
    expect(touched([WHERE, more])).toEqual([]);
  });

  it.each([
    ["taken out with its question", [WHERE]],
    [
      "taken out",
      [WHERE, choice("leg", ["no", "yes"], { onlyIf: { question: "where", isOneOf: ["back"] } })],
    ],
    ["put in other words", [WHERE, { ...LEG, options: [{ ...NUMB, label: "It tickles" }] } as Question]],
    ["led elsewhere", [WHERE, { ...LEG, options: [{ ...NUMB, leadsTo: "111" }] } as Question]],
    ["asked of fewer", [WHERE, { ...LEG, onlyIf: { question: "where", isOneOf: ["hip"] } } as Question]],
    ["left to be left out", [WHERE, { ...LEG, required: false } as Question]],
    ["asked in other words", [WHERE, { ...LEG, title: "Well?" } as Question]],
    ["told to the partner in other words", [WHERE, { ...LEG, label: "Usual tingles" } as Question]],
    ["talked down by a hint", [WHERE, { ...LEG, hint: "Tick no if you can" } as Question]],
    [
      "talked down by its own hint",
      [WHERE, { ...LEG, options: ["no", { ...NUMB, hint: "Only if a doctor said so" }] } as Question],
    ],
    [
      "asked after answers of which another now means the same",
      [choice("where", ["back", { value: "hip", label: "Back or hip" }]), LEG],
    ],
    [
      "asked after an answer that now reads otherwise",
      [choice("where", [{ value: "back", label: "Nowhere" }, "hip"]), LEG],
    ],
    [
      "asked after a question that fewer are asked",
      [
        text("first"),
        choice("why", ["a", "b"]),
        { ...WHERE, onlyIf: { question: "why", isOneOf: ["a"] } },
        LEG,
      ],
    ],
  ] as const)("is not %s by one person", (_, after) => {
    expect(touched(after as readonly Question[]).join()).toContain("signs of danger need two people");
  });

  it("is not added by one person", () => {
    const after = [choice("where", ["back", "hip", { ...NUMB, label: "All over" }]), LEG];
    expect(touched(after).join()).toContain("cannot be made to lead to help here");
  });
});

describe("a question as it is typed", () => {
  it("gets ids of its own, from its words", () => {
    const made = questionFrom(asked(), null, [choice("where-it-hurts", ["a", "b"])]);
    expect(made).toEqual({
      kind: "choice",
      id: "where-it-hurts-2",
      title: "Where?",
      label: "Where it hurts",
      required: true,
      options: [
        { value: "back", label: "Back" },
        { value: "neck", label: "Neck", hint: "Or your shoulder" },
      ],
    });
  });

  it("keeps the ids of what it takes the place of, where an answer leads, and nothing that was made up", () => {
    const made = questionFrom(
      asked({
        options: [
          { value: "numb", label: "I am numb", hint: "" },
          { value: "no", label: "Not at all", hint: "" },
          { value: "made-up", label: "Sometimes", hint: "" },
        ],
      }),
      LEG,
      [WHERE, LEG],
    );
    expect(made).toMatchObject({
      id: "leg",
      options: [NUMB, { value: "no", label: "Not at all" }, { value: "sometimes", label: "Sometimes" }],
    });
  });

  it("of words alone has no answers", () => {
    expect(questionFrom(asked({ kind: "text", maxLength: 120 }), null, [])).toEqual({
      kind: "text",
      id: "where-it-hurts",
      title: "Where?",
      label: "Where it hurts",
      required: true,
      maxLength: 120,
    });
  });
});

it("moving, putting and taking out lose no other question, and make none", () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(ids, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (names, pick, by) => {
      const questions = names.map((id) => text(id));
      const id = names[pick % names.length] ?? "";
      const of = (list: readonly Question[]) => list.map((question) => question.id);
      const moved = movedQuestion(questions, id, by);
      expect([...of(moved)].sort()).toEqual([...names].sort());
      // Moved back, all stand where they stood, unless it stood at the edge.
      const at = names.indexOf(id);
      if (names[at + by] !== undefined) {
        expect(of(moved)[at + by]).toBe(id);
        expect(of(movedQuestion(moved, id, by === 1 ? -1 : 1))).toEqual(names);
      } else expect(of(moved)).toEqual(names);
      expect(of(withoutQuestion(questions, id))).toEqual(names.filter((name) => name !== id));
      expect(of(withQuestion(questions, text(id)))).toEqual(names);
      expect(of(withQuestion(questions, text("other-one")))).toEqual([...names, "other-one"]);
    }),
  );
});
