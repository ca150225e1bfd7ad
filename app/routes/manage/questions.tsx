import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { z } from "zod";
import { DoneNote } from "~/components/done-note";
import { ButtonLink } from "~/components/form/button-link";
import { ErrorSummary } from "~/components/form/error-summary";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { QuestionList } from "~/components/manage/question-list";
import { QUESTIONS, serviceDoneWords } from "~/content/manage/services";
import { dangersOf, hasOptions, movedQuestion, withoutQuestion } from "~/domain/catalogue/question-set";
import type { Question } from "~/domain/journeys/types";
import { listInWords } from "~/domain/shared/in-words";
import { useFrontDoor } from "~/front-door";
import { setQuestions, standingOf } from "~/usecases/change-catalogue";
import { seenIn } from "../read-form";
import { catalogueRefused, serviceAt } from "./here";
import { mustRun, runsHere } from "./manage-access";
import { NEW_QUESTION } from "./question-form";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "questions" ? QUESTIONS.title(page.name) : QUESTIONS.add },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const service = await serviceAt(context, params.service);
  const { paths } = context;
  const { id, name, questions } = service;
  return {
    kind: "questions" as const,
    id,
    name,
    seen: standingOf(service),
    done: serviceDoneWords(new URL(request.url).searchParams.get("done")),
    lines: questions.map((question) => ({
      id: question.id,
      title: question.title,
      about: aboutQuestion(question, questions),
      href: paths.manageQuestion(id, question.id),
    })),
  };
}

/** What there is to know of a question beside its words, a short sentence each. */
function aboutQuestion(question: Question, questions: readonly Question[]): readonly string[] {
  const { kind, required, onlyIf } = question;
  const on = questions.find(({ id }) => id === onlyIf?.question);
  const dangers = dangersOf([question]).length;
  const answers =
    on === undefined || !hasOptions(on)
      ? []
      : on.options.filter(({ value }) => onlyIf?.isOneOf.includes(value)).map(({ label }) => `“${label}”`);
  return [
    `${QUESTIONS.kinds[kind]}. ${required ? QUESTIONS.needed : QUESTIONS.mayBeLeft}`,
    ...(on === undefined ? [] : [QUESTIONS.onlyIf(on.title, listInWords(answers, "or"))]),
    ...(dangers === 0 ? [] : [QUESTIONS.dangers(dangers)]),
  ];
}

const Asked = z.union([
  z.object({ up: z.string().max(80) }).transform(({ up }) => ({ id: up, done: "moved", by: -1 as const })),
  z
    .object({ down: z.string().max(80) })
    .transform(({ down }) => ({ id: down, done: "moved", by: 1 as const })),
  z
    .object({ remove: z.string().max(80) })
    .transform(({ remove }) => ({ id: remove, done: "removed", by: null })),
]);

/** Moves a question up or down, or takes it out. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const { id: serviceId } = await serviceAt(context, params.service);
  const form = await request.formData();
  const read = Asked.safeParse(Object.fromEntries(form));
  if (!read.success) throw new Response(null, { status: 400 });
  const { id, done, by } = read.data;
  const result = await setQuestions(onedoor, brand.id, changing, {
    serviceId,
    seen: seenIn(form),
    change: (questions) => (by === null ? withoutQuestion(questions, id) : movedQuestion(questions, id, by)),
  });
  return result.kind === "done"
    ? redirect(paths.manageQuestions(serviceId, { done }), 303)
    : catalogueRefused(result, {}, "questions");
}

export default function Questions() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <>
      <BackLink href={paths.manageService(page.id)}>{QUESTIONS.back(page.name)}</BackLink>
      <ErrorSummary errors={sent?.errors ?? []} />
      <ManageHead at="services" title={QUESTIONS.title(page.name)} />
      {sent === null ? <DoneNote words={page.done} /> : null}
      <p>{page.lines.length === 0 ? QUESTIONS.none : QUESTIONS.intro}</p>
      <QuestionList lines={page.lines} action={paths.manageQuestions(page.id)} seen={page.seen} />
      <ButtonLink href={paths.manageQuestion(page.id, NEW_QUESTION)}>{QUESTIONS.add}</ButtonLink>
    </>
  );
}
