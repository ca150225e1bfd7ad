import type { AppLoadContext } from "@remix-run/node";
import type { PaneShown } from "~/components/board/stage/types";
import { SHOWING } from "~/content/board/stage";
import { isHeld } from "~/domain/fulfilment/transitions";
import type { AtWorkPage, CasePlace, Step, Story } from "~/domain/stage/story";
import { offerAnchor, type Paths, pathsFor } from "~/paths";
import { storyOf } from "~/usecases/stage/play";
import type { Player } from "~/usecases/worlds/ask";
import { findWorker, playerOf, referenceOf } from "~/usecases/worlds/people";
import { readOwnPerson } from "~db/queries/colleagues";
import type { OpenStage } from "~db/queries/stages";
import { readTracking, type Tracking } from "~db/queries/tracking";

/** A stage with all that its panes go by. */
export interface Scene {
  readonly stage: OpenStage;
  readonly story: Story;
  readonly step: Step;
  readonly player: Player;
  readonly tracking: Tracking | undefined;
  /** Addresses of the stage's world. */
  readonly paths: Paths;
}

export async function sceneOf({ onedoor }: AppLoadContext, stage: OpenStage): Promise<Scene> {
  const { worldId } = stage;
  const story = storyOf(stage.story);
  const player = await playerOf(onedoor, worldId, story.person);
  const reference = await referenceOf(onedoor, worldId, player);
  const tracking =
    reference === undefined ? undefined : await readTracking(onedoor.db.kysely, worldId, reference);
  const step = story.steps[stage.step];
  if (step === undefined) throw new Error(`${stage.story} has no step ${stage.step}`);
  return { stage, story, step, player, tracking, paths: pathsFor(`/b/${worldId}`) };
}

/** Below what stands above every page: a pane has little room. */
const MAIN = "#maincontent";
/** What is on a list of work, or that nothing is, below the views that it can be seen in; or the head of one case. */
const WORK = `ul.worklist, #worklist .empty-note, #worklist, #case-head, ${MAIN}`;

const CASE_PLACES: Readonly<Record<CasePlace, string>> = {
  answers: "[aria-labelledby=answers]",
  said: "[aria-labelledby=said]",
  box: "[aria-labelledby=box]",
};

/** What of the page at work a step is about comes first, when the page has it. */
function workFirst(work: AtWorkPage): string {
  if (work.of === "organisation" && work.page === "capacity") return `#${offerAnchor(work.offer)}, ${WORK}`;
  if (work.of === "holder" && work.page === "case" && work.place !== undefined)
    return `${CASE_PLACES[work.place]}, ${WORK}`;
  return WORK;
}

/** The page on the person's phone. What is asked for by hand, in a pane, is shown as what a story asks for. */
export function phoneOf(scene: Scene): PaneShown {
  const [given = ""] = scene.player.name.split(" ");
  return { ...phonePage(scene), title: SHOWING.phone(given) };
}

function phonePage({ story, step, player, tracking, paths }: Scene): Pick<PaneShown, "address" | "scroll"> {
  const { service } = story.asked;
  const postcode = player.postcode ?? "";
  const sent = tracking?.request.reference;
  if (step.phone === "search")
    return { address: paths.services({ q: story.search, postcode }), scroll: MAIN };
  if (step.phone === "service")
    return { address: paths.service(service, { postcode }), scroll: `.possible-boxes, ${MAIN}` };
  if (step.phone === "choosing") return { address: paths.askStep(service, "choose"), scroll: MAIN };
  if (sent === undefined) return { address: paths.requests(), scroll: MAIN };
  switch (step.phone) {
    case "tracking":
      return { address: paths.request(sent), scroll: `${partInFocus(step, tracking)}#tracking, ${MAIN}` };
    case "line":
      return { address: paths.request(sent), scroll: `.tracking-line, ${MAIN}` };
    case "label":
      return { address: paths.request(sent), scroll: `.box-change, .box-label, ${MAIN}` };
    case "doormat":
      // The newest text; the inbox and the mat are below.
      return {
        address: paths.doormat(sent),
        scroll: `.doormat__place--text .doormat__item:last-child, ${MAIN}`,
      };
    default:
      return step.phone satisfies never;
  }
}

/** Of several parts, the one that the step is about. */
function partInFocus({ work }: Step, tracking: Tracking | undefined): string {
  const place =
    work.of === "holder" && work.part
      ? tracking?.parts.findIndex(({ part }) => part.serviceId === work.part)
      : -1;
  return place === undefined || place < 0 ? "" : `.tracking__parts > :nth-child(${place + 1}), `;
}

/** Who is at work in the pane, and the page that they see. Where nobody works, `accountId` is null and there is no page. */
export async function workPaneOf(
  context: AppLoadContext,
  scene: Scene,
): Promise<{ readonly pane: PaneShown; readonly accountId: string | null }> {
  const { stage, step } = scene;
  const work = workNow(scene, step.work);
  if (work.of === "desk") {
    const desk = await readOwnPerson(context.onedoor.db.kysely, stage.worldId, "desk");
    const title = context.brand.desk.name;
    return {
      pane: { address: desk === undefined ? null : scene.paths.desk(), title, scroll: WORK },
      accountId: desk?.accountId ?? null,
    };
  }
  const worker = await findWorker(context.onedoor, stage.worldId, work.organisationId);
  const directory = await context.onedoor.directories.current(stage.worldId);
  const title = directory.organisation(work.organisationId)?.name ?? work.organisationId;
  const address = worker === undefined ? null : work.address;
  return { pane: { address, title, scroll: workFirst(step.work) }, accountId: worker?.accountId ?? null };
}

type WorkNow =
  | { readonly of: "desk" }
  | {
      readonly of: "organisation";
      readonly organisationId: string;
      readonly address: string;
    };

/** Where nobody has what the step is about any more, or yet, the last one who had it is shown, or else the front desk. */
function workNow({ tracking, paths }: Scene, work: AtWorkPage): WorkNow {
  if (work.of === "desk") return work;
  if (work.of === "organisation")
    return {
      of: "organisation",
      organisationId: work.id,
      address:
        work.page === "capacity"
          ? paths.partnerCapacity({ organisation: work.id })
          : paths.partner({ organisation: work.id, state: "all" }),
    };
  const parts = (tracking?.parts ?? []).filter(
    ({ part }) => work.part === undefined || part.serviceId === work.part,
  );
  const asked = parts.flatMap(({ fulfilments }) => fulfilments);
  const fulfilment = asked.find(({ status }) => isHeld(status)) ?? asked.at(-1);
  if (fulfilment === undefined) return { of: "desk" };
  return {
    of: "organisation",
    organisationId: fulfilment.organisationId,
    address:
      work.page === "case"
        ? paths.partnerFulfilment(fulfilment.id)
        : paths.partner({ organisation: fulfilment.organisationId, state: "all" }),
  };
}
