import { z } from "zod";
import type { SentBack } from "~/components/manage/typed";
import { EDIT, QUESTION } from "~/content/lab/edit-study";
import { line, lines, oneOf, required, ticked } from "~/domain/journeys/input";
import { idFrom, withItem } from "~/domain/usability/edit-study";
import { MOST, PERMISSIONS, Question, RESERVED, type Study, TRUTHS } from "~/domain/usability/study";

/** A part of a study that is written on a page of its own. */
export type Part =
  | { readonly of: "about" | "script" | "end" }
  /** `id` is null for a new one. */
  | { readonly of: "task" | "variant" | "question"; readonly id: string | null };

const ITEM =
  /^(?:new-(?<fresh>task|variant|question)|(?<kind>task|variant|question)-(?<id>[a-z][a-z0-9-]*))$/;

/** The part that an address names; undefined when it names none, or one that the study does not have. */
export function partOf(study: Study, name: string | undefined): Part | undefined {
  if (name === "about" || name === "script" || name === "end") return { of: name };
  const { fresh, kind, id } = ITEM.exec(name ?? "")?.groups ?? {};
  if (fresh !== undefined) return { of: fresh as "task" | "variant" | "question", id: null };
  if (kind === undefined || id === undefined) return undefined;
  const of = kind as "task" | "variant" | "question";
  return study[`${of}s`].some((each) => each.id === id) ? { of, id } : undefined;
}

/** What one form of a study reads, shows at first, and makes of the study. */
export interface PartForm<Value> {
  readonly schema: z.ZodType<Value>;
  readonly typed: SentBack["typed"];
  readonly apply: (study: Study, value: Value) => Study;
  /** The field that is wrong when the whole study would be. */
  readonly blamed: string;
}

export const yesNo = oneOf(["yes", "no"], EDIT.unsure).transform((said) => said === "yes");
export const said = (is: boolean): string => (is ? "yes" : "no");
const words = (missing: string) =>
  lines
    .refine((text) => text !== "", { error: missing })
    .refine((text) => text.length <= MOST.words, { error: `Write ${MOST.words} characters or fewer` });
export const anyWords = lines.refine((text) => text.length <= MOST.words, {
  error: `Write ${MOST.words} characters or fewer`,
});
/** A whole number as it is typed, between two. */
export const whole = (least: number, most: number, error: string) =>
  line
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most, { error })
    .transform(Number);

const About = z.object({
  name: required("The name", 200, "Say what the study is called"),
  aims: words("Say what you want to find out"),
  information: words("Say what people are told first"),
  permissions: ticked,
  moderated: yesNo,
  keepDays: whole(1, 730, "Write from 1 to 730"),
});

export const aboutForm = (study: Study): PartForm<z.infer<typeof About>> => ({
  schema: About,
  typed: {
    name: study.name,
    aims: study.aims,
    information: study.information,
    permissions: study.permissions,
    moderated: said(study.moderated),
    keepDays: String(study.keepDays),
  },
  apply: (draft, { permissions, ...value }) => {
    const asked = PERMISSIONS.filter((each) => each === "take-part" || permissions.includes(each));
    return { ...draft, ...value, permissions: asked, keepTyping: asked.includes("keep-typing") };
  },
  blamed: "name",
});

const Script = z.object({ opening: anyWords, closing: anyWords, safety: anyWords });

export const scriptForm = ({ opening, closing, safety }: Study): PartForm<z.infer<typeof Script>> => ({
  schema: Script,
  typed: { opening, closing, safety },
  apply: (draft, value) => ({ ...draft, ...value }),
  blamed: "opening",
});

const End = z.object({ seq: yesNo, sus: yesNo, atEnd: ticked });

export const endForm = (study: Study): PartForm<z.infer<typeof End>> => ({
  schema: End,
  typed: { seq: said(study.seq), sus: said(study.sus), atEnd: study.atEnd },
  apply: (draft, { atEnd, ...value }) => ({ ...draft, ...value, atEnd: inOrder(draft, atEnd) }),
  blamed: "atEnd",
});

/** Questions are asked in the order in which the study has them. */
export const inOrder = (study: Study, ids: readonly string[]): string[] =>
  study.questions.map(({ id }) => id).filter((id) => ids.includes(id));

const KINDS = ["comprehension", "scale", "choice", "text"] as const satisfies readonly Question["kind"][];

export { KINDS as QUESTION_KINDS };

const AskedQuestion = z
  .object({
    words: required("The question", 200, QUESTION.errors.words),
    kind: oneOf(KINDS, QUESTION.errors.kind),
    truth: line,
    steps: line,
    low: line,
    high: line,
    options: lines,
  })
  .transform((read, checked) => {
    const wrong = (field: keyof typeof read, message: string) => {
      checked.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    const { kind, words: asked } = read;
    const common = { id: "question", words: asked };
    switch (kind) {
      case "comprehension": {
        const made = Question.safeParse({ ...common, kind, truth: read.truth });
        return made.success ? made.data : wrong("truth", QUESTION.errors.truth);
      }
      case "scale": {
        const { low, high } = read;
        if (low === "" || high === "") return wrong(low === "" ? "low" : "high", QUESTION.errors.ends);
        const made = Question.safeParse({ ...common, kind, low, high, steps: Number(read.steps) });
        return made.success ? made.data : wrong("steps", QUESTION.errors.steps);
      }
      case "choice": {
        const options = [...new Set(read.options.split("\n").map((each) => each.trim()))].filter(Boolean);
        const made = Question.safeParse({ ...common, kind, options });
        return made.success ? made.data : wrong("options", QUESTION.errors.options);
      }
      case "text":
        return Question.parse({ ...common, kind });
      default:
        throw new Error(`No such question: ${kind satisfies never}`);
    }
  });

export const questionForm = (study: Study, id: string | null): PartForm<Question> => {
  const question = study.questions.find((each) => each.id === id);
  return {
    schema: AskedQuestion,
    typed: {
      words: question?.words ?? "",
      kind: question?.kind ?? "",
      truth: question?.kind === "comprehension" ? question.truth : TRUTHS[0],
      steps: question?.kind === "scale" ? String(question.steps) : "7",
      low: question?.kind === "scale" ? question.low : "",
      high: question?.kind === "scale" ? question.high : "",
      options: question?.kind === "choice" ? question.options.join("\n") : "",
    },
    apply: (draft, value) => {
      const taken = new Set([...draft.questions.map((each) => each.id), ...RESERVED]);
      const known = id ?? idFrom(value.words, taken);
      return withItem(draft, "questions", known, { ...value, id: known });
    },
    blamed: "words",
  };
};

/** The words that stand above each part, for its heading. */
export const titleOf = (study: Study, part: Part): string => {
  if (!("id" in part) || part.id === null) return EDIT.titles[part.of];
  const { id } = part;
  if (part.of === "task") return `${EDIT.titles.task} “${id}”`;
  const found =
    part.of === "variant"
      ? study.variants.find((each) => each.id === id)?.name
      : study.questions.find((each) => each.id === id)?.words;
  return `${EDIT.titles[part.of]} “${found ?? id}”`;
};
