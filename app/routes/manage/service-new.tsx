import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "~/components/form/error-summary";
import { ManageHead } from "~/components/manage/manage-head";
import { NotRunning } from "~/components/manage/not-running";
import { WordsForm as WordsFields } from "~/components/manage/words-form";
import { WORDS } from "~/content/manage/services";
import { useFrontDoor } from "~/front-door";
import { addService } from "~/usecases/change-catalogue";
import { readForm } from "../read-form";
import { mustRun, runsHere } from "./manage-access";
import { WordsForm } from "./words-form";

export const meta: MetaFunction = () => [{ title: WORDS.newTitle }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const running = runsHere(context, request);
  if (running.kind !== "runs") return data(running, { status: 403 });
  return { kind: "new" as const };
}

/** Puts a new line into the catalogue, and goes on to its own page. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { changing } = mustRun(context, request);
  const { onedoor, brand, paths } = context;
  const read = readForm(WordsForm, await request.formData());
  if (!read.ok) return data(read.sent, { status: 400 });
  const result = await addService(onedoor, brand.id, changing, read.value);
  switch (result.kind) {
    case "done":
      return redirect(paths.manageService(result.serviceId, { done: "added" }), 303);
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "faulty":
      return data(
        { typed: read.typed, errors: result.reasons.map((message) => ({ field: "name", message })) },
        { status: 409 },
      );
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

export default function ServiceNew() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  if (page.kind === "not-running") return <NotRunning name={page.name} />;
  return (
    <div className="manage-form">
      <ErrorSummary errors={sent?.errors ?? []} />
      <ManageHead at="services" title={WORDS.newTitle} />
      <p>{WORDS.newIntro}</p>
      <WordsFields action={paths.manageServicesNew()} sent={sent} before={{}} seen={null} />
    </div>
  );
}
