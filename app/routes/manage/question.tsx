import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { ErrorSummary } from "~/components/form/error-summary";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { QuestionForm as QuestionFields } from "~/components/manage/question-form";
import { QuestionPreview } from "~/components/manage/question-preview";
import type { SentBack } from "~/components/manage/typed";
import { ONE_QUESTION } from "~/content/manage/services";
import {
  type AskedQuestion,
  hasOptions,
  questionFaults,
  questionFrom,
  withQuestion,
} from "~/domain/catalogue/question-set";
import type { Question } from "~/domain/journeys/types";
import { useFrontDoor } from "~/front-door";
import { setQuestions, standingOf } from "~/usecases/change-catalogue";
import { notFound } from "../partner/partner-access";
import { formOf, readForm, seenIn } from "../read-form";
import { catalogueRefused, serviceAt } from "./here";
import { mustRun, runsHere } from "./manage-access";
import { NEW_QUESTION, OPTIONS, QuestionForm, typedQuestion } from "./question-form";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "question" ? page.title : ONE_QUESTION.newTitle },
];

/** The question that an address names; null for a new one, and not found when the service asks none of the id. */
function questionAt(questions: readonly Question[], id: string | undefined): Question | null {
  if (id === NEW_QUESTION) return null;
  const question = questions.find((each) => each.id === id);
  if (question === undefined) throw notFound();
  return question;
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const service = await serviceAt(context, params.service);
  const { questions } = service;
  const question = questionAt(questions, params.question);
  const query = new URL(request.url).searchParams;
  // "Show me" asks for the page again with what was typed.
  const asked = query.has("ask") ? readForm(QuestionForm, formOf(query)) : null;
  const at = question === null ? questions.length : questions.indexOf(question);
  const written = question !== null && hasOptions(question) ? question.options : [];
  return {
    kind: "question" as const,
    title: question?.title ?? ONE_QUESTION.newTitle,
    serviceId: service.id,
    service: service.name,
    id: question?.id ?? NEW_QUESTION,
    seen: standingOf(service),
    fields: asked === null ? typedQuestion(question) : asked.ok ? asked.typed : asked.sent.typed,
    errors: asked?.ok === false ? asked.sent.errors : [],
    options: OPTIONS.shown(written.length).map((fields, place) => ({
      ...fields,
      leadsTo: written[place]?.leadsTo ?? null,
    })),
    earlier: questions
      .slice(0, at)
      .filter(hasOptions)
      .flatMap((each) =>
        each.options.map(({ value, label }) => ({
          value: `${each.id}:${value}`,
          label: `${each.label}: ${label}`,
        })),
      ),
    preview: asked === null ? question : asked.ok ? questionFrom(asked.value, question, questions) : null,
  };
}

/** Saves the question in its place, or a new one at the end. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const { id: serviceId, questions } = await serviceAt(context, params.service);
  const old = questionAt(questions, params.question);
  const form = await request.formData();
  const read = readForm(QuestionForm, form);
  if (!read.ok) return data(read.sent, { status: 400 });
  const result = await setQuestions(onedoor, brand.id, changing, {
    serviceId,
    seen: seenIn(form),
    change: (now) => withQuestion(now, questionFrom(read.value, old, now)),
  });
  return result.kind === "done"
    ? redirect(paths.manageQuestions(serviceId, { done: "question" }), 303)
    : catalogueRefused(result, read.typed, fieldOf(read.value, questions, old));
}

/** The field that a fault is about: what it waits for when that is wrong, else its answers, or its words. */
function fieldOf(asked: AskedQuestion, questions: readonly Question[], old: Question | null): string {
  const always = questionFrom({ ...asked, onlyIf: null }, old, questions);
  if (asked.onlyIf && questionFaults(withQuestion(questions, always)).length === 0) return "onlyIf";
  return asked.kind === "text" ? "ask" : OPTIONS.named(0).option;
}

export default function QuestionPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<SentBack>();
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  const sent = answer ?? { typed: page.fields, errors: page.errors };
  return (
    <>
      <BackLink href={paths.manageQuestions(page.serviceId)}>{ONE_QUESTION.back}</BackLink>
      <ErrorSummary errors={sent.errors} />
      <ManageHead at="services" title={page.title} />
      <p>{page.service}</p>
      <div className="box-setting">
        <QuestionFields
          action={paths.manageQuestion(page.serviceId, page.id)}
          sent={sent}
          seen={page.seen}
          options={page.options}
          earlier={page.earlier}
        />
        <QuestionPreview question={page.preview} />
      </div>
    </>
  );
}
