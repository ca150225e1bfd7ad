import type { AppLoadContext } from "@remix-run/node";
import type { StagePlayers } from "~/server/app-context";
import type { OpenStage } from "~db/queries/stages";
import { type Scene, sceneOf, workPaneOf } from "./stage-panes";

/** Lets this browser be the people of a stage's step: the person whose story it is, and whoever is at work in its pane. */
export async function sitDown(context: AppLoadContext, stage: OpenStage): Promise<void> {
  const scene = await sceneOf(context, stage);
  const players = playersOf(scene, await workPaneOf(context, scene));
  await context.signIn.sitOnStage(stage.worldId, players);
}

/** Who is to be seen in the panes of a scene. */
export const playersOf = (
  { player }: Scene,
  { accountId }: Awaited<ReturnType<typeof workPaneOf>>,
): StagePlayers => ({ patient: player.accountId, partner: accountId });
