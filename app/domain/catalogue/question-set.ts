import { newId } from "../directory/new-ids";
import type { Option, Question } from "../journeys/types";
import { folded } from "../shared/words";

/** A question with answers to choose from. */
export type ChoiceQuestion = Extract<Question, { readonly options: readonly Option[] }>;
export const hasOptions = (question: Question): question is ChoiceQuestion => question.kind !== "text";

export const MOST_QUESTIONS = 12;
export const MOST_OPTIONS = 20;

/** An answer that leads to help at once. */
interface Danger {
  readonly question: Question;
  readonly option: Option;
}

/**
 * What is wrong with the questions of one service, in sentences that say what to do; empty when nothing is. A question
 * that depends on an answer comes after the question of that answer, and is asked for answers that are there.
 */
export function questionFaults(questions: readonly Question[]): readonly string[] {
  const faults: string[] = [];
  if (questions.length > MOST_QUESTIONS)
    faults.push(`Ask ${MOST_QUESTIONS} questions at most: who is asked more gives up`);
  const ids = questions.map(({ id }) => id);
  for (const id of new Set(ids.filter((each, at) => ids.indexOf(each) !== at)))
    faults.push(`Two questions have the id ${id}. Give one of them another`);
  for (const [at, question] of questions.entries()) {
    const about = `“${question.title}”`;
    if (hasOptions(question)) faults.push(...optionFaults(question, about));
    const { onlyIf } = question;
    if (onlyIf === undefined) continue;
    const on = questions.slice(0, at).find(({ id }) => id === onlyIf.question);
    if (on === undefined || !hasOptions(on)) {
      faults.push(
        `${about} depends on a question that does not come before it. Move it down, or ask it always`,
      );
      continue;
    }
    const gone = onlyIf.isOneOf.filter((value) => !on.options.some((option) => option.value === value));
    if (gone.length > 0 || onlyIf.isOneOf.length === 0)
      faults.push(
        `${about} depends on an answer to “${on.title}” that is not there. Choose others, or ask it always`,
      );
  }
  return faults;
}

function optionFaults({ options }: ChoiceQuestion, about: string): readonly string[] {
  const twice = (of: readonly string[]) => new Set(of.map(folded)).size < of.length;
  return [
    ...(options.length < 2 ? [`${about} needs two answers or more to choose from`] : []),
    ...(options.length > MOST_OPTIONS
      ? [`${about} has more than ${MOST_OPTIONS} answers. Leave some out`]
      : []),
    ...(twice(options.map(({ value }) => value)) || twice(options.map(({ label }) => label))
      ? [`${about} has the same answer twice. Leave one out`]
      : []),
  ];
}

/** The answers of some questions that lead to help at once. */
export const dangersOf = (questions: readonly Question[]): readonly Danger[] =>
  questions
    .filter(hasOptions)
    .flatMap((question) =>
      question.options.filter(({ leadsTo }) => leadsTo !== undefined).map((option) => ({ question, option })),
    );

/**
 * What one person alone may not do to the questions of a service, in sentences; empty when they may. An answer that leads
 * to help at once is a sign of danger, and two people publish those: it stays as it reads and where it leads, and its
 * question stays asked of everybody whom it is asked of. None is added either.
 */
export function dangersTouched(before: readonly Question[], after: readonly Question[]): readonly string[] {
  const named = (danger: Danger) => `${danger.question.id} ${danger.option.value}`;
  const [were, are] = [dangersOf(before), dangersOf(after)];
  const asked = (among: readonly Question[], { question, option }: Danger) =>
    JSON.stringify([option.label, option.hint ?? "", option.leadsTo, askedOf(among, question, before)]);
  const kept = were.filter((was) =>
    are.some((is) => named(is) === named(was) && asked(after, is) === asked(before, was)),
  );
  const added = are.filter((is) => !were.some((was) => named(was) === named(is)));
  return [
    ...were
      .filter((was) => !kept.includes(was))
      .map(
        ({ question, option }) =>
          `“${option.label}”, an answer to “${question.title}”, leads to help at once. It stays as it is: signs of danger need two people`,
      ),
    ...added.map(
      ({ option }) => `“${option.label}” cannot be made to lead to help here: propose it as a sign of danger`,
    ),
  ];
}

/**
 * How a question reads and of whom it is asked, by all the answers that it waits for. Of the questions that it waits for,
 * every answer that was there before reads as it did: else another answer could mean what one of them meant.
 */
function askedOf(
  among: readonly Question[],
  question: Question,
  before: readonly Question[],
): readonly unknown[] {
  const { id, kind, title, label, hint = "", required, onlyIf } = question;
  const own = [id, kind, title, label, hint, required];
  if (onlyIf === undefined) return own;
  const on = among.slice(0, among.indexOf(question)).find((each) => each.id === onlyIf.question);
  if (on === undefined || !hasOptions(on)) return [...own, onlyIf];
  const was = before.find((each) => each.id === on.id);
  const known = was !== undefined && hasOptions(was) ? was.options.map(({ value }) => value) : [];
  const answers = on.options
    .filter(({ value }) => known.includes(value))
    .map((option) => [option.value, option.label, onlyIf.isOneOf.includes(option.value)]);
  return [...own, answers, askedOf(among, on, before)];
}

/** A question as it is typed. An answer keeps the value that requests know it by, however it reads. */
export interface AskedQuestion {
  readonly kind: Question["kind"];
  readonly title: string;
  readonly hint: string;
  readonly label: string;
  readonly required: boolean;
  readonly maxLength: number;
  readonly options: readonly {
    readonly value: string | null;
    readonly label: string;
    readonly hint: string;
  }[];
  readonly onlyIf: Question["onlyIf"] | null;
}

/** The question that comes of what was typed; `before` is the one that it takes the place of, null for a new one. */
export function questionFrom(
  asked: AskedQuestion,
  before: Question | null,
  questions: readonly Question[],
): Question {
  const { kind, title, hint, label, required, onlyIf } = asked;
  const base = {
    id: before?.id ?? newId(label, new Set(questions.map(({ id }) => id))),
    title,
    label,
    required,
    ...(hint === "" ? {} : { hint }),
    ...(onlyIf ? { onlyIf } : {}),
  };
  if (kind === "text") return { ...base, kind, maxLength: asked.maxLength };
  const known = new Map(
    (before !== null && hasOptions(before) ? before.options : []).map((option) => [option.value, option]),
  );
  const taken = new Set(known.keys());
  const options = asked.options.map((option): Option => {
    const old = option.value === null ? undefined : known.get(option.value);
    const value = old?.value ?? newId(option.label, taken);
    taken.add(value);
    const { hint: _, ...kept } = old ?? { value };
    return { ...kept, value, label: option.label, ...(option.hint === "" ? {} : { hint: option.hint }) };
  });
  return { ...base, kind, options };
}

/** The questions with one in its place, or at the end. */
export const withQuestion = (questions: readonly Question[], question: Question): readonly Question[] =>
  questions.some(({ id }) => id === question.id)
    ? questions.map((each) => (each.id === question.id ? question : each))
    : [...questions, question];

/** The questions with one moved a place up (-1) or down (1); as they were where there is no such place. */
export function movedQuestion(questions: readonly Question[], id: string, by: -1 | 1): readonly Question[] {
  const at = questions.findIndex((question) => question.id === id);
  const other = questions[at + by];
  const moved = questions[at];
  if (moved === undefined || other === undefined) return questions;
  return questions.map((question, place) => (place === at ? other : place === at + by ? moved : question));
}

export const withoutQuestion = (questions: readonly Question[], id: string): readonly Question[] =>
  questions.filter((question) => question.id !== id);
