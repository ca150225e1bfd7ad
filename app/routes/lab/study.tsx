import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary } from "~/components/form/error-summary";
import { LabHead } from "~/components/lab/lab-head";
import { NotMade } from "~/components/lab/not-made";
import { OneStudy } from "~/components/lab/one-study";
import { OpenStudy } from "~/components/lab/open-study";
import { OPENING } from "~/content/lab/studies";
import { mayInLab } from "~/domain/access/lab";
import { line, oneOf } from "~/domain/journeys/input";
import { toJson } from "~/domain/shared/json";
import { moveItem, withoutItem } from "~/domain/usability/edit-study";
import { misfits } from "~/domain/usability/fits-town";
import { notToldIn } from "~/domain/usability/told-first";
import { keepDraft } from "~/usecases/lab/keep-study";
import { notMade } from "~/usecases/lab/not-made";
import { closeStudy, MOST_PEOPLE, openStudy } from "~/usecases/lab/open-study";
import { readPeopleWhoSignIn } from "~db/queries/people";
import { readStudyVersion } from "~db/queries/studies";
import { notFound } from "../partner/partner-access";
import { readForm } from "../read-form";
import { inLab } from "./lab-access";
import { headOf, studyAt } from "./study-here";

export { labStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.study.name ?? "" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = inLab(context, request, "watch-sessions");
  const { onedoor, brand, directory } = context;
  const record = await studyAt(context, params.study);
  const query = new URL(request.url).searchParams;
  const asked = query.get("version");
  const { kysely } = onedoor.db;
  const people = await readPeopleWhoSignIn(kysely, brand.id, MOST_PEOPLE);
  const inUse = await readStudyVersion(kysely, brand.id, record.id, record.version);
  const read =
    asked === null
      ? record.draft
      : /^[1-9]\d{0,3}$/.test(asked)
        ? await readStudyVersion(kysely, brand.id, record.id, Number(asked))
        : undefined;
  if (read === undefined) throw notFound();
  const services = [
    ...read.tasks.flatMap(({ success }) => (success.by === "event" ? (success.service ?? []) : [])),
    ...read.variants.flatMap(({ changes }) =>
      changes.flatMap((change) =>
        change.change === "box-style" ? change.services : change.change === "words" ? change.service : [],
      ),
    ),
  ];
  return {
    head: headOf(record, viewer),
    study: read,
    notTold: notToldIn(read.information),
    ofVersion: asked === null ? null : Number(asked),
    makes: asked === null && mayInLab(viewer, "make-studies"),
    state: record.state,
    version: record.version,
    edition: record.edition,
    differs: toJson(inUse ?? null) !== toJson(record.draft),
    notMade: asked === null ? await notMade(kysely, brand.id, record.id) : null,
    misfits: misfits(record.draft, directory, new Set(people.map(({ id }) => id))),
    names: {
      people: Object.fromEntries(people.map(({ id, name }) => [id, name])),
      services: Object.fromEntries(services.map((id) => [id, directory.service(id)?.name ?? id])),
    },
    done: doneWords(query.get("done")),
    opened: query.get("open") ?? "",
  };
}

const isDone = (done: string): done is keyof typeof OPENING.done => Object.hasOwn(OPENING.done, done);
const doneWords = (done: string | null): string => (done !== null && isDone(done) ? OPENING.done[done] : "");

const INTENTS = ["open", "close", "up", "down", "remove"] as const;
const Sent = z.object({
  intent: oneOf(INTENTS, OPENING.errors.meanwhile),
  seen: line.refine((text) => /^\d{1,9}$/.test(text)).transform(Number),
  list: oneOf(["", "tasks", "variants", "questions"], OPENING.errors.meanwhile),
  id: line,
});

/** Opens or closes the study, or puts what it has in another order. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const by = inLab(context, request, "make-studies");
  const { onedoor, brand, paths } = context;
  const { id } = await studyAt(context, params.study);
  const read = readForm(Sent, await request.formData());
  if (!read.ok) throw new Response(null, { status: 400 });
  const { intent, seen, list } = read.value;
  const sentBack = (message: string) => data({ errors: [{ field: "opening", message }] }, { status: 409 });
  const to = (done: keyof typeof OPENING.done) => redirect(paths.labStudy(id, { done }), 303);
  if (intent === "open") {
    const opened = await openStudy(onedoor, brand.id, by, { id, seen });
    if (opened.kind === "open") return to("open");
    return sentBack(opened.kind === "misfits" ? OPENING.errors.misfits : OPENING.errors.meanwhile);
  }
  if (intent === "close") {
    const closed = await closeStudy(onedoor, brand.id, by, { id, seen });
    if (closed.kind === "closed") return to("closed");
    return sentBack(closed.kind === "not-open" ? OPENING.errors.notOpen : OPENING.errors.meanwhile);
  }
  if (list === "") throw new Response(null, { status: 400 });
  const item = read.value.id;
  const kept = await keepDraft(onedoor, brand.id, by, { id, seen }, (draft) =>
    intent === "remove"
      ? withoutItem(draft, list, item)
      : moveItem(draft, list, item, intent === "up" ? -1 : 1),
  );
  if (kept.kind === "kept")
    return redirect(paths.labStudy(id, { done: "kept", open: list.slice(0, -1) }), 303);
  return sentBack(kept.kind === "faulty" ? (kept.faults[0]?.message ?? "") : OPENING.errors.meanwhile);
}

export default function StudyPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  return (
    <>
      <ErrorSummary errors={sent?.errors ?? []} />
      <LabHead title={page.study.name} study={page.head} at="study" />
      <DoneNote words={sent === null ? page.done : ""} />
      <NotMade
        notMade={page.notMade}
        variant={
          page.study.variants.find(({ id }) => id === page.notMade?.variant)?.name ??
          page.notMade?.variant ??
          ""
        }
      />
      <OpenStudy
        id={page.head.id}
        state={page.state}
        version={page.version}
        ofVersion={page.ofVersion}
        edition={page.edition}
        differs={page.differs}
        makes={page.makes}
        misfits={page.misfits}
      />
      <OneStudy
        id={page.head.id}
        study={page.study}
        notTold={page.notTold}
        edition={page.makes ? page.edition : null}
        names={page.names}
        opened={page.opened}
      />
    </>
  );
}
