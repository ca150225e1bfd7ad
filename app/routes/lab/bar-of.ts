import { type AppLoadContext, redirect } from "@remix-run/node";
import type { TestBar } from "~/components/lab/bar";
import { goesOnBy } from "~/domain/usability/breaks";
import { pathsFor } from "~/paths";
import { readSessionNow } from "~/usecases/lab/in-session";
import { keepsTyping } from "~/usecases/lab/record-pages";
import { isTimeUp } from "~/usecases/lab/take-part";
import { openLabWorld } from "~db/queries/lab-worlds";
import { taskOf } from "./take-view";

/**
 * The bar of a page in a participant's own world, in their browser; undefined anywhere else. Whoever is in a world that
 * was thrown away, or in none of the tasks, is led to what comes next.
 */
export async function barOf(context: AppLoadContext, request: Request): Promise<TestBar | undefined> {
  const viewer = context.participant;
  if (viewer === null || viewer.worldId === null) return undefined;
  const { kysely } = context.onedoor.db;
  const now = await readSessionNow(context.onedoor, kysely, viewer.townId, viewer.participant);
  const { standing, paused, page, permissions } = now.session;
  const prefix = `/b/${viewer.townId}`;
  const isHere = (await openLabWorld(kysely, viewer.townId, viewer.id)) === viewer.worldId;
  if (standing.at !== "task" || !isHere) throw redirect(pathsFor(prefix).labTake(), 303);
  const { task, place, of } = taskOf(now, standing.task);
  const { pathname, search } = new URL(request.url);
  const tells = permissions.has("follow-pages") ? { typing: keepsTyping(now.study, permissions) } : null;
  // This page is written down once it has been sent, and is the end of their break then. So may the one be where the break
  // began: to come back to that one is no going on.
  const goesOn = tells !== null && context.page !== null && goesOnBy(page, context.page);
  const wentOn = paused && goesOn && (context.page.method === "POST" || isFromElsewhere(request));
  return {
    prefix,
    who: viewer.id,
    task: task.id,
    words: task.words,
    place,
    of,
    paused: paused && !wentOn,
    wentOn,
    timeUp: isTimeUp(now),
    moderated: now.study.moderated,
    tells,
    world: viewer.worldId,
    back: pathname.replace(/\.data$/, "") + search,
  };
}

/** Whether a page is asked for from another one, as a browser tells it. */
function isFromElsewhere({ url, headers }: Request): boolean {
  const from = headers.get("Referer") ?? "";
  return URL.canParse(from) && new URL(from).pathname !== new URL(url).pathname;
}
