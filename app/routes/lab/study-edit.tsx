import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button } from "nhsuk-react-components";
import { ErrorSummary } from "~/components/form/error-summary";
import { LabHead } from "~/components/lab/lab-head";
import { type PartChoices, PartFields } from "~/components/lab/part-fields";
import { Seen } from "~/components/manage/seen";
import { fieldsOf } from "~/components/manage/typed";
import { EDIT } from "~/content/lab/edit-study";
import type { Study } from "~/domain/usability/study";
import { useFrontDoor } from "~/front-door";
import { keepDraft } from "~/usecases/lab/keep-study";
import { MOST_PEOPLE } from "~/usecases/lab/open-study";
import { readPeopleWhoSignIn } from "~db/queries/people";
import { notFound } from "../partner/partner-access";
import { readForm, seenIn, typedIn } from "../read-form";
import { inLab } from "./lab-access";
import { studyAt } from "./study-here";
import {
  aboutForm,
  endForm,
  type Part,
  type PartForm,
  partOf,
  questionForm,
  scriptForm,
  titleOf,
} from "./study-parts";
import { taskForm } from "./task-form";
import { variantForm, withOneMore } from "./variant-form";

export { labStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? "" }];

const peopleOf = ({ onedoor, brand }: AppLoadContext) =>
  readPeopleWhoSignIn(onedoor.db.kysely, brand.id, MOST_PEOPLE);

/** The form of a part. */
async function formOf(context: AppLoadContext, study: Study, part: Part): Promise<PartForm<unknown>> {
  const { directory } = context;
  switch (part.of) {
    case "about":
      return aboutForm(study) as PartForm<unknown>;
    case "script":
      return scriptForm(study) as PartForm<unknown>;
    case "end":
      return endForm(study) as PartForm<unknown>;
    case "task": {
      const [first] = await peopleOf(context);
      return taskForm(study, part.id, directory, first?.id ?? "") as PartForm<unknown>;
    }
    case "variant":
      return variantForm(study, part.id, directory) as PartForm<unknown>;
    case "question":
      return questionForm(study, part.id) as PartForm<unknown>;
    default:
      throw new Error(`No such part: ${part satisfies never}`);
  }
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  inLab(context, request, "make-studies");
  const { id, draft, edition, state, version } = await studyAt(context, params.study);
  const part = partOf(draft, params.part);
  if (part === undefined) throw notFound();
  const choices: PartChoices = {
    people: part.of === "task" ? (await peopleOf(context)).map((each) => ({ ...each })) : [],
    services:
      part.of === "task" || part.of === "variant"
        ? context.directory.services.map((each) => ({ id: each.id, name: each.name }))
        : [],
    questions: draft.questions.map((each) => ({ id: each.id, name: each.words })),
  };
  return {
    id,
    name: draft.name,
    part: params.part ?? "",
    of: part.of,
    title: titleOf(draft, part),
    edition,
    inUse: state === "open" ? version : null,
    typed: (await formOf(context, draft, part)).typed,
    choices,
  };
}

/** Keeps what was written of one part, and goes back to the study; what is wrong is sent back, with why. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const by = inLab(context, request, "make-studies");
  const { onedoor, brand, paths } = context;
  const { id, draft } = await studyAt(context, params.study);
  const part = partOf(draft, params.part);
  if (part === undefined) throw notFound();
  const { schema, apply, blamed } = await formOf(context, draft, part);
  const form = await request.formData();
  const more = form.get("add");
  if (part.of === "variant" && (more === "style" || more === "words"))
    return data({ typed: withOneMore(typedIn(form), more), errors: [] });
  const read = readForm(schema, form);
  if (!read.ok) return data(read.sent, { status: 400 });
  const seen = Number(seenIn(form));
  const kept = await keepDraft(onedoor, brand.id, by, { id, seen }, (now) => apply(now, read.value));
  const sentBack = (message: string) =>
    data({ typed: read.typed, errors: [{ field: blamed, message }] }, { status: 409 });
  switch (kept.kind) {
    case "kept":
      return redirect(paths.labStudy(id, { done: "kept", open: part.of }), 303);
    case "not-found":
      throw notFound();
    case "changed-meanwhile":
      return sentBack(EDIT.meanwhile);
    case "faulty":
      return sentBack(kept.faults[0]?.message ?? EDIT.meanwhile);
    default:
      throw new Error(`No such result: ${kept satisfies never}`);
  }
}

export default function EditStudy() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  const fields = fieldsOf(sent, page.typed);
  return (
    <div className="manage-form">
      <BackLink href={paths.labStudy(page.id)}>{page.name}</BackLink>
      <ErrorSummary errors={sent?.errors ?? []} />
      <LabHead title={page.title} />
      {page.inUse === null ? null : <p>{EDIT.fixed(page.inUse)}</p>}
      <form method="post" action={paths.labStudyEdit(page.id, page.part)} noValidate>
        <Seen fields={fields} seen={String(page.edition)} />
        <PartFields
          of={page.of}
          fields={fields}
          choices={page.choices}
          here={paths.labStudyEdit(page.id, page.part)}
        />
        <Button type="submit">{EDIT.save}</Button>
      </form>
    </div>
  );
}
