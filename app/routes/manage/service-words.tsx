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
import { WordsForm as WordsFields } from "~/components/manage/words-form";
import { QUESTIONS, WORDS } from "~/content/manage/services";
import { wordsOf } from "~/domain/catalogue/service-words";
import { useFrontDoor } from "~/front-door";
import { setServiceWords, standingOf } from "~/usecases/change-catalogue";
import { readForm, seenIn } from "../read-form";
import { catalogueRefused, serviceAt } from "./here";
import { mustRun, runsHere } from "./manage-access";
import { typedWords, WordsForm } from "./words-form";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "words" ? WORDS.title(page.name) : WORDS.says },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  const service = await serviceAt(context, params.service);
  const { id, name } = service;
  return {
    kind: "words" as const,
    id,
    name,
    seen: standingOf(service),
    before: typedWords(wordsOf(service)),
  };
}

/** Saves what a service says. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const { id: serviceId } = await serviceAt(context, params.service);
  const form = await request.formData();
  const read = readForm(WordsForm, form);
  if (!read.ok) return data(read.sent, { status: 400 });
  const asked = { serviceId, seen: seenIn(form), words: read.value };
  const result = await setServiceWords(onedoor, brand.id, changing, asked);
  return result.kind === "done"
    ? redirect(paths.manageService(serviceId, { done: "words" }), 303)
    : catalogueRefused(result, read.typed, "name");
}

export default function ServiceWordsPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <div className="manage-form">
      <BackLink href={paths.manageService(page.id)}>{QUESTIONS.back(page.name)}</BackLink>
      <ErrorSummary errors={sent?.errors ?? []} />
      <ManageHead at="services" title={WORDS.title(page.name)} />
      <WordsFields action={paths.manageWords(page.id)} sent={sent} before={page.before} seen={page.seen} />
    </div>
  );
}
