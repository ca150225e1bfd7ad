import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { StageControls } from "~/components/board/stage/controls";
import { Pane } from "~/components/board/stage/pane";
import { RouterPane } from "~/components/board/stage/router-pane";
import { PageModule } from "~/components/page-module";
import { SHOWING, STAGE } from "~/content/board/stage";
import { STORY_WORDS } from "~/content/board/stories";
import { momentWords } from "~/content/deadlines";
import { isHeld } from "~/domain/fulfilment/transitions";
import type { Act } from "~/domain/stage/story";
import { useFrontDoor } from "~/front-door";
import { brandNow } from "~/usecases/setting";
import { doBeside, goToStep, resetStory } from "~/usecases/stage/play";
import { newestChange } from "~db/queries/changes";
import { readDecisions } from "~db/queries/decisions";
import { openDrafts } from "~db/queries/drafts";
import { type OpenStage, readStage } from "~db/queries/stages";
import { byTheStage } from "./stage-access";
import { decisionsOfDraft, decisionsOfRequest, standingOf } from "./stage-decisions";
import { phoneOf, type Scene, sceneOf, workPaneOf } from "./stage-panes";
import { playersOf, sitDown } from "./stage-scene";

export { stageStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.kind === "showing" ? `${page.told.title}: ${page.story.title}` : STAGE.title },
];

type Context = LoaderFunctionArgs["context"];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  byTheStage(context, request);
  const stage = await readStage(context.onedoor.db.kysely, context.brand.id, params.stage ?? "");
  if (stage === undefined) return data({ kind: "over" as const }, { status: 404 });
  const { kysely } = context.onedoor.db;
  const seen = await newestChange(kysely);
  const scene = await sceneOf(context, stage);
  const { story, step, tracking, paths } = scene;
  const words = STORY_WORDS[story.id];
  const told = words.steps[step.id];
  if (told === undefined) throw new Error(`No words are written for ${step.id} of ${story.id}`);
  const directory = await context.onedoor.directories.current(stage.worldId);
  const now = await brandNow(context.onedoor, stage.worldId);
  const work = await workPaneOf(context, scene);
  const [only, ...others] = tracking?.parts ?? [];
  return {
    kind: "showing" as const,
    stageId: stage.id,
    story: { title: words.title, steps: story.steps.length, point: words.point },
    at: stage.step,
    told,
    note: noteOf(stage, new URL(request.url).searchParams),
    clock: momentWords(now, now),
    seated: await context.signIn.sitsOnStage(stage.worldId, playersOf(scene, work)),
    phone: phoneOf(scene),
    work: work.pane,
    decisions: await decisionsNow(context, scene),
    standing: only === undefined || others.length > 0 ? null : standingOf(directory, only, now),
    canAnswer: (tracking?.parts ?? []).some(({ fulfilments }) =>
      fulfilments.some(({ status }) => isHeld(status) && status === "requested"),
    ),
    events: tracking ? paths.events({ request: tracking.request.reference, since: String(seen) }) : "",
  };
}

const noteOf = ({ skipped }: OpenStage, query: URLSearchParams): string => {
  if (query.get("nothing") === "due") return SHOWING.nothingDue;
  return skipped ? SHOWING.skipped : "";
};

/** What was decided for the request, or what would be for what the person has answered so far. */
async function decisionsNow(context: Context, { stage, story, player, tracking }: Scene) {
  const { kysely } = context.onedoor.db;
  if (tracking !== undefined) {
    const directory = await context.onedoor.directories.current(stage.worldId);
    const stored = await readDecisions(kysely, stage.worldId, tracking.request.id);
    return decisionsOfRequest(directory, tracking.parts, stored);
  }
  const drafts = await openDrafts(kysely, stage.worldId, {
    visitor: "",
    accountId: player.accountId,
    now: context.onedoor.clock(),
  });
  const draft = drafts.find(({ serviceId }) => serviceId === story.asked.service);
  return draft?.answers.preferences === undefined ? [] : decisionsOfDraft(context, stage.worldId, draft);
}

const INTENTS = ["next", "back", "reset", "sit", "hour", "deadline", "day", "yes", "no"] as const;
const Asked = z.object({ intent: z.enum(INTENTS), from: z.coerce.number().int().min(0).max(99) });
type Beside = Exclude<(typeof INTENTS)[number], "next" | "back" | "reset" | "sit">;

/** What the presenter can have done beside the story. */
const BESIDE: Readonly<Record<Beside, Act>> = {
  hour: { act: "clock", move: { hours: 1 } },
  deadline: { act: "clock", move: "deadline" },
  day: { act: "clock", move: { hours: 24 } },
  yes: { act: "happen", happening: { did: "accept", inWorkingDays: 2, time: "11:00" } },
  no: { act: "happen", happening: { did: "decline", reason: "22", note: "" } },
};

const refusal = (message: string, status: number) => data({ message }, { status });

export async function action({ context, params, request }: ActionFunctionArgs) {
  const viewer = byTheStage(context, request);
  const { onedoor, brand, paths } = context;
  const stageId = params.stage ?? "";
  const asked = Asked.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) return refusal(SHOWING.failed, 400);
  const { intent, from } = asked.data;
  const go = (to: number) => goToStep(onedoor, brand.id, viewer, { stageId, from, to });
  const stage = await (async () => {
    switch (intent) {
      case "next":
        return go(from + 1);
      case "back":
        return go(from - 1);
      case "reset":
        return resetStory(onedoor, brand.id, viewer, stageId);
      case "sit":
        return readStage(onedoor.db.kysely, brand.id, stageId);
      default:
        return doBeside(onedoor, brand.id, stageId, BESIDE[intent]);
    }
  })();
  if (stage === undefined) {
    const there = await readStage(onedoor.db.kysely, brand.id, stageId);
    return there ? refusal(SHOWING.failed, 400) : refusal(SHOWING.over, 404);
  }
  if (!(await sitDown(context, stage))) return refusal(SHOWING.over, 404);
  const nothing = intent === "deadline" && stage.skipped ? { nothing: "due" as const } : {};
  return redirect(paths.boardStageShow(stageId, nothing), 303);
}

export default function ShowStory() {
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { paths } = useFrontDoor();
  if (page.kind === "over")
    return (
      <>
        <h1 className="nhsuk-heading-l">{STAGE.title}</h1>
        <p>{SHOWING.over}</p>
        <p>
          <a href={paths.boardStage()}>{SHOWING.leave}</a>
        </p>
      </>
    );
  const { story, told, at } = page;
  const note = failed === undefined ? page.note : failed.message;
  const here = paths.boardStageShow(page.stageId);
  return (
    <div className="stage-room" data-stage="">
      <p className="nhsuk-u-visually-hidden" role="status" data-live-say={SHOWING.changed(told.title)} />
      <div className="stage-bar" id="stage-bar" data-live="" data-stage-events={page.events}>
        <div className="stage-bar__told">
          <p className="stage-bar__story">
            {story.title} · {SHOWING.step(at + 1, story.steps)}
          </p>
          <h1 className="stage-bar__title">{told.title}</h1>
          <p className="stage-bar__look">{told.look}</p>
        </div>
        <p className="stage-bar__clock">
          <span>{SHOWING.clock}</span> <strong>{page.clock}</strong>
        </p>
      </div>
      <div id="stage-note" data-live="">
        {note === "" ? null : (
          <p className="stage-note" role="alert">
            {note}
          </p>
        )}
        {page.seated ? null : (
          <form method="post" action={here} className="stage-note">
            <input type="hidden" name="from" value={at} />
            {SHOWING.sitWhy}{" "}
            <button type="submit" name="intent" value="sit" className="stage-button stage-button--small">
              {SHOWING.sit}
            </button>
          </form>
        )}
      </div>
      <div className="stage-panes">
        <Pane id="stage-phone" pane={page.phone} look="phone" />
        <section className="stage-router" aria-labelledby="stage-router-title">
          <h2 className="stage-pane__title" id="stage-router-title">
            {SHOWING.router}
          </h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys */}
          <div className="stage-router__pane" id="stage-router" data-live="" tabIndex={0}>
            <RouterPane decisions={page.decisions} standing={page.standing} />
          </div>
        </section>
        <Pane id="stage-work" pane={page.work} look="work" />
      </div>
      <div className="stage-foot">
        <div id="stage-controls" data-live="">
          <StageControls action={here} step={at} steps={story.steps} canAnswer={page.canAnswer} />
        </div>
        <details className="stage-notes">
          <summary>{SHOWING.notes}</summary>
          <div id="stage-say" data-live="">
            {told.say.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p>
              <strong>{STAGE.point}:</strong> {story.point}
            </p>
          </div>
        </details>
        <p className="stage-foot__keys" data-stage-keys="" hidden>
          {SHOWING.keys}{" "}
          <button type="button" id="stage-keys-switch" data-on={SHOWING.keysOn} data-off={SHOWING.keysOff}>
            {SHOWING.keysOff}
          </button>
        </p>
        <p className="stage-foot__leave">
          <a href={paths.boardStage()}>{SHOWING.leave}</a>
        </p>
      </div>
      <PageModule name="stage" />
    </div>
  );
}
