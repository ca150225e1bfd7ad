import type { Service } from "~/domain/directory/types";
import type { Emergency, Option, Question, RedFlag } from "~/domain/journeys/types";

/** Two people of the demonstration who agreed a service's red flags. They are fictional, as all people here are. */
export type Approvers = readonly [string, string];

type Words = Omit<Service, "priority" | "access" | "status" | "redFlags"> &
  Partial<Pick<Service, "priority" | "access">> & {
    readonly approvers: Approvers;
    readonly flags: readonly RedFlag[];
  };

/** A line of the catalogue, with what every demonstration service has in common filled in. */
export function service({ approvers, flags, ...words }: Words): Service {
  return {
    priority: "routine",
    access: "self-referral",
    status: "open",
    ...words,
    redFlags: {
      version: 1,
      source: "Written for this demonstration from general public NHS advice",
      approvedBy: approvers,
      approvedOn: "2026-10-05",
      notice: "Not clinically reviewed. For demonstration only.",
      items: flags,
    },
  };
}

export const flag = (id: string, leadsTo: Emergency, text: string): RedFlag => ({ id, text, leadsTo });

/** Value and label, with a hint where the label alone could be misread; or the option in full. */
type Choice = readonly [value: string, label: string, hint?: string] | Option;
type Extras = Partial<Pick<Question, "hint" | "onlyIf" | "required">>;

const options = (choices: readonly Choice[]): readonly Option[] =>
  choices.map((choice) => {
    if ("value" in choice) return choice;
    const [value, label, hint] = choice;
    return hint === undefined ? { value, label } : { value, label, hint };
  });

/** One answer of a few. Asked of everyone who needs the service, so an answer is needed. */
export const choice = (
  id: string,
  title: string,
  label: string,
  choices: readonly Choice[],
  extras: Extras = {},
): Question => ({ kind: "choice", id, title, label, required: true, options: options(choices), ...extras });

/** Any number of answers, and none is an answer too. */
export const choices = (
  id: string,
  title: string,
  label: string,
  of: readonly Choice[],
  extras: Extras = {},
): Question => ({
  kind: "choices",
  id,
  title,
  label,
  required: false,
  hint: "Choose all that fit. If none do, go on to the next page.",
  options: options(of),
  ...extras,
});

export const text = (id: string, title: string, label: string, extras: Extras = {}): Question => ({
  kind: "text",
  id,
  title,
  label,
  required: false,
  maxLength: 500,
  ...extras,
});

/** What makes a visit work for this person, beside what everybody is asked about how they like to be seen. */
export const HELP_AT_VISIT = choices("on-the-day", "What would help you on the day?", "Help on the day", [
  ["longer", "More time"],
  ["companion", "Bringing someone with me"],
  ["reminder", "A reminder the day before"],
]);

export const CHEST_PAIN = flag(
  "chest-pain",
  "999",
  "I have pain, tightness or a heavy feeling in my chest right now",
);
export const STROKE = flag(
  "stroke",
  "999",
  "My face has dropped on one side, I cannot lift my arm, or my speech is slurred",
);
export const BREATHLESS = flag(
  "breathless",
  "999",
  "I am so short of breath that I cannot finish a sentence",
);
export const END_MY_LIFE = flag("end-my-life", "crisis", "I feel I want to end my life, or to hurt myself");
export const TOOK_TOO_MUCH = flag(
  "took-too-much",
  "999",
  "I have hurt myself badly, or taken too many tablets",
);
