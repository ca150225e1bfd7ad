import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MarkForm, Marks } from "~/components/lab/marks";
import { RunForms } from "~/components/lab/run-forms";
import { SessionNow } from "~/components/lab/session-now";
import { SessionPath } from "~/components/lab/session-path";
import { PageModule } from "~/components/page-module";
import { CONSOLE, MARKS, markId } from "~/content/lab/console";
import { mayInLab } from "~/domain/access/lab";
import { lines } from "~/domain/journeys/input";
import { useFrontDoor } from "~/front-door";
import { judgeTask, leaveQuestions, tagMoment } from "~/usecases/lab/run-session";
import { endTask, resetWorld, setPaused, stopSession } from "~/usecases/lab/take-part";
import { inLab } from "./lab-access";
import { participantAt, sessionView } from "./session-view";

export { consoleStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page === undefined ? "" : CONSOLE.title(page.view.code) },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = inLab(context, request, "watch-sessions");
  const participant = await participantAt(context, params.participant, 410);
  return {
    view: await sessionView(context, participant),
    viewer: viewer.accountId,
    runs: mayInLab(viewer, "run-sessions"),
    replays: mayInLab(viewer, "see-results"),
    key: context.onedoor.newId(),
  };
}

const TaskId = z.string().max(40);
const Sent = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("mark"),
    mark: z.enum(MARKS.map(markId)),
    note: lines.pipe(z.string().max(2_000)),
    key: z.string().regex(/^[0-9a-f-]{32,36}$/),
    /** Milliseconds since the moment. Sent by the page's module, which wants no page for an answer. */
    ago: z.coerce.number().min(0).optional(),
  }),
  z.object({ intent: z.literal("judge"), task: TaskId, success: z.enum(["yes", "no"]) }),
  z.object({ intent: z.literal("move-on"), task: TaskId }),
  /** Those of a task, or of none, at the end. */
  z.object({ intent: z.literal("leave-questions"), task: TaskId }),
  /** The world that was open on the page: it is thrown away once, however often and by however many. */
  z.object({ intent: z.literal("reset"), task: TaskId, world: z.string().max(80) }),
  z.object({ intent: z.enum(["pause", "resume"]) }),
  z.object({ intent: z.literal("stop"), why: z.string().trim().max(2_000) }),
]);

/** What a facilitator does. What came too late, as the session had gone on by itself, changes nothing. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { accountId: by } = inLab(context, request, "run-sessions");
  const { onedoor, brand, paths } = context;
  const { id } = await participantAt(context, params.participant, 410);
  const form = await request.formData();
  const sent = Sent.safeParse(Object.fromEntries(form));
  if (!sent.success) {
    const isNote = sent.error.issues.some(({ path }) => path[0] === "note");
    const message = isNote ? CONSOLE.errors.note : CONSOLE.errors.tag;
    return data({ message, note: lines.parse(form.get("note")) }, { status: 400 });
  }
  const what = sent.data;
  switch (what.intent) {
    case "mark": {
      const { tag, severity } = MARKS.find((each) => markId(each) === what.mark) ?? MARKS[0];
      const marked = { tag, severity, note: what.note, by };
      await tagMoment(onedoor, brand.id, id, marked, { key: what.key, agoMs: what.ago ?? 0 });
      if (what.ago !== undefined) return new Response(null, { status: 204 });
      break;
    }
    case "judge":
      await judgeTask(onedoor, brand.id, id, { task: what.task, success: what.success === "yes", by });
      break;
    case "move-on":
      await endTask(onedoor, brand.id, id, what.task, "moved-on");
      break;
    case "leave-questions":
      await leaveQuestions(onedoor, brand.id, id, { task: what.task || null, by });
      break;
    case "reset":
      await resetWorld(onedoor, brand.id, id, { task: what.task, world: what.world || null });
      break;
    case "pause":
    case "resume":
      await setPaused(onedoor, brand.id, id, what.intent === "pause");
      break;
    case "stop":
      await stopSession(onedoor, brand.id, id, "facilitator", what.why);
      break;
    default:
      what satisfies never;
  }
  return redirect(paths.labSession(id), 303);
}

export default function SessionPage() {
  const { view, viewer, runs, replays, key } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  const here = paths.labSession(view.code);
  return (
    <div className="console" data-console={viewer} data-live-events={view.events}>
      <p className="console__ways">
        <a href={paths.lab()}>{CONSOLE.all}</a>{" "}
        {replays ? <a href={paths.labReplay(view.code)}>{CONSOLE.replay}</a> : null}
      </p>
      <h1 className="nhsuk-heading-m console__title">
        {CONSOLE.title(view.code)} <span className="console__study">{view.study}</span>
      </h1>
      <p className="console__said" role="alert" id="console-said" data-failed={CONSOLE.notDone}>
        {failed?.message ?? ""}
      </p>
      {runs ? null : <p className="console__note">{CONSOLE.watching}</p>}
      <div className="console__columns">
        <div className="console__now">
          <SessionNow view={view} runs={runs} action={here} />
          {runs ? <RunForms view={view} action={here} /> : null}
        </div>
        <div className="console__marks">
          {runs ? <MarkForm action={here} formKey={key} note={failed?.note ?? ""} /> : null}
          {view.quotes || !runs ? null : <p className="console__note">{CONSOLE.noQuotes}</p>}
          <Marks marks={view.marks} />
        </div>
        <SessionPath moments={view.moments} earlier={view.earlier} replays={replays} />
      </div>
      <PageModule name="live" />
      <PageModule name="console" />
    </div>
  );
}
