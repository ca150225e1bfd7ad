import { describe, expect, test } from "vitest";
import { service } from "~tests/support/small-town";
import { detailFrom } from "../fulfilment/request-detail";
import type { AgeBand, Basis, DraftAnswers, StepInput } from "./draft-answers";
import {
  canShow,
  countedAnswers,
  dangerInAnswers,
  firstUnanswered,
  readStep,
  stepsOf,
  summaryOf,
  withAnswer,
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
  const steps = (answers: DraftAnswers) => stepsOf(physiotherapy, answers, facts).map(({ id }) => id);
  const agreed = (basis: Basis, band: AgeBand) => ({ agreement: { basis, band, version: 1 } });

  test("is asked about only then, one question a page", () => {
    expect(steps(asking("child", CHILD))).toEqual(expect.arrayContaining(["relation", "agreement"]));
    expect(steps(asking("myself", GROWN))).not.toContain("relation");
    expect(firstUnanswered(physiotherapy, asking("someone", GROWN), facts)).toBe("relation");
    const related = asking("someone", GROWN, { relation: { relation: "family" } });
    expect(firstUnanswered(physiotherapy, related, facts)).toBe("agreement");
    const both = { ...related, ...agreed("agrees", "grown") };
    expect(firstUnanswered(physiotherapy, both, facts)).toBe("share");
  });

  test("for a child under 13 is a parent's duty, and the child is not asked", () => {
    const answers = asking("child", CHILD);
    expect(read("relation", answers, { relation: "parent" })).toEqual({
      kind: "answered",
      answer: { relation: "parent" },
    });
    expect(read("relation", answers, { relation: "partner" })).toMatchObject({ kind: "invalid" });
    expect(read("relation", asking("someone", GROWN), { relation: "partner" }).kind).toBe("answered");
    expect(read("agreement", answers, { basis: "parental" })).toEqual({
      kind: "answered",
      answer: { basis: "parental", band: "child", version: 1 },
    });
    expect(read("agreement", answers, { basis: "agrees" })).toMatchObject({
      errors: [{ field: "basis", message: "Say why you may ask for them" }],
    });
    expect(steps({ ...answers, ...agreed("parental", "child") })).not.toContain("share");
  });

  test("from 13 on they are asked themselves, and nothing is asked behind their back", () => {
    for (const answers of [asking("child", YOUNG), asking("someone", GROWN)]) {
      expect(read("agreement", answers, { basis: "agrees" })).toMatchObject({ kind: "answered" });
      expect(read("agreement", answers, { basis: "not-asked" })).toMatchObject({
        kind: "invalid",
        errors: [{ field: "basis", message: expect.stringContaining("Talk with them first") }],
      });
      expect(read("share", answers, { share: "times" }).kind).toBe("no-such-step");
      const both = { ...answers, ...agreed("agrees", "grown") };
      expect(read("share", both, { share: "times" })).toMatchObject({ kind: "answered" });
      expect(read("share", both, {})).toMatchObject({
        errors: [{ field: "share", message: "Choose what they may tell you" }],
      });
    }
    expect(read("agreement", asking("someone", GROWN), { basis: "parental" })).toMatchObject({
      kind: "invalid",
    });
  });

  test("is asked again when the person turns out to be of another age, or the words have changed", () => {
    const counts = (answers: DraftAnswers) =>
      countedAnswers({ service: physiotherapy, answers, facts }).agreement !== undefined;
    const child = agreed("parental", "child");
    expect(counts(asking("child", CHILD, child))).toBe(true);
    expect(counts(asking("child", YOUNG, child))).toBe(false);
    expect(counts(asking("child", CHILD, { agreement: { ...child.agreement, version: 0 } }))).toBe(false);
  });

  test("is asked again of somebody else: nothing that was agreed for one counts for another", () => {
    const first = asking("someone", GROWN, {
      relation: { relation: "partner" },
      ...agreed("agrees", "grown"),
      share: { share: "everything" },
    });
    const about = (change: object) => ({
      name: "Ravi Patel",
      bornOn: GROWN,
      sex: "male" as const,
      ...change,
    });
    for (const other of [
      withAnswer(first, "about", about({ bornOn: YOUNG })),
      withAnswer(first, "about", about({ name: "Somebody Else" })),
      withAnswer(first, "who", { who: "child" }),
    ])
      expect([other.relation, other.agreement, other.share]).toEqual([undefined, undefined, undefined]);
    const same = withAnswer(first, "about", about({ sex: "female" }));
    expect(same).toMatchObject({ relation: first.relation, agreement: first.agreement, share: first.share });
    // The same person's name in other letters: signs of danger that were answered for them still count.
    expect(withAnswer(first, "about", about({ name: "Ravi N. Patel" }))["red-flags"]).toEqual(
      first["red-flags"],
    );
  });

  test("is kept with the request in the words that were agreed to, with their version", () => {
    const answers: DraftAnswers = asking("someone", GROWN, {
      relation: { relation: "family" },
      ...agreed("best-interests", "grown"),
      share: { share: "times" },
      preferences: { modes: [], first: "nearest" },
      choose: { choice: "best", offerId: null, booking: null, basis: "" },
      contact: { name: "Meera Patel", phone: "01632 960 001", email: null, avoid: [] },
    });
    const detailOf = (all: DraftAnswers) => detailFrom(all, [], needFrom(physiotherapy, all, NOTHING_KNOWN));
    expect(detailOf(answers)?.proxy).toEqual({
      relation: "family",
      basis: "best-interests",
      share: "times",
      version: 1,
      words: "They cannot decide this, and nobody is named to decide for them",
    });
    // Of a child, whoever may ask is told everything; of anybody older nothing is taken for granted.
    expect(detailOf({ ...answers, ...agreed("parental", "child") })?.proxy?.share).toBe("everything");
    const { share: _, ...notSaid } = answers;
    expect(detailOf(notSaid)).toBeUndefined();
    expect(detailOf({ ...answers, who: { who: "myself" } })?.proxy).toBeUndefined();
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
