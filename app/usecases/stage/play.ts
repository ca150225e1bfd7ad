import { toJson } from "~/domain/shared/json";
import { STORIES } from "~/domain/stage/stories";
import type { Act, Story, StoryId } from "~/domain/stage/story";
import { insertAudit } from "~db/queries/audit";
import {
  keepNewestStages,
  moveStep,
  type OpenStage,
  putUpStage,
  readStage,
  touchStage,
} from "~db/queries/stages";
import type { Onedoor } from "../context";
import { brandNow } from "../setting";
import { perform } from "./acts";
import { keepWorldsReady, takeWorld } from "./worlds";

/** As many stages as somebody has at once: each is a world of some thousand rows. */
export const MOST_STAGES = 4;

/** A member of the board, who shows a story. */
export interface Presenter {
  readonly accountId: string;
  readonly name: string;
}

export function storyOf(id: StoryId): Story {
  const story = STORIES.find((each) => each.id === id);
  if (story === undefined) throw new Error(`There is no story ${id}`);
  return story;
}

/** Puts up a stage for a story, in a world of its own, at its first step. */
export async function beginStory(
  onedoor: Onedoor,
  townId: string,
  presenter: Presenter,
  storyId: StoryId,
): Promise<OpenStage> {
  return inFreshWorld(onedoor, townId, presenter, { id: onedoor.newId(), story: storyId }, 0);
}

/**
 * Goes to a step of a stage's story. To the next one, what it does is done in the world as it is. To an earlier one
 * the story is played again up to there in another world, for what has happened is never undone. `from` is the step
 * that the page showed. Undefined when there is no such stage or step.
 */
export async function goToStep(
  onedoor: Onedoor,
  townId: string,
  presenter: Presenter,
  { stageId, from, to }: { readonly stageId: string; readonly from: number; readonly to: number },
): Promise<OpenStage | undefined> {
  const { kysely } = onedoor.db;
  const stage = await readStage(kysely, townId, stageId);
  if (stage === undefined || storyOf(stage.story).steps[to] === undefined) return undefined;
  // A key that was pressed twice is one step.
  if (stage.step !== from) return stage;
  if (to !== from + 1) return inFreshWorld(onedoor, townId, presenter, stage, to);
  const moved = await onedoor.db.write((tx) => moveStep(tx, townId, stage, to, onedoor.clock()));
  if (moved) {
    const skipped = !(await playStep(onedoor, stage.worldId, storyOf(stage.story), to));
    if (skipped)
      await onedoor.db.write((tx) =>
        touchStage(tx, townId, { worldId: stage.worldId, skipped }, onedoor.clock()),
      );
  }
  await keepWorldsReady(onedoor, townId);
  return readStage(kysely, townId, stageId);
}

/** Begins a stage's story again in another world, whichever step it has come to. Undefined when there is no such stage. */
export async function resetStory(
  onedoor: Onedoor,
  townId: string,
  presenter: Presenter,
  stageId: string,
): Promise<OpenStage | undefined> {
  const stage = await readStage(onedoor.db.kysely, townId, stageId);
  return stage && inFreshWorld(onedoor, townId, presenter, stage, 0);
}

/**
 * Does something in a stage's world that is in no story: the clock is moved, or a partner answers. Gives the stage as it is
 * then: whoever began its story again meanwhile took it to another world.
 */
export async function doBeside(
  onedoor: Onedoor,
  townId: string,
  stageId: string,
  act: Act,
): Promise<OpenStage | undefined> {
  const { kysely } = onedoor.db;
  const stage = await readStage(kysely, townId, stageId);
  if (stage === undefined) return undefined;
  const skipped = !(await performAll(onedoor, stage.worldId, storyOf(stage.story), [act]));
  await onedoor.db.write((tx) =>
    touchStage(tx, townId, { worldId: stage.worldId, skipped }, onedoor.clock()),
  );
  return readStage(kysely, townId, stageId);
}

async function inFreshWorld(
  onedoor: Onedoor,
  townId: string,
  { accountId, name }: Presenter,
  { id, story: storyId }: Pick<OpenStage, "id" | "story">,
  to: number,
): Promise<OpenStage> {
  const worldId = await takeWorld(onedoor, townId);
  const story = storyOf(storyId);
  let skipped = false;
  for (let step = 0; step <= to; step += 1)
    skipped = !(await playStep(onedoor, worldId, story, step)) || skipped;
  const stage = { id, worldId, story: storyId, step: to, skipped };
  const at = await brandNow(onedoor, townId);
  await onedoor.db.write(async (tx) => {
    await putUpStage(tx, townId, { ...stage, accountId }, onedoor.clock());
    await keepNewestStages(tx, townId, { accountId, worldId, most: MOST_STAGES });
    await insertAudit(tx, townId, [
      {
        at,
        actor: toJson({ kind: "board", accountId, name }),
        action: "stage-put-up",
        subject: worldId,
        body: toJson({ story: storyId, step: to }),
      },
    ]);
  });
  await keepWorldsReady(onedoor, townId);
  return stage;
}

const playStep = (onedoor: Onedoor, worldId: string, story: Story, step: number): Promise<boolean> =>
  performAll(onedoor, worldId, story, story.steps[step]?.acts ?? []);

/**
 * Does acts of a story one after the other; what moves by the minute is read anew after each, for the panes show it at once.
 * False when not all could be done: one that fails is logged, and the room is shown that the story goes on without it.
 */
async function performAll(
  onedoor: Onedoor,
  worldId: string,
  story: Story,
  acts: readonly Act[],
): Promise<boolean> {
  let all = true;
  for (const act of acts) {
    try {
      all = (await perform(onedoor, worldId, story, act)) && all;
    } catch (error) {
      onedoor.log.error({ err: error, story: story.id, act: act.act }, "An act of a story could not be done");
      return false;
    }
    await onedoor.directories.refresh(worldId);
  }
  return all;
}
