import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Col, Row } from "nhsuk-react-components";
import { z } from "zod";
import { CannotBegin } from "~/components/lab/cannot-begin";
import { ChangeMind } from "~/components/lab/change-mind";
import { Codes } from "~/components/lab/codes";
import { OneMoment } from "~/components/lab/one-moment";
import { TaskShown } from "~/components/lab/task-shown";
import { TestOver } from "~/components/lab/test-over";
import { TestQuestions } from "~/components/lab/test-questions";
import { PageModule } from "~/components/page-module";
import { CODES } from "~/content/lab/joining";
import { TAKING } from "~/content/lab/taking";
import { useFrontDoor } from "~/front-door";
import { type Paths, pathsFor } from "~/paths";
import type { ParticipantViewer } from "~/server/app-context";
import { readSessionNow } from "~/usecases/lab/in-session";
import {
  answerQuestions,
  beginTask,
  drawWithdrawCode,
  endTask,
  setPaused,
  stopSession,
} from "~/usecases/lab/take-part";
import { isWorldBeingMade, isWorldNotMade } from "~/usecases/lab/worlds";
import { readPerson } from "~db/queries/people";
import { askedNow, hasTheseQuestions, readAnswers } from "./asked";
import { whereLabsAre } from "./lab-access";
import { type TakeView, takeView } from "./take-view";
import { callAnswer, titleOfAnswer } from "./title-of-answer";

export { takeStyles as links } from "~/styles/sheets";

/** Seconds after which a page that waits asks again by itself, with scripts off too. */
const ASKS_AGAIN = "2";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page?.kind === "moment"
    ? [{ title: TAKING.moment.title }, { httpEquiv: "refresh", content: ASKS_AGAIN }]
    : [{ title: page?.title ?? TAKING.title }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader({ context, request }: LoaderFunctionArgs) {
  whereLabsAre(context);
  const { participant, onedoor, paths } = context;
  if (participant === null) return data({ kind: "none" as const, title: TAKING.none.title }, { status: 403 });
  if (!new URL(request.url).searchParams.has("moment"))
    return { ...(await takeView(context, participant)), title: titleOfAnswer(context) };
  if (await isWorldBeingMade(onedoor, ofTheirs(participant))) return { kind: "moment" as const };
  const next = await takeView(context, participant);
  // Who waited for it is told that nothing comes, and does not just find the button again.
  return next.kind === "task" && (await isWorldNotMade(onedoor, ofTheirs(participant)))
    ? { kind: "cannot-begin" as const, task: next.task, title: TAKING.cannotBegin.title }
    : redirect(paths.labTake(), 303);
}

const ofTheirs = ({ townId, id }: ParticipantViewer) => ({ townId, participantId: id });

const TaskId = z.string().max(40);
const Sent = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["begin", "done", "give-up"]), task: TaskId }),
  /** Where they are in their world, to go back to. */
  z.object({ intent: z.enum(["pause", "resume"]), back: z.string().max(2_000).optional() }),
  /** Of no task, at the end. */
  z.object({ intent: z.literal("answer"), task: TaskId.optional() }),
  z.object({ intent: z.enum(["stop", "new-code"]) }),
]);

/** Whatever the participant does: what comes of it is the next page. What came too late is passed over. */
export async function action({ context, request }: ActionFunctionArgs) {
  whereLabsAre(context);
  const { participant: viewer, onedoor, paths } = context;
  if (viewer === null) return data(null, { status: 403 });
  const form = await request.formData();
  const sent = Sent.safeParse(Object.fromEntries(form));
  if (!sent.success) throw new Response(null, { status: 400 });
  const { townId, id } = viewer;
  // The bar of a page that was left open is of whoever was in this browser then.
  if ((form.get("bar_of") ?? id) !== id) return redirect(paths.labTake(), 303);
  switch (sent.data.intent) {
    case "begin": {
      const begun = await sitDown(context, viewer, sent.data.task);
      if (begun === null && (await isWorldNotMade(onedoor, ofTheirs(viewer)))) {
        callAnswer(context, TAKING.cannotBegin.title);
        return data({ kind: "cannot-begin" as const, task: { id: sent.data.task } }, { status: 409 });
      }
      const waits = begun === null && (await isWorldBeingMade(onedoor, ofTheirs(viewer)));
      return redirect(begun ?? paths.labTake(waits ? { moment: "yes" } : {}), 303);
    }
    case "done": {
      const now = await endTask(onedoor, townId, id, sent.data.task, "done");
      const goesOn = now?.session.standing.at === "task" && now.session.standing.task === sent.data.task;
      // They stay on the page where they are, which is not sent to them again.
      return goesOn ? new Response(null, { status: 204 }) : redirect(paths.labTake(), 303);
    }
    case "give-up":
      await endTask(onedoor, townId, id, sent.data.task, "gave-up");
      return redirect(paths.labTake(), 303);
    case "pause":
    case "resume":
      await setPaused(onedoor, townId, id, sent.data.intent === "pause");
      return redirect(pageOfWorld(sent.data.back) ?? paths.labTake(), 303);
    case "answer":
      return answer(context, viewer, form, sent.data.task ?? null);
    case "stop":
      await stopSession(onedoor, townId, id, "participant");
      return redirect(paths.labTake(), 303);
    case "new-code":
      callAnswer(context, CODES.title);
      return data({
        kind: "codes" as const,
        code: id,
        withdrawCode: await drawWithdrawCode(onedoor, townId, id),
        withdrawAt: new URL(paths.labWithdraw(), request.url).href,
      });
    default:
      return sent.data satisfies never;
  }
}

/** This browser is the task's person in the participant's world from here on. Where the task begins; null when it does not. */
async function sitDown(
  context: AppLoadContext,
  { townId, id }: ParticipantViewer,
  taskId: string,
): Promise<string | null> {
  const { onedoor } = context;
  const begun = await beginTask(onedoor, townId, id, taskId);
  const task = begun?.now.study.tasks.find((each) => each.id === taskId);
  if (begun === null || task === undefined) return null;
  if (begun.now.session.paused) await setPaused(onedoor, townId, id, false);
  const { worldId, begun: afresh } = begun;
  const person = task.signedIn ? await readPerson(onedoor.db.kysely, worldId, task.person) : undefined;
  await context.signIn.sitInLab(worldId, person?.accountId ?? null, { afresh });
  return `${pathsFor(`/b/${worldId}`).home().replace(/\/$/, "")}${task.startsAt}`;
}

/** A page of the world of a lab, and of nowhere else. */
const pageOfWorld = (back: string | undefined): string | undefined =>
  back !== undefined && /^\/b\/lab-[0-9a-f]{32}(\/[\w\-./~%]*)?(\?[\w\-.~%&=+]*)?$/.test(back)
    ? back
    : undefined;

async function answer(
  context: AppLoadContext,
  { townId, id, participant }: ParticipantViewer,
  form: FormData,
  taskId: string | null,
) {
  const { onedoor, paths } = context;
  const now = await readSessionNow(onedoor, onedoor.db.kysely, townId, participant);
  const asked = await askedNow(context, townId, now);
  const { standing } = now.session;
  const isAsked = taskId === null ? standing.at === "end" : "task" in standing && standing.task === taskId;
  if (!isAsked || !hasTheseQuestions(asked, form)) return redirect(paths.labTake(), 303);
  const read = readAnswers(asked, form);
  if (!read.ok) {
    const { typed, errors } = read;
    return data({ kind: "wrong" as const, typed, errors }, { status: 400 });
  }
  await answerQuestions(onedoor, townId, id, taskId, read.answers);
  return redirect(paths.labTake(), 303);
}

/** What the page's modules go by: how the session stands, unless it is over, and of whom the rest is to be told. */
const followed = (page: Exclude<TakeView, { readonly kind: "none" }>, paths: Paths) => ({
  "data-tell-rest": page.tellsRestOf && paths.labRecord(),
  "data-tell-rest-of": page.tellsRestOf,
  ...(page.kind === "over"
    ? {}
    : {
        "data-test-now": paths.labTakeNow(),
        "data-test-events": paths.events({ "taking-part": "1" }),
        "data-test-take": paths.labTake(),
        "data-test-at":
          page.kind === "after"
            ? "after-task"
            : page.kind === "end"
              ? "end"
              : page.going
                ? "task"
                : "task-shown",
        "data-test-task": page.kind === "end" ? "" : page.task.id,
        "data-test-paused": page.kind === "task" && page.paused ? "" : undefined,
      }),
});

export default function Take() {
  const { paths } = useFrontDoor();
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <Row>
      <Col width="two-thirds">
        {sent?.kind === "codes" ? (
          <Codes {...sent} />
        ) : sent?.kind === "cannot-begin" ? (
          <CannotBegin task={sent.task.id} />
        ) : page.kind === "cannot-begin" ? (
          <CannotBegin task={page.task.id} />
        ) : page.kind === "moment" ? (
          <OneMoment />
        ) : page.kind === "none" ? (
          <>
            <h1 className="nhsuk-heading-l">{TAKING.none.title}</h1>
            <p>{TAKING.none.words}</p>
            <PageModule name="forget" />
          </>
        ) : (
          <div {...followed(page, paths)}>
            {page.kind === "task" ? (
              <TaskShown {...page} />
            ) : page.kind === "over" ? (
              <TestOver {...page} />
            ) : (
              <TestQuestions
                page={page}
                typed={sent?.kind === "wrong" ? sent.typed : {}}
                errors={sent?.kind === "wrong" ? sent.errors : []}
              />
            )}
            <ChangeMind over={page.kind === "over"} />
            {page.kind === "over" ? null : <PageModule name="test-now" />}
            {page.kind === "over" || page.tellsRestOf === undefined ? null : <PageModule name="tell-rest" />}
          </div>
        )}
      </Col>
    </Row>
  );
}
