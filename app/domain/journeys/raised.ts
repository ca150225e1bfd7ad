import type { Service } from "../directory/types";
import { dangerIn } from "./danger";
import type { DraftAnswers, StepId, StepInput } from "./draft-answers";
import { FREE_TEXTS } from "./free-texts";
import { questionStepId, questionsAsked } from "./steps/service-question";

/** What was said that is an emergency: the flags that were ticked, the options that were chosen, or the words of danger. */
export type Raised =
  | {
      readonly kind: "flags";
      /** Of the service's red flags, as they stood. */
      readonly version: number;
      readonly flags: readonly { readonly id: string; readonly text: string }[];
    }
  | { readonly kind: "options"; readonly question: string; readonly options: readonly string[] }
  /** The words alone: nothing else of a free text is kept. */
  | { readonly kind: "words"; readonly question: string; readonly words: string };

/** What in a posted step is an emergency; null when nothing is. `question` is the line of the summary: "Where it hurts". */
export function raisedBy(
  step: string,
  { service, answers }: { readonly service: Service; readonly answers: DraftAnswers },
  input: StepInput,
): Raised | null {
  if (step === "red-flags") {
    const ticked = valuesOf(input.flags);
    const flags = service.redFlags?.items.filter(({ id }) => ticked.includes(id)) ?? [];
    return flags.length === 0
      ? null
      : {
          kind: "flags",
          version: service.redFlags?.version ?? 0,
          flags: flags.map(({ id, text }) => ({ id, text })),
        };
  }
  const free = FREE_TEXTS[step as StepId];
  if (free) return wordsIn(free.label, valuesOf(input[free.field]));
  const question = questionsAsked(service.questions, answers).find((each) => questionStepId(each) === step);
  if (question === undefined) return null;
  const given = valuesOf(input.answer);
  if (question.kind === "text") return wordsIn(question.label, given);
  const options = question.options.filter(({ value, leadsTo }) => leadsTo && given.includes(value));
  return options.length === 0
    ? null
    : { kind: "options", question: question.label, options: options.map(({ label }) => label) };
}

function wordsIn(question: string, written: readonly string[]): Raised | null {
  const danger = dangerIn(written.join(" "));
  return danger && { kind: "words", question, words: danger.matched };
}

const valuesOf = (value: StepInput[string]): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;
