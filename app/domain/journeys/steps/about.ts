import { z } from "zod";
import { dateInWords, sentence } from "../../shared/in-words";
import { dateOfBirth } from "../date-of-birth";
import { type AboutAnswer, SEXES } from "../draft-answers";
import { line, oneOf, required } from "../input";
import { byWho, type StepDefinition, whose } from "../step";

export const SEX_LABELS: Readonly<Record<AboutAnswer["sex"], string>> = {
  female: "Female",
  male: "Male",
  another: "Another",
  "not-said": "Prefer not to say",
};

export const about: StepDefinition<AboutAnswer> = {
  id: "about",
  title: ({ answers }) => byWho(answers, "About you", "About your child", "About the person you care for"),
  schema: ({ answers, facts }) =>
    z
      .object({
        name: required(`${sentence(whose(answers))} name`, 100, `Enter ${whose(answers)} full name`),
        "born-day": line,
        "born-month": line,
        "born-year": line,
        sex: oneOf(SEXES, "Choose an answer, or “Prefer not to say”"),
      })
      .superRefine((typed, context) => {
        const born = dateOfBirth(typed["born-day"], typed["born-month"], typed["born-year"], facts.today);
        if (!born.ok) context.addIssue({ code: "custom", path: [born.field], message: born.message });
      })
      .transform((typed) => {
        const born = dateOfBirth(typed["born-day"], typed["born-month"], typed["born-year"], facts.today);
        return { name: typed.name, bornOn: born.ok ? born.bornOn : "", sex: typed.sex };
      }),
  typed: ({ name, bornOn, sex }) => {
    const [year = "", month = "", day = ""] = bornOn.split("-");
    return {
      name,
      "born-day": String(Number(day)),
      "born-month": String(Number(month)),
      "born-year": year,
      sex,
    };
  },
  readBack: ({ name, bornOn, sex }) => [
    { step: "about", label: "Name", value: name },
    { step: "about", label: "Date of birth", value: dateInWords(bornOn) },
    { step: "about", label: "Sex", value: SEX_LABELS[sex] },
  ],
};
