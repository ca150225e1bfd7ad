import type { AppLoadContext } from "@remix-run/node";
import type { StagePlayers } from "~/server/app-context";
import { type OpenStage, readStage } from "~db/queries/stages";
import { type Scene, sceneOf, workPaneOf } from "./stage-panes";

/**
 * Lets this browser be the people of a stage's step: the person whose story it is, and whoever is at work in its pane. Where
 * another presenter has begun the story again meanwhile, it sits in the world that the stage stands in now. False when
 * the stage is over.
 */
export async function sitDown(context: AppLoadContext, stage: OpenStage): Promise<boolean> {
  let here: OpenStage | undefined = stage;
  while (here !== undefined) {
    const scene: Scene = await sceneOf(context, here);
    const players = playersOf(scene, await workPaneOf(context, scene));
    if (await context.signIn.sitOnStage(here.worldId, players)) return true;
    here = await readStage(context.onedoor.db.kysely, context.brand.id, stage.id);
  }
  return false;
}

/** Who is to be seen in the panes of a scene. */
export const playersOf = (
  { player }: Scene,
  { accountId }: Awaited<ReturnType<typeof workPaneOf>>,
): StagePlayers => ({ patient: player.accountId, partner: accountId });
