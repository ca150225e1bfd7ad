import { z } from "zod";
import { nhsNumberInWords, normalNhsNumber } from "../../shared/identifiers";
import { dateInWords, sentence } from "../../shared/in-words";
import { ageInYears, type PlainDate } from "../../shared/time";
import { dateOfBirth } from "../date-of-birth";
import { type AboutAnswer, SEXES, type Who } from "../draft-answers";
import { isSeen, line, oneOf, required } from "../input";
import { knownOfWhoIsAskedFor, NOTHING_KNOWN } from "../known";
import { byWho, type StepDefinition, whose } from "../step";

export const SEX_LABELS: Readonly<Record<AboutAnswer["sex"], string>> = {
  female: "Female",
  male: "Male",
  another: "Another",
  "not-said": "Prefer not to say",
};

/** From this age on, nobody is asked for as somebody's child. */
const GROWN_UP = 18;
/** Younger than this, somebody asks for them. */
const ASKS_ALONE = 13;

/** What to check when an age does not go with whom it is for; null when it does. */
export function ageDoubt(who: Who | undefined, bornOn: PlainDate, today: PlainDate): string | null {
  const age = ageInYears(bornOn, today);
  if (who === "child" && age >= GROWN_UP)
    return "You said this is for your child. Check the date of birth, or choose Someone I care for";
  if (who === "myself" && age < ASKS_ALONE)
    return "You said this is for you. Check the date of birth, or choose My child";
  return null;
}

export const about: StepDefinition<AboutAnswer> = {
  id: "about",
  title: ({ answers }) => byWho(answers, "About you", "About your child", "About the person you care for"),
  schema: ({ answers, facts }) =>
    z
      .object({
        name: required(`${sentence(whose(answers))} name`, 100, `Enter ${whose(answers)} full name`).refine(
          (name) => name === "" || isSeen(name),
          {
            error: `Enter ${whose(answers)} full name, in letters`,
          },
        ),
        "born-day": line,
        "born-month": line,
        "born-year": line,
        sex: oneOf(SEXES, "Choose an answer, or “Prefer not to say”"),
        nhsNumber: line.refine((text) => text === "" || normalNhsNumber(text) !== undefined, {
          error: "Check the NHS number: it has 10 digits, like 999 000 0018. Or leave it empty",
        }),
      })
      .superRefine((typed, context) => {
        const born = dateOfBirth(typed["born-day"], typed["born-month"], typed["born-year"], facts.today);
        const add = (field: string, message: string) =>
          context.addIssue({ code: "custom", path: [field], message });
        if (!born.ok) return add(born.field, born.message);
        const doubt = ageDoubt(answers.who?.who, born.bornOn, facts.today);
        if (doubt) add("born-day", doubt);
      })
      .transform((typed) => {
        const born = dateOfBirth(typed["born-day"], typed["born-month"], typed["born-year"], facts.today);
        return {
          name: typed.name,
          bornOn: born.ok ? born.bornOn : "",
          sex: typed.sex,
          nhsNumber: normalNhsNumber(typed.nhsNumber) ?? null,
        };
      }),
  typed: ({ name, bornOn, sex, nhsNumber }) => {
    const [year = "", month = "", day = ""] = bornOn.split("-");
    return {
      name,
      "born-day": String(Number(day)),
      "born-month": String(Number(month)),
      "born-year": year,
      sex,
      nhsNumber: nhsNumber ? nhsNumberInWords(nhsNumber) : "",
    };
  },
  readBack: ({ name, bornOn, sex, nhsNumber }, { answers, known = NOTHING_KNOWN }) => {
    const proved = knownOfWhoIsAskedFor(answers, known).nhsNumber;
    const number = proved ?? nhsNumber;
    return [
      { step: "about", label: "Name", value: name },
      { step: "about", label: "Date of birth", value: dateInWords(bornOn) },
      { step: "about", label: "Sex", value: SEX_LABELS[sex] },
      ...(number
        ? [
            {
              step: "about" as const,
              label: "NHS number",
              value: `${nhsNumberInWords(number)}${proved ? ", from your NHS login" : ""}`,
            },
          ]
        : []),
    ];
  },
};
