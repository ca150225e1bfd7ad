import fc from "fast-check";
import { expect, test } from "vitest";
import { service } from "~tests/support/small-town";
import { dateOfBirth } from "./date-of-birth";
import type { DraftAnswers } from "./draft-answers";
import { readStep, stepsOf, typedOf } from "./journey";
import type { Question } from "./types";

const facts = { today: "2026-11-23", practices: [{ ods: "L81001", name: "Harbour Road Surgery" }] };
const questions: readonly Question[] = [
  { id: "more", kind: "text", title: "Anything else?", label: "More", required: true, maxLength: 200 },
  {
    id: "where",
    kind: "choices",
    title: "Where?",
    label: "Where",
    required: false,
    options: [{ value: "back", label: "Back" }],
  },
];
const asked = service("physiotherapy", { questions });

const names = [
  "flags",
  "who",
  "name",
  "born-day",
  "born-month",
  "born-year",
  "sex",
  "answer",
  "postcode",
  "practice",
  "modes",
  "first",
  "choice",
  "slot",
  "phone",
  "email",
  "avoid",
  "consent",
];
const real = [
  "none",
  "myself",
  "Rosa",
  "27",
  "3",
  "1992",
  "female",
  "LK1 1AA",
  "not-sure",
  "phone",
  "nearest",
  "best",
  "01632 960001",
  "a@b.uk",
  "yes",
  "back",
];
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...real) },
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.constant("x".repeat(100_000)),
);
const input = fc.dictionary(fc.constantFrom(...names), fc.oneof(value, fc.array(value, { maxLength: 4 })));

/** Nothing that a database refuses, or that a page would show as something else. */
const isClean = (text: string) => !/(?![\t\n])\p{Cc}|\p{Cs}/u.test(text);

test("any form posted to any step is answered, refused with something to do, or leads to help; what is kept is clean", () => {
  const steps = stepsOf(asked, {}, facts).map(({ id }) => id);
  fc.assert(
    fc.property(fc.constantFrom(...steps, "time", "no-such-step"), input, (step, typed) => {
      const answers: DraftAnswers = {};
      const read = readStep(step, { service: asked, answers, facts }, typed);
      if (read.kind === "answered") {
        expect(JSON.stringify(read.answer).length).toBeLessThan(5_000);
        expect(isClean(Object.values(read.answer).flat().join(""))).toBe(true);
        const kept = { [step]: read.answer } as DraftAnswers;
        const context = { service: asked, answers: kept, facts };
        const again = readStep(step, context, typedOf(step, context));
        if (step !== "red-flags" && step !== "place" && step !== "choose") expect(again).toEqual(read);
      }
      if (read.kind === "invalid") {
        expect(read.errors.length).toBeGreaterThan(0);
        for (const { field, message } of read.errors) {
          expect(names).toContain(field);
          expect(message).toMatch(/^\p{Lu}/u);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test("every real date from 1900 until today is a date of birth, and nothing else is", () => {
  const dates = fc.date({ min: new Date("1900-01-01"), max: new Date("2026-11-23"), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (date) => {
      const bornOn = date.toISOString().slice(0, 10);
      const [year = "", month = "", day = ""] = bornOn.split("-");
      expect(dateOfBirth(day, month, year, facts.today)).toEqual({ ok: true, bornOn });
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (day, month, year) => {
      const read = dateOfBirth(day, month, year, facts.today);
      if (read.ok) expect(read.bornOn >= "1900-01-01" && read.bornOn <= facts.today).toBe(true);
      else expect(read.message).not.toBe("");
    }),
  );
});
