import {
  type ActionFunctionArgs,
  type AppLoadContext,
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
import { AskForm, MadeLinks, ParticipantList, SureToDelete } from "~/components/lab/participants";
import { PARTICIPANTS } from "~/content/lab/participants";
import { mayInLab } from "~/domain/access/lab";
import { line, oneOf } from "~/domain/journeys/input";
import { hasLeft } from "~/domain/usability/session";
import { CommandKey } from "~/usecases/command";
import { drawCode } from "~/usecases/draw-code";
import {
  type AskedBy,
  askAgain,
  askParticipants,
  MOST_AT_ONCE,
  MOST_PARTICIPANTS,
} from "~/usecases/lab/ask-participants";
import { deleteParticipant } from "~/usecases/lab/delete-participant";
import { keepLabWorldsReady } from "~/usecases/lab/worlds-ahead";
import { readParticipant, readParticipants, whoTakesPart } from "~db/queries/participants";
import { readStudyVersion } from "~db/queries/studies";
import { notFound } from "../partner/partner-access";
import { readForm } from "../read-form";
import { inLab } from "./lab-access";
import { headOf, studyAt } from "./study-here";

export { labStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page === undefined ? "" : PARTICIPANTS.title(page.head.name) },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = inLab(context, request, "run-sessions");
  const { onedoor, brand, paths } = context;
  const study = await studyAt(context, params.study);
  const [participants, begun] = await Promise.all([
    readParticipants(onedoor.db.kysely, brand.id, study.id),
    whoTakesPart(onedoor.db.kysely, brand.id, study.id),
  ]);
  const left = new Set(begun.flatMap(({ id, lastAt }) => (hasLeft(lastAt, onedoor.clock()) ? [id] : [])));
  await keepLabWorldsReady(onedoor, brand.id, study.id);
  const query = new URL(request.url).searchParams;
  const asked = query.get("delete");
  if (asked !== null && !participants.some(({ id }) => id === asked)) throw notFound();
  const [replays, runs] = [mayInLab(viewer, "see-results"), mayInLab(viewer, "run-sessions")];
  const variantNames = await variantsOf(
    context,
    study.id,
    new Set(participants.map(({ version }) => version)),
  );
  return {
    head: headOf(study, viewer),
    brandName: brand.name,
    isOpen: study.state === "open",
    mostAtOnce: MOST_AT_ONCE,
    key: onedoor.newId(),
    sure: asked,
    done: query.get("done") === "deleted" ? PARTICIPANTS.done.deleted : "",
    participants: participants.map(({ id, state, variant, version }) => ({
      id,
      state: left.has(id) ? ("left" as const) : state,
      variant: variantNames.get(`${version} ${variant}`) ?? variant,
      version,
      watch: state === "over" && !runs ? null : paths.labSession(id),
      replay: state === "asked" || !replays ? null : paths.labReplay(id),
      delete: paths.labParticipants(study.id, { delete: id }),
    })),
  };
}

/** What the variants of these versions are called: of each, as it was when it was opened. */
async function variantsOf(
  { onedoor, brand }: AppLoadContext,
  studyId: string,
  versions: ReadonlySet<number>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const version of versions) {
    const study = await readStudyVersion(onedoor.db.kysely, brand.id, studyId, version);
    for (const { id, name } of study?.variants ?? []) names.set(`${version} ${id}`, name);
  }
  return names;
}

const Sent = z.object({
  intent: oneOf(["ask", "link", "delete"], PARTICIPANTS.errors.gone),
  participant: line,
  many: line,
  /** Of the page that was filled in: what is sent again is done once. */
  key: z.union([z.literal(""), CommandKey]).default(""),
});
const Many = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(MOST_AT_ONCE));

/** Asks people, and shows their links this once; gives somebody another link; or deletes all that is somebody's. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const by = inLab(context, request, "run-sessions");
  const { onedoor, brand, paths } = context;
  const study = await studyAt(context, params.study);
  const read = readForm(Sent, await request.formData());
  if (!read.ok) throw new Response(null, { status: 400 });
  const { intent, participant, many, key } = read.value;
  if (intent !== "delete" && key === "") throw new Response(null, { status: 400 });
  const sentBack = (field: string, message: string, status: number) =>
    data({ typed: read.typed, errors: [{ field, message }], made: [] }, { status });
  const shown = (asked: readonly AskedBy[]) =>
    data({ typed: {}, errors: [], made: linksOf(context, request, asked) });
  if (intent === "ask") {
    const number = Many.safeParse(many);
    if (!number.success) return sentBack("many", PARTICIPANTS.errors.many(MOST_AT_ONCE), 400);
    const asked = await askParticipants(onedoor, brand.id, by, {
      studyId: study.id,
      many: number.data,
      key,
    });
    if (asked.kind === "asked") return shown(asked.by);
    if (asked.kind === "not-found") throw notFound();
    const why =
      asked.kind === "too-many" ? PARTICIPANTS.errors.tooMany(MOST_PARTICIPANTS) : PARTICIPANTS.notOpen;
    return sentBack("many", why, 409);
  }
  const known = await readParticipant(onedoor.db.kysely, brand.id, participant);
  if (known?.studyId !== study.id) return sentBack("participants", PARTICIPANTS.errors.gone, 409);
  if (intent === "link") {
    const asked = await askAgain(onedoor, brand.id, { participantId: participant, key });
    if (asked.kind === "asked") return shown([asked]);
    return sentBack("participants", PARTICIPANTS.errors[WHY_NO_LINK[asked.kind]], 409);
  }
  if (!mayInLab(by, "delete-participants")) throw new Response(null, { status: 403 });
  await deleteParticipant(onedoor, brand.id, participant);
  return redirect(paths.labParticipants(study.id, { done: "deleted" }), 303);
}

const WHY_NO_LINK = { "not-found": "gone", over: "over", "another-since": "anotherSince" } as const;

const linksOf = ({ paths }: AppLoadContext, request: Request, asked: readonly AskedBy[]) =>
  asked.map(({ participantId, link }) => {
    const { href } = new URL(paths.labJoin(link), request.url);
    return { id: participantId, href, code: drawCode(href) };
  });

export default function Participants() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const made = sent?.made ?? [];
  return (
    <>
      <ErrorSummary errors={sent?.errors ?? []} />
      <LabHead title={PARTICIPANTS.title(page.head.name)} study={page.head} at="participants" />
      <DoneNote words={sent === null ? page.done : ""} />
      {page.sure === null ? null : <SureToDelete studyId={page.head.id} code={page.sure} />}
      <MadeLinks brandName={page.brandName} made={made} />
      <p className="lab-not-printed">{PARTICIPANTS.intro}</p>
      <AskForm
        studyId={page.head.id}
        isOpen={page.isOpen}
        most={page.mostAtOnce}
        sent={sent}
        formKey={page.key}
      />
      <ParticipantList studyId={page.head.id} participants={page.participants} formKey={page.key} />
    </>
  );
}
