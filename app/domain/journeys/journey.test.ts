import { describe, expect, test } from "vitest";
import type { Service } from "../directory/types";
import type { DraftAnswers, JourneyFacts, StepInput } from "./draft-answers";
import {
  canShow,
  firstUnanswered,
  nextStep,
  previousStep,
  readStep,
  stepsOf,
  summaryOf,
  typedOf,
  withAnswer,
} from "./journey";
import { NOTHING_KNOWN } from "./known";
import { needFrom } from "./need";
import { choiceBasis } from "./steps/choose";

const facts: JourneyFacts = {
  today: "2026-11-23",
  practices: [
    { ods: "L80001", name: "Harbour Road Surgery" },
    { ods: "L80002", name: "The Mead Practice" },
  ],
};

const service: Service = {
  id: "physiotherapy",
  name: "Physiotherapy",
  summary: "Help with a bad back.",
  needs: ["moving"],
  synonyms: [],
  whatItIs: [],
  whoItIsFor: [],
  whatToExpect: [],
  whatToBring: [],
  cost: "Free",
  ifWorse: "Ring 111",
  priority: "routine",
  access: "self-referral",
  status: "open",
  redFlags: {
    version: 3,
    source: "A test",
    approvedBy: ["A", "B"],
    approvedOn: "2026-01-01",
    notice: "Not clinically reviewed",
    items: [
      { id: "numb", text: "I have gone numb between the legs", leadsTo: "999" },
      { id: "fever", text: "I have a fever", leadsTo: "111" },
    ],
  },
  questions: [
    {
      id: "where",
      kind: "choice",
      title: "Where does it hurt?",
      label: "Where it hurts",
      required: true,
      options: [
        { value: "back", label: "Back" },
        { value: "neck", label: "Neck" },
        { value: "head", label: "Sudden, the worst headache ever", leadsTo: "999" },
      ],
    },
    {
      id: "leg",
      kind: "choice",
      title: "Does it go down a leg?",
      label: "Down a leg",
      required: true,
      onlyIf: { question: "where", isOneOf: ["back"] },
      options: [
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ],
    },
    {
      id: "more",
      kind: "text",
      title: "Is there more to tell?",
      label: "More",
      required: false,
      maxLength: 40,
    },
  ],
};

/** Answers one step after another, as a person does, and keeps what was answered. */
function answer(answers: DraftAnswers, step: string, input: StepInput): DraftAnswers {
  const read = readStep(step, { service, answers, facts }, input);
  if (read.kind !== "answered") throw new Error(`${step}: ${JSON.stringify(read)}`);
  return withAnswer(answers, step, read.answer);
}

const upToChoose = (): DraftAnswers => {
  let answers: DraftAnswers = {};
  answers = answer(answers, "red-flags", { flags: "none" });
  answers = answer(answers, "who", { who: "myself" });
  answers = answer(answers, "about", {
    name: "  Rosa   Marchetti ",
    "born-day": "27",
    "born-month": "Mar",
    "born-year": "1992",
    sex: "female",
  });
  answers = answer(answers, "q-where", { answer: "back" });
  answers = answer(answers, "q-leg", { answer: "no" });
  answers = answer(answers, "q-more", { answer: "" });
  answers = answer(answers, "place", { postcode: "bs31tf", practice: "L80001" });
  return answer(answers, "preferences", { modes: ["phone"], first: "nearest" });
};

const errorsOf = (step: string, input: StepInput, answers: DraftAnswers = upToChoose()) => {
  const read = readStep(step, { service, answers, facts }, input);
  return read.kind === "invalid"
    ? Object.fromEntries(read.errors.map((e) => [e.field, e.message]))
    : read.kind;
};

describe("the steps of a request", () => {
  test("come in order, with the service's own questions between who and where", () => {
    expect(stepsOf(service, upToChoose(), facts).map(({ id }) => id)).toEqual([
      "red-flags",
      "who",
      "about",
      "q-where",
      "q-leg",
      "q-more",
      "place",
      "preferences",
      "adjustments",
      "choose",
      "contact",
      "check",
    ]);
  });

  test("leave out a conditional question, and what was answered to it no longer counts", () => {
    const answers = answer(upToChoose(), "q-where", { answer: "neck" });
    expect(stepsOf(service, answers, facts).map(({ id }) => id)).not.toContain("q-leg");
    expect(summaryOf({ service, answers, facts }).map(({ label }) => label)).not.toContain("Down a leg");
  });

  test("ask for a time only when the chosen offer takes direct bookings", () => {
    const chosen = answer(upToChoose(), "choose", { choice: "best" });
    const direct = {
      ...chosen,
      choose: { ...chosen.choose, booking: "direct", offerId: "o1" },
    } as DraftAnswers;
    expect(nextStep(service, direct, "choose")).toBe("time");
    expect(nextStep(service, chosen, "choose")).toBe("contact");
    expect(previousStep(service, direct, "contact")).toBe("time");
    expect(previousStep(service, direct, "red-flags")).toBeNull();
  });

  test("go on at the first one without an answer, and none can be shown before those in front of it", () => {
    const answers = upToChoose();
    expect(firstUnanswered(service, answers, facts)).toBe("choose");
    expect(canShow("choose", { service, answers, facts })).toBe(true);
    expect(canShow("contact", { service, answers, facts })).toBe(false);
    expect(canShow("who", { service, answers: {}, facts })).toBe(false);
    expect(canShow("nonsense", { service, answers, facts })).toBe(false);
  });

  test("cannot be asked at all without approved red flags", () => {
    expect(stepsOf({ ...service, redFlags: null }, {}, facts)).toEqual([]);
  });
});

describe("answers that another answer made stale", () => {
  test("a choice is made again when the place changes", () => {
    const chosen = answer(upToChoose(), "choose", { choice: "offer-1" });
    expect(firstUnanswered(service, chosen, facts)).toBe("contact");
    const moved = answer(chosen, "place", { postcode: "BS1 1AA", practice: "L80001" });
    expect(firstUnanswered(service, moved, facts)).toBe("choose");
    expect(summaryOf({ service, answers: moved, facts }).map(({ step }) => step)).not.toContain("choose");
  });

  test("a choice is made again when the care is for somebody else", () => {
    const chosen = answer(upToChoose(), "choose", { choice: "offer-1" });
    const someone = { ...chosen, who: { ...chosen.who, who: "child" as const } };
    expect(choiceBasis(service, someone)).not.toBe(choiceBasis(service, chosen));
    expect(summaryOf({ service, answers: someone, facts }).map(({ step }) => step)).not.toContain("choose");
  });

  test("red flags are asked again when their version moves on", () => {
    const flags = service.redFlags;
    if (!flags) throw new Error("The service has flags");
    const revised = { ...service, redFlags: { ...flags, version: 4 } };
    expect(firstUnanswered(revised, upToChoose(), facts)).toBe("red-flags");
  });

  test("red flags are asked once in a straight journey, and again for another person or another date of birth", () => {
    const answers = upToChoose();
    const about = { name: "Rosa", "born-day": "27", "born-month": "3", "born-year": "1992", sex: "female" };
    const first = (step: string, input: StepInput) =>
      firstUnanswered(service, answer(answers, step, input), facts);
    expect(firstUnanswered(service, answers, facts)).toBe("choose");
    expect(first("who", { who: "someone" })).toBe("red-flags");
    expect(first("about", { ...about, "born-year": "1952" })).toBe("red-flags");
    expect(first("who", { who: "myself" })).toBe("choose");
    expect(first("about", { ...about, name: "Rosa M." })).toBe("choose");
    const back = answer(answer(answers, "who", { who: "someone" }), "who", { who: "myself" });
    expect(firstUnanswered(service, back, facts)).toBe("red-flags");
    expect(firstUnanswered(service, answer(back, "red-flags", { flags: "none" }), facts)).toBe("choose");
  });

  test("an option that is no longer there is asked again", () => {
    const [where, ...others] = service.questions;
    if (where?.kind !== "choice") throw new Error("The first question is a choice");
    const options = where.options.filter(({ value }) => value !== "back");
    const changed = { ...service, questions: [{ ...where, options }, ...others] };
    expect(firstUnanswered(changed, upToChoose(), facts)).toBe("q-where");
  });
});

describe("danger", () => {
  test("a ticked flag wins over “none of these”, and the most urgent leads", () => {
    const read = readStep("red-flags", { service, answers: {}, facts }, { flags: ["none", "fever", "numb"] });
    expect(read).toEqual({ kind: "danger", leadsTo: "999", matched: null });
  });

  test("an option that is an emergency leads to help", () => {
    const read = readStep("q-where", { service, answers: upToChoose(), facts }, { answer: "head" });
    expect(read).toMatchObject({ kind: "danger", leadsTo: "999" });
  });

  test("words of danger in a free text lead to help, even in a text that is too long", () => {
    const text = `${"It began a week ago. ".repeat(4)}I want to die`;
    const read = readStep("q-more", { service, answers: upToChoose(), facts }, { answer: text });
    expect(read).toMatchObject({ kind: "danger" });
  });
});

describe("what a person is told to do", () => {
  test.each([
    ["red-flags", {}, { flags: "Tick each one that applies, or “None of these”" }],
    ["red-flags", { flags: "made-up" }, { flags: "Tick each one that applies, or “None of these”" }],
    ["who", { who: "nobody" }, { who: "Choose who this is for" }],
    ["q-where", { answer: "" }, { answer: "Choose one answer" }],
    ["q-where", { answer: "elbow" }, { answer: "Choose one answer" }],
    ["q-more", { answer: "x".repeat(41) }, { answer: "Your answer must be 40 characters or fewer" }],
    ["place", { postcode: "", practice: "not-sure" }, { postcode: "Enter your postcode" }],
    [
      "place",
      { postcode: "BS3", practice: "not-sure" },
      { postcode: "Enter a whole postcode, like BS3 1TF" },
    ],
    ["preferences", { first: "cheapest" }, { first: "Choose what matters most" }],
    ["choose", {}, { choice: "Choose who to ask, or “Choose for me”" }],
    ["contact", {}, { phone: "Enter a phone number or an email address" }],
    [
      "contact",
      { phone: "12" },
      { phone: "Enter a phone number with 10 digits or more, like 01632 960 001" },
    ],
    ["contact", { email: "me@home" }, { email: "Type an email address, like name@example.com" }],
    ["check", {}, { consent: "Say if we may ask the next one on the list" }],
  ] as const)("%s %j", (step, input, errors) => {
    expect(errorsOf(step, input)).toEqual(errors);
  });

  test("a phone number is a short line, however it is written", () => {
    const tooLong = { phone: `${"(".repeat(31)}0163296001` };
    expect(errorsOf("contact", tooLong)).toHaveProperty("phone");
    expect(errorsOf("contact", { phone: `${"(".repeat(15)}01632960001` })).toBe("answered");
  });

  test.each(["\u200B", "\u2800", "\u3164", "- -", "\u0301", `R${"\u0334".repeat(4)}osa`])(
    "a name is one that can be seen: %j is not",
    (name) => {
      const who = { "born-day": "27", "born-month": "3", "born-year": "1992", sex: "female" };
      expect(errorsOf("about", { ...who, name })).toHaveProperty("name");
      expect(
        errorsOf("contact", { name, phone: "01632 960 001" }, answer({}, "red-flags", { flags: "none" })),
      ).toEqual({ name: expect.stringContaining("Enter your own name") });
    },
  );

  test.each(["Rosa", "李", "José", "O’Neil-Śmith 2nd", "สุดา", "อิ๋ว"])(
    "a name in any script is one: %s",
    (name) => {
      const who = { "born-day": "27", "born-month": "3", "born-year": "1992", sex: "female" };
      expect(errorsOf("about", { ...who, name })).toBe("answered");
    },
  );

  test.each([
    ["child", "2008", "answered"],
    ["child", "1992", { "born-day": expect.stringContaining("or choose Someone I care for") }],
    ["myself", "2018", { "born-day": expect.stringContaining("or choose My child") }],
    ["someone", "2018", "answered"],
  ] as const)("an age goes with whom it is for: %s, born in %s", (who, year, expected) => {
    const about = { name: "Rosa", sex: "female", "born-day": "24", "born-month": "11", "born-year": year };
    expect(errorsOf("about", about, answer(upToChoose(), "who", { who }))).toEqual(expected);
  });

  test("a date of birth is asked again when it no longer goes with whom it is for", () => {
    const forChild = answer(answer(upToChoose(), "who", { who: "child" }), "red-flags", { flags: "none" });
    expect(firstUnanswered(service, forChild, facts)).toBe("about");
  });

  test("all that is wrong on a page is told at once", () => {
    expect(errorsOf("about", { "born-day": "31", "born-month": "2", "born-year": "1990" })).toEqual({
      name: "Enter your full name",
      "born-day": "Enter a real date of birth, like 27 3 1992",
      sex: "Choose an answer, or “Prefer not to say”",
    });
  });

  test.each([
    [["", "", ""], "born-day", "Enter a date of birth, like 27 3 1992"],
    [["27", "", "1992"], "born-month", "The date of birth must have a month"],
    [["x", "3", "1992"], "born-day", "The day must be a number from 1 to 31"],
    [["27", "13", "1992"], "born-month", "The month must be a number from 1 to 12"],
    [["27", "3", "92"], "born-year", "The year must have 4 numbers, like 1992"],
    [["31", "12", "1899"], "born-year", "The year of birth must be 1900 or later"],
    [["24", "11", "2026"], "born-year", "The date of birth must be in the past"],
    [["29", "2", "2025"], "born-day", "Enter a real date of birth, like 27 3 1992"],
  ] as const)("a date of birth of %j", ([day, month, year], field, message) => {
    const input = { name: "Rosa", sex: "female", "born-day": day, "born-month": month, "born-year": year };
    expect(errorsOf("about", input)).toEqual({ [field]: message });
  });

  test("whoever asks for another person gives their own name, and questions speak of the other one", () => {
    const answers = answer(upToChoose(), "who", { who: "child" });
    expect(errorsOf("contact", { phone: "01632 960 001" }, answers)).toEqual({ name: "Enter your own name" });
    expect(errorsOf("place", { practice: "not-sure" }, answers)).toEqual({
      postcode: "Enter your child’s postcode",
    });
  });

  test("at least one way to be reached is left", () => {
    const input = { phone: "01632 960 001", avoid: ["calls", "texts"] };
    expect(errorsOf("contact", input)).toEqual({ avoid: "Leave at least one way to reach you" });
    expect(errorsOf("contact", { ...input, email: "rosa@example.com" })).toBe("answered");
  });
});

describe("what is kept", () => {
  test("is tidied: no stray controls, no half characters, one form of letters", () => {
    const answers = answer(upToChoose(), "q-more", {
      answer: "  Caf\u0065\u0301\u0000 \u202Eaway\r\nnow \uD800",
    });
    expect(answers["q-more"]).toEqual({ answer: "Café away\nnow" });
  });

  test("can be typed again as it stands", () => {
    const answers = upToChoose();
    const context = { service, answers, facts };
    for (const { id } of stepsOf(service, answers, facts)) {
      if (!answers[id] || id === "place") continue;
      expect(readStep(id, context, typedOf(id, context))).toEqual({ kind: "answered", answer: answers[id] });
    }
    expect(typedOf("about", context)).toMatchObject({
      "born-day": "27",
      "born-month": "3",
      "born-year": "1992",
    });
  });

  test("reads back in the order of the questions, each line with the step that changes it", () => {
    expect(
      summaryOf({ service, answers: upToChoose(), facts }).map(({ step, label, value }) => [
        step,
        label,
        value,
      ]),
    ).toEqual([
      ["red-flags", "Signs of an emergency", "None of these"],
      ["who", "Who this is for", "Myself"],
      ["about", "Name", "Rosa Marchetti"],
      ["about", "Date of birth", "27 March 1992"],
      ["about", "Sex", "Female"],
      ["q-where", "Where it hurts", "Back"],
      ["q-leg", "Down a leg", "No"],
      ["q-more", "More", "Not answered"],
      ["place", "Postcode", "BS3 1TF"],
      ["place", "GP practice", "Harbour Road Surgery"],
      ["preferences", "How to be seen", "By phone"],
      ["preferences", "What matters most", "Being seen nearest"],
      ["adjustments", "What would help", "Nothing said"],
    ]);
  });
});

describe("what care must come with", () => {
  const saying = (input: StepInput) => answer(upToChoose(), "preferences", { first: "nearest", ...input });

  test("is said with the preferences, read back, and part of the need", () => {
    const answers = saying({ access: ["step-free", "bsl"], language: "pl" });
    expect(needFrom(service, answers, NOTHING_KNOWN).needs).toEqual({
      access: ["step-free", "bsl"],
      language: "pl",
      condition: null,
    });
    const lines = summaryOf({ service, answers, facts }).filter(({ step }) => step === "preferences");
    expect(lines.map(({ label, value }) => [label, value])).toEqual([
      ["How to be seen", "Any way"],
      ["What you need", "A way in without steps, A British Sign Language (BSL) interpreter"],
      ["Language", "Polish"],
      ["What matters most", "Being seen nearest"],
    ]);
    expect(typedOf("preferences", { service, answers, facts })).toMatchObject({
      access: ["step-free", "bsl"],
      language: "pl",
    });
  });

  test.each([{}, { language: "" }, { language: "en" }])("is nothing special when it is %j", (input) => {
    expect(saying(input).preferences).toMatchObject({ access: [], language: null });
  });

  test("may be a language that is not in the list", () => {
    expect(saying({ language: "other" }).preferences?.language).toBe("other");
  });

  test("is chosen from what is on the page", () => {
    expect(errorsOf("preferences", { first: "nearest", access: "ramp" })).toEqual({
      access: "Choose from what is on this page, or leave them all empty",
    });
    expect(errorsOf("preferences", { first: "nearest", language: "xx" })).toEqual({
      language: "Choose a language from the list",
    });
  });

  test("makes another list of offers, and an answer kept before it was asked says nothing", () => {
    const chosen = answer(upToChoose(), "choose", { choice: "offer-1" });
    const needs = { ...chosen, preferences: saying({ access: "hoist" }).preferences } as DraftAnswers;
    expect(firstUnanswered(service, needs, facts)).toBe("choose");
    const kept: DraftAnswers = { ...upToChoose(), preferences: { modes: [], first: "nearest" } };
    expect(needFrom(service, kept, NOTHING_KNOWN).needs).toMatchObject({ access: [], language: null });
  });

  test("is the condition that an answer names, and none when the question is not asked", () => {
    const [where, ...rest] = service.questions;
    if (where === undefined || where.kind !== "choice") throw new Error("The first question is a choice");
    const options = where.options.map((option) =>
      option.value === "back" ? { ...option, condition: "shingles" as const } : option,
    );
    const named = { ...service, questions: [{ ...where, options }, ...rest] };
    expect(needFrom(named, upToChoose(), NOTHING_KNOWN).needs?.condition).toBe("shingles");
    const neck = answer(upToChoose(), "q-where", { answer: "neck" });
    expect(needFrom(named, neck, NOTHING_KNOWN).needs?.condition).toBeNull();
    expect(choiceBasis(named, neck)).not.toBe(choiceBasis(named, upToChoose()));
  });
});

describe("the need", () => {
  test("says what was answered, and that a practice was not checked", () => {
    expect(needFrom(service, upToChoose(), NOTHING_KNOWN)).toEqual({
      serviceId: "physiotherapy",
      priority: "routine",
      person: {
        bornOn: "1992-03-27",
        sex: "female",
        registeredWith: { ods: "L80001", checked: false },
      },
      place: null,
      preferences: { modes: ["phone"], first: "nearest", knownTo: [] },
      needs: { access: [], language: null, condition: null },
      alreadyAsked: [],
    });
  });

  test("a verified practice speaks only for the person who signed in", () => {
    const known = { bornOn: "1992-03-27", practice: "L80002", knownTo: ["harbour-physio"], nhsNumber: null };
    expect(needFrom(service, upToChoose(), known).person.registeredWith).toEqual({
      ods: "L80002",
      checked: true,
    });
    const forChild = answer(upToChoose(), "who", { who: "child" });
    expect(needFrom(service, forChild, known)).toMatchObject({
      person: { registeredWith: { ods: "L80001", checked: false } },
      preferences: { knownTo: [] },
    });
  });

  test("a verified practice is not given to another person whose details are typed as one's own", () => {
    const signedIn = {
      bornOn: "1960-06-01",
      practice: "L80002",
      knownTo: ["harbour-physio"],
      nhsNumber: null,
    };
    const notChecked = {
      person: { registeredWith: { ods: "L80001", checked: false } },
      preferences: { knownTo: [] },
    };
    expect(needFrom(service, upToChoose(), signedIn)).toMatchObject(notChecked);
    expect(needFrom(service, upToChoose(), { ...signedIn, bornOn: null })).toMatchObject(notChecked);
  });

  test("is read back with the practice that it holds, when another one was chosen", () => {
    const answers = upToChoose();
    const practice = (known = NOTHING_KNOWN) =>
      summaryOf({ service, answers, facts, known }).find(({ label }) => label === "GP practice")?.value;
    const rosa = { bornOn: "1992-03-27", practice: "L80002", knownTo: [], nhsNumber: null };
    expect(practice()).toBe("Harbour Road Surgery");
    expect(practice({ ...rosa, practice: "L80001" })).toBe("Harbour Road Surgery");
    expect(practice({ ...rosa, bornOn: "1960-06-01" })).toBe("Harbour Road Surgery");
    expect(practice(rosa)).toBe(
      "The Mead Practice. You are registered there, so we use it. Your answer was “Harbour Road Surgery”.",
    );
  });

  test("only female and male feed routing", () => {
    const answers = upToChoose();
    const about = { name: "Rosa", bornOn: "1992-03-27", sex: "another" as const };
    expect(needFrom(service, { ...answers, about }, NOTHING_KNOWN).person.sex).toBeNull();
  });
});
