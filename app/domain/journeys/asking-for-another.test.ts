import { describe, expect, test } from "vitest";
import { service } from "~tests/support/small-town";
import { detailFrom } from "../fulfilment/request-detail";
import type { DraftAnswers, StepInput } from "./draft-answers";
import {
  canShow,
  countedAnswers,
  dangerInAnswers,
  firstUnanswered,
  readStep,
  stepsOf,
  summaryOf,
} from "./journey";
import { NOTHING_KNOWN } from "./known";
import { needFrom } from "./need";

const physiotherapy = service("physiotherapy");
const facts = { today: "2026-11-25", practices: [{ ods: "L80001", name: "Harbour Road Surgery" }] };

const asking = (
  who: "child" | "someone" | "myself",
  bornOn: string,
  more: DraftAnswers = {},
): DraftAnswers => ({
  "red-flags": { version: 1 },
  who: { who },
  about: { name: "Ravi Patel", bornOn, sex: "male" },
  ...more,
});
const read = (step: string, answers: DraftAnswers, input: StepInput) =>
  readStep(step, { service: physiotherapy, answers, facts }, input);
const CHILD = "2016-05-04";
const YOUNG = "2012-05-04";
const GROWN = "1944-05-04";

describe("asking for somebody else", () => {
  test("is asked about only then", () => {
    const steps = (answers: DraftAnswers) => stepsOf(physiotherapy, answers, facts).map(({ id }) => id);
    expect(steps(asking("child", CHILD))).toContain("proxy");
    expect(steps(asking("myself", GROWN))).not.toContain("proxy");
    expect(firstUnanswered(physiotherapy, asking("someone", GROWN), facts)).toBe("proxy");
  });

  test("for a child under 13 is a parent's duty, and the child is not asked", () => {
    const answers = asking("child", CHILD);
    const input = { relation: "parent", basis: "parental" };
    expect(read("proxy", answers, input)).toEqual({
      kind: "answered",
      answer: { relation: "parent", basis: "parental", share: "everything", band: "child", version: 1 },
    });
    expect(read("proxy", answers, { relation: "parent", basis: "agrees" })).toMatchObject({
      errors: [{ field: "basis", message: "Say why you may ask for them" }],
    });
  });

  test("from 13 on they are asked themselves, and nothing is asked behind their back", () => {
    for (const answers of [asking("child", YOUNG), asking("someone", GROWN)]) {
      expect(read("proxy", answers, { relation: "family", basis: "agrees", share: "times" })).toMatchObject({
        kind: "answered",
      });
      expect(
        read("proxy", answers, { relation: "family", basis: "not-asked", share: "times" }),
      ).toMatchObject({
        kind: "invalid",
        errors: [{ field: "basis", message: expect.stringContaining("Talk with them first") }],
      });
      expect(read("proxy", answers, { relation: "family", basis: "agrees" })).toMatchObject({
        errors: [{ field: "share", message: "Choose what they may tell you" }],
      });
    }
    expect(read("proxy", asking("someone", GROWN), { relation: "parent", basis: "parental" })).toMatchObject({
      kind: "invalid",
    });
  });

  test("is asked again when the person turns out to be of another age, or the words have changed", () => {
    const proxy = {
      relation: "parent",
      basis: "parental",
      share: "everything",
      band: "child",
      version: 1,
    } as const;
    const counts = (answers: DraftAnswers) =>
      countedAnswers({ service: physiotherapy, answers, facts }).proxy !== undefined;
    expect(counts(asking("child", CHILD, { proxy }))).toBe(true);
    expect(counts(asking("child", YOUNG, { proxy }))).toBe(false);
    expect(counts(asking("child", CHILD, { proxy: { ...proxy, version: 0 } }))).toBe(false);
  });

  test("is kept with the request in the words that were agreed to, with their version", () => {
    const answers: DraftAnswers = asking("someone", GROWN, {
      proxy: { relation: "family", basis: "best-interests", share: "everything", band: "grown", version: 1 },
      preferences: { modes: [], first: "nearest" },
      choose: { choice: "best", offerId: null, booking: null, basis: "" },
      contact: { name: "Meera Patel", phone: "01632 960 001", email: null, avoid: [] },
    });
    const detail = detailFrom(answers, [], needFrom(physiotherapy, answers, NOTHING_KNOWN));
    expect(detail?.proxy).toEqual({
      relation: "family",
      basis: "best-interests",
      share: "everything",
      version: 1,
      words: "They cannot decide this, and nobody is named to decide for them",
    });
  });
});

describe("an NHS number", () => {
  const about = (nhsNumber: string) =>
    read("about", asking("myself", GROWN), {
      name: "Ravi Patel",
      "born-day": "4",
      "born-month": "5",
      "born-year": "1944",
      sex: "male",
      nhsNumber,
    });

  test("may be left out, and is read as it is printed", () => {
    expect(about("")).toMatchObject({ answer: { nhsNumber: null } });
    expect(about("999 000 0018")).toMatchObject({ answer: { nhsNumber: "9990000018" } });
  });

  test("with a slip in it says what to do", () => {
    expect(about("999 000 0019")).toMatchObject({
      kind: "invalid",
      errors: [{ field: "nhsNumber", message: expect.stringContaining("10 digits") }],
    });
  });

  test("that is proved is read back for who asks for themselves, and for nobody else", () => {
    const known = { ...NOTHING_KNOWN, bornOn: GROWN, nhsNumber: "9990000018" };
    const line = (answers: DraftAnswers) =>
      summaryOf({ service: physiotherapy, answers, facts, known }).find(({ label }) => label === "NHS number")
        ?.value;
    expect(line(asking("myself", GROWN))).toBe("999 000 0018, from your NHS login");
    expect(line(asking("someone", GROWN))).toBeUndefined();
    expect(line(asking("myself", "1950-01-01"))).toBeUndefined();
  });
});

describe("what would help", () => {
  const upTo: DraftAnswers = asking("myself", GROWN, {
    place: { postcode: "LK1 1AA", position: null, practice: "none" },
    preferences: { modes: [], first: "nearest" },
  });

  test("may be passed over, and check answers says so with a way to say it", () => {
    expect(firstUnanswered(physiotherapy, upTo, facts)).toBe("choose");
    expect(canShow("choose", { service: physiotherapy, answers: upTo, facts })).toBe(true);
    expect(summaryOf({ service: physiotherapy, answers: upTo, facts })).toContainEqual({
      step: "adjustments",
      label: "What would help",
      value: "Nothing said",
    });
  });

  test("and how to be reached are read for words of danger", () => {
    expect(read("adjustments", upTo, { other: "I want to die" })).toMatchObject({ leadsTo: "crisis" });
    expect(read("contact", upTo, { phone: "01632 960 001", notes: "chest pain" })).toMatchObject({
      leadsTo: "999",
    });
    const kept = { ...upTo, adjustments: { chosen: [], other: "chest pain" } };
    expect(dangerInAnswers(physiotherapy, kept)).toMatchObject({ step: "adjustments", leadsTo: "999" });
  });
});

describe("the best way to be reached", () => {
  const contact = (input: StepInput) => read("contact", asking("myself", GROWN), input);

  test("is kept beside the others, and left out when any will do", () => {
    expect(contact({ phone: "01632 960 001", preferred: "text" })).toMatchObject({
      answer: { preferred: "text" },
    });
    const any = contact({ phone: "01632 960 001", preferred: "any" });
    expect(any.kind === "answered" && any.answer).toEqual({
      name: null,
      phone: "01632 960 001",
      email: null,
      avoid: [],
    });
  });

  test.each([
    [{ phone: "01632 960 001", preferred: "email" }, "email"],
    [{ email: "rosa@example.com", preferred: "call" }, "phone"],
    [{ phone: "01632 960 001", preferred: "letter" }, "address"],
    [{ phone: "01632 960 001", preferred: "text", avoid: "texts" }, "preferred"],
    [{ phone: "01632 960 001", preferred: "pigeon" }, "preferred"],
  ])("%j cannot be used as it is", (input, field) => {
    expect(contact(input)).toMatchObject({ kind: "invalid", errors: [{ field }] });
  });
});
