import { describe, expect, test } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import type { DraftAnswers, StepInput } from "~/domain/journeys/draft-answers";
import { firstUnanswered, readStep, stepsOf, summaryOf } from "~/domain/journeys/journey";
import { NOTHING_KNOWN } from "~/domain/journeys/known";
import { needFrom } from "~/domain/journeys/need";
import type { Question } from "~/domain/journeys/types";
import { larkmouth } from "~seeds/reference/larkmouth";

const today = "2026-11-23";
/** As they are asked for: what is of several parts asks for the red flags of each. */
const { services } = buildDirectory(larkmouth(today));
const facts = { today, practices: [] };

const FIXED: Readonly<Record<string, StepInput>> = {
  "red-flags": { flags: "none" },
  who: { who: "myself" },
  about: { name: "Rosa Marchetti", "born-day": "27", "born-month": "3", "born-year": "1992", sex: "female" },
  place: { postcode: "LM1 1AA", practice: "not-sure" },
  preferences: { first: "nearest" },
  choose: { choice: "best" },
  contact: { phone: "01632 960001" },
  check: { consent: "yes" },
};

/** The option at a place among those that are no emergency. */
function answerTo(question: Question, place: number): StepInput {
  if (question.kind === "text") return { answer: "It began a week ago." };
  const calm = question.options.filter(({ leadsTo }) => leadsTo === undefined);
  return { answer: calm[place % calm.length]?.value };
}

describe.each(services.map((service) => [service.id, service] as const))("%s", (_, service) => {
  test.each([0, 1, 2])(
    "can be asked for to the end, whichever way its questions are answered (%i)",
    (place) => {
      let answers: DraftAnswers = {};
      for (let asked = 0; asked < 40; asked += 1) {
        const step = firstUnanswered(service, answers, facts);
        if (step === null) break;
        const question = stepsOf(service, answers, facts).find(({ id }) => id === step)?.question;
        const input = question ? answerTo(question, place) : (FIXED[step] ?? {});
        const read = readStep(step, { service, answers, facts }, input);
        if (read.kind !== "answered") throw new Error(`${step}: ${JSON.stringify(read)}`);
        answers = { ...answers, [step]: read.answer };
      }
      expect(firstUnanswered(service, answers, facts)).toBeNull();
      expect(summaryOf({ service, answers, facts }).every(({ label, value }) => label && value)).toBe(true);
      expect(needFrom(service, answers, NOTHING_KNOWN)).toMatchObject({
        serviceId: service.id,
        priority: service.priority,
      });
    },
  );

  test("stops for every one of its red flags, and of its parts'", () => {
    const texts = new Set(service.redFlags?.items.map(({ text, leadsTo }) => `${leadsTo} ${text}`));
    for (const { serviceId } of service.parts ?? []) {
      const part = services.find(({ id }) => id === serviceId);
      for (const { text, leadsTo } of part?.redFlags?.items ?? [])
        expect(texts).toContain(`${leadsTo} ${text}`);
    }
    for (const { id, leadsTo } of service.redFlags?.items ?? []) {
      const read = readStep("red-flags", { service, answers: {}, facts }, { flags: [id, "none"] });
      expect(read).toEqual({ kind: "danger", leadsTo, matched: null });
    }
    expect(service.redFlags?.items.length).toBeGreaterThan(0);
  });
});
