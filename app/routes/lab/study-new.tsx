import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { z } from "zod";
import { ErrorSummary } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { TextField } from "~/components/form/text-fields";
import { LabHead } from "~/components/lab/lab-head";
import { fieldsOf } from "~/components/manage/typed";
import { NEW_STUDY } from "~/content/lab/studies";
import { line, required } from "~/domain/journeys/input";
import { blankStudy } from "~/domain/usability/edit-study";
import type { Study } from "~/domain/usability/study";
import { WHOSE_BOX } from "~/domain/usability/whose-box";
import { useFrontDoor } from "~/front-door";
import { makeStudy } from "~/usecases/lab/keep-study";
import { readPeopleWhoSignIn } from "~db/queries/people";
import { readStudies, type StudyRecord } from "~db/queries/studies";
import { readForm } from "../read-form";
import { inLab } from "./lab-access";

export { labStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: NEW_STUDY.title }];

const COPY = "copy-";

export async function loader({ context, request }: LoaderFunctionArgs) {
  inLab(context, request, "make-studies");
  const { onedoor, brand } = context;
  const studies = await readStudies(onedoor.db.kysely, brand.id);
  return {
    // Carried along, so that a form that is sent twice makes one study.
    id: `study-${onedoor.newId()}`.slice(0, 40),
    choices: [
      { value: "ready", label: NEW_STUDY.ready, hint: NEW_STUDY.readyHint },
      { value: "blank", label: NEW_STUDY.blank, hint: NEW_STUDY.blankHint },
      ...studies.map(({ id, draft }) => ({
        value: `${COPY}${id}`,
        label: NEW_STUDY.copy(draft.name),
        hint: NEW_STUDY.copyHint,
      })),
    ],
  };
}

const New = z.object({
  id: line.refine((id) => /^study-[a-z0-9-]{8,34}$/.test(id), { error: NEW_STUDY.errors.from }),
  from: line.refine((from) => from !== "", { error: NEW_STUDY.errors.from }),
  name: required("The name", 200, NEW_STUDY.errors.name),
});

/** Makes a study from an empty one, the ready one or a copy, and goes to it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const by = inLab(context, request, "make-studies");
  const { onedoor, brand, paths } = context;
  const read = readForm(New, await request.formData());
  if (!read.ok) return data(read.sent, { status: 400 });
  const { id, from, name } = read.value;
  const sentBack = (field: string, message: string, status: number) =>
    data({ typed: read.typed, errors: [{ field, message }] }, { status });
  const [first] = await readPeopleWhoSignIn(onedoor.db.kysely, brand.id, 1);
  if (first === undefined) return sentBack("from", NEW_STUDY.errors.nobody, 409);
  const begun = beginning(from, first.id, await readStudies(onedoor.db.kysely, brand.id), seedOf(id));
  if (begun === undefined) return sentBack("from", NEW_STUDY.errors.from, 400);
  const made = await makeStudy(onedoor, brand.id, by, { id, study: { ...begun, name } });
  if (made.kind === "too-many") return sentBack("from", NEW_STUDY.errors.tooMany, 409);
  return redirect(paths.labStudy(made.id, { done: "made" }), 303);
}

function beginning(
  from: string,
  person: string,
  studies: readonly StudyRecord[],
  seed: number,
): Study | undefined {
  if (from === "blank") return blankStudy("", person, seed);
  if (from === "ready") return { ...WHOSE_BOX, seed };
  const copied = studies.find(({ id }) => from === `${COPY}${id}`)?.draft;
  return copied && { ...copied, seed };
}

/** Each study has an order of its own, in which its variants come. */
const seedOf = (id: string): number => {
  let seed = 0;
  for (const letter of id) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0;
  return seed;
};

export default function NewStudy() {
  const { id, choices } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const { paths } = useFrontDoor();
  const fields = fieldsOf(sent, { from: "ready" });
  return (
    <div className="manage-form">
      <ErrorSummary errors={sent?.errors ?? []} />
      <LabHead title={NEW_STUDY.title} />
      <form method="post" action={paths.labStudyNew()} noValidate>
        <input type="hidden" name="id" value={fields.text("id").value ?? id} />
        <Radios {...fields.one("from")} legend={NEW_STUDY.from} choices={choices} />
        <TextField
          {...fields.text("name")}
          label={NEW_STUDY.name}
          hint={NEW_STUDY.nameHint}
          maxLength={200}
          autoComplete="off"
        />
        <Button type="submit">{NEW_STUDY.do}</Button>
      </form>
    </div>
  );
}
