import type { Service } from "../directory/types";
import { type Danger, dangerIn } from "./danger";
import type { DraftAnswers, JourneyFacts, StepAnswer, StepId, StepInput } from "./draft-answers";
import { FREE_TEXTS } from "./free-texts";
import type { StepContext, StepDefinition, SummaryLine } from "./step";
import { about, ageDoubt } from "./steps/about";
import { adjustments } from "./steps/adjustments";
import { check } from "./steps/check";
import { choiceBasis, choose } from "./steps/choose";
import { contact } from "./steps/contact";
import { isPracticeAnswer, place } from "./steps/place";
import { preferences } from "./steps/preferences";
import { agreement, agreementCounts, isShareAsked, relation, share } from "./steps/proxy";
import { helpForFlags, redFlags } from "./steps/red-flags";
import {
  helpForOptions,
  isAnswerOf,
  NOT_ANSWERED,
  questionStepId,
  questionsAsked,
  serviceQuestion,
} from "./steps/service-question";
import { time } from "./steps/time";
import { who } from "./steps/who";
import type { Emergency, Question } from "./types";

/** A page of the journey. `question` is set when it is one of the service's own. */
export interface Step {
  readonly id: StepId;
  readonly title: string;
  readonly question: Question | null;
}

/** A field of the form, and what the person should do about it. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What posting one step comes to. Help always wins over an error in the same form. */
export type StepReading =
  | { readonly kind: "answered"; readonly answer: StepAnswer }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[] }
  | { readonly kind: "danger"; readonly leadsTo: Emergency; readonly matched: string | null }
  | { readonly kind: "no-such-step" };

/** The steps that this person is asked, in order, given the answers so far. Empty when the service cannot be asked for. */
export function stepsOf(service: Service, answers: DraftAnswers, facts: JourneyFacts): readonly Step[] {
  const context = { service, answers, facts };
  return definitionsOf(service, answers).map(({ definition, question }) => ({
    id: definition.id,
    title: definition.title(context),
    question,
  }));
}

/** Reads a posted step: emergencies first, then the schema. */
export function readStep(step: string, context: StepContext, input: StepInput): StepReading {
  const found = definitionOf(step, context);
  if (!found) return { kind: "no-such-step" };
  const danger = dangerOfInput(found.definition.id, found.question, context.service, input);
  if (danger) return { kind: "danger", ...danger };
  // The schema is made for this one form: to compile it first would take longer than reading with it.
  const read = found.definition.schema(context).safeParse(input, { jitless: true });
  if (read.success) return { kind: "answered", answer: read.data };
  const byField = new Map<string, string>();
  for (const { path, message } of read.error.issues) {
    const field = String(path[0] ?? "");
    if (!byField.has(field)) byField.set(field, message);
  }
  return { kind: "invalid", errors: [...byField].map(([field, message]) => ({ field, message })) };
}

/** The fields of a step as its kept answer would be typed, for showing the form again. Empty when not answered. */
export function typedOf(step: string, context: StepContext): Record<string, string | readonly string[]> {
  const definition = definitionOf(step, context)?.definition;
  const answer = definition && countedAnswers(context)[definition.id];
  return definition && answer ? definition.typed(answer) : {};
}

/** The first step without an answer that counts, of those that may not be passed over: where a journey goes on. Null when all are answered. */
export function firstUnanswered(service: Service, answers: DraftAnswers, facts: JourneyFacts): StepId | null {
  const counted = countedAnswers({ service, answers, facts });
  return (
    definitionsOf(service, answers).find(
      ({ definition }) => !definition.passedOver && !counted[definition.id],
    )?.definition.id ?? null
  );
}

/**
 * The step after this one. Skips nothing, so that a person who goes back sees every page again; null after the last.
 * A page that was reached from check answers goes to `firstUnanswered` instead, or back to check answers.
 */
export function nextStep(service: Service, answers: DraftAnswers, step: string): StepId | null {
  return neighbour(service, answers, step, 1);
}

export function previousStep(service: Service, answers: DraftAnswers, step: string): StepId | null {
  return neighbour(service, answers, step, -1);
}

/** May this step be shown? Only when each one before it has an answer that counts: nobody skips the red flags. */
export function canShow(step: string, context: StepContext): boolean {
  const counted = countedAnswers(context);
  for (const { definition } of definitionsOf(context.service, context.answers)) {
    if (definition.id === step) return true;
    if (!definition.passedOver && !counted[definition.id]) return false;
  }
  return false;
}

/** The lines of check answers, in the order of the questions, each with the step that changes it. */
export function summaryOf(context: StepContext): readonly SummaryLine[] {
  const counted = countedAnswers(context);
  return definitionsOf(context.service, context.answers).flatMap(({ definition }) => {
    const answer = counted[definition.id];
    if (!answer) return definition.passedOver ?? [];
    return definition.id === "check" ? [] : definition.readBack(answer, context);
  });
}

/** The service's own questions as answered: what a partner is told of the need, as it was asked. What was left out is not said. */
export function answeredQuestions(context: StepContext): readonly SummaryLine[] {
  return summaryOf(context).filter(({ step, value }) => step.startsWith("q-") && value !== NOT_ANSWERED);
}

/**
 * The answers that count: of steps that are asked, and not made stale by another answer. Red flags of an older version
 * are asked again; so is a choice made from another list, and a time of another offer.
 */
export function countedAnswers({ service, answers, facts }: StepContext): DraftAnswers {
  const counted = definitionsOf(service, answers)
    .map(({ definition, question }) => [definition.id, question] as const)
    .filter(([id, question]) => answers[id] && stillCounts(id, question, { service, answers, facts }))
    .map(([id]) => [id, answers[id]] as const);
  return Object.fromEntries(counted) as DraftAnswers;
}

function stillCounts(
  step: StepId,
  question: Question | null,
  { service, answers, facts }: StepContext,
): boolean {
  if (question) return isAnswerOf(question, answers[questionStepId(question)]?.answer ?? "");
  switch (step) {
    case "red-flags":
      return answers["red-flags"]?.version === service.redFlags?.version;
    case "about":
      return ageDoubt(answers.who?.who, answers.about?.bornOn ?? "", facts.today) === null;
    case "agreement":
      return agreementCounts(answers, facts);
    case "place":
      return isPracticeAnswer(answers.place?.practice ?? "", facts);
    case "choose":
      return choiceCounts(service, answers);
    case "time":
      return choiceCounts(service, answers) && answers.time?.offerId === answers.choose?.offerId;
    default:
      return true;
  }
}

const choiceCounts = (service: Service, answers: DraftAnswers): boolean =>
  answers.choose?.basis === choiceBasis(service, answers);

/** What a red flag, an option that is an emergency, or words of danger in a free text ask for. */
function dangerOfInput(
  step: StepId,
  question: Question | null,
  service: Service,
  input: StepInput,
): { leadsTo: Emergency; matched: string | null } | null {
  if (step === "red-flags" && service.redFlags) {
    const leadsTo = helpForFlags(service.redFlags, valuesOf(input.flags));
    return leadsTo && { leadsTo, matched: null };
  }
  const free = FREE_TEXTS[step];
  if (free) return fromDanger(dangerIn(valuesOf(input[free.field]).join(" ")));
  if (!question) return null;
  const values = valuesOf(input.answer);
  if (question.kind === "text") return fromDanger(dangerIn(values.join(" ")));
  const leadsTo = helpForOptions(question, values);
  return leadsTo && { leadsTo, matched: null };
}

/** The emergency in answers that are kept already, when words or options have become dangerous since they were given. */
export function dangerInAnswers(
  service: Service,
  answers: DraftAnswers,
): { readonly step: StepId; readonly leadsTo: Emergency; readonly input: StepInput } | null {
  const kept: readonly (readonly [StepId, Question | null, StepInput])[] = [
    ...questionsAsked(service.questions, answers).map((question) => {
      const step = questionStepId(question);
      return [step, question, { answer: answers[step]?.answer }] as const;
    }),
    ["adjustments", null, { other: answers.adjustments?.other }],
    ["contact", null, { notes: answers.contact?.notes }],
  ];
  for (const [step, question, input] of kept) {
    const danger = dangerOfInput(step, question, service, input);
    if (danger) return { step, leadsTo: danger.leadsTo, input };
  }
  return null;
}

/** What was answered of one person by who asks for them. */
const OF_ANOTHER = ["relation", "agreement", "share"] as const;

/**
 * The answers with one more. Red flags were answered for one person: when it is for somebody else, or for somebody of
 * another date of birth, they are asked again; and so, of another name too, is whoever asks for them.
 */
export function withAnswer(answers: DraftAnswers, step: string, answer: StepAnswer): DraftAnswers {
  const next: DraftAnswers = { ...answers, [step]: answer };
  const isAnother =
    (answers.who && answers.who.who !== next.who?.who) ||
    (answers.about && answers.about.bornOn !== next.about?.bornOn);
  const isRenamed = answers.about && answers.about.name !== next.about?.name;
  const again = [
    ...(isAnother ? (["red-flags"] as const) : []),
    ...(isAnother || isRenamed ? OF_ANOTHER : []),
  ];
  return again.reduce<DraftAnswers>(withoutAnswer, next);
}

/** The answers without that of one step, which is then asked again. */
export function withoutAnswer(answers: DraftAnswers, step: string): DraftAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== step)) as DraftAnswers;
}

const fromDanger = (danger: Danger | null) => danger && { leadsTo: danger.leadsTo, matched: danger.matched };

const valuesOf = (value: StepInput[string]): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

/** A step whose kind of answer is not known here: what it reads is what it writes. */
type AnyStep = StepDefinition<StepAnswer>;
interface Defined {
  readonly definition: AnyStep;
  readonly question: Question | null;
}

const plain = (definition: AnyStep): Defined => ({ definition, question: null });

const askingForAnother = (answers: DraftAnswers): readonly Defined[] =>
  [relation, agreement, ...(isShareAsked(answers) ? [share] : [])].map((each) => plain(each as AnyStep));

function definitionsOf(service: Service, answers: DraftAnswers): readonly Defined[] {
  if (!service.redFlags || service.status !== "open") return [];
  const needsTime = answers.choose?.booking === "direct" && choiceCounts(service, answers);
  return [
    plain(redFlags),
    plain(who),
    plain(about),
    ...((answers.who?.who ?? "myself") === "myself" ? [] : askingForAnother(answers)),
    ...questionsAsked(service.questions, answers).map((question) => ({
      definition: serviceQuestion(question) as AnyStep,
      question,
    })),
    plain(place),
    plain(preferences),
    plain(adjustments),
    plain(choose),
    ...(needsTime ? [plain(time)] : []),
    plain(contact),
    plain(check),
  ];
}

const definitionOf = (step: string, { service, answers }: StepContext): Defined | undefined =>
  definitionsOf(service, answers).find(({ definition }) => definition.id === step);

function neighbour(service: Service, answers: DraftAnswers, step: string, by: 1 | -1): StepId | null {
  const ids = definitionsOf(service, answers).map(({ definition }) => definition.id);
  const index = (ids as readonly string[]).indexOf(step);
  return index < 0 ? null : (ids[index + by] ?? null);
}
