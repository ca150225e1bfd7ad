import type { AppLoadContext } from "@remix-run/node";
import { may } from "~/domain/access/may";
import type { ByManager } from "~/usecases/change-directory";
import { atWork } from "../partner/partner-access";

/** Somebody who runs a brand's front door, as the directory's changes name them. */
export interface Running {
  readonly kind: "runs";
  readonly changing: ByManager;
}

/** Whoever runs this front door; the name of anybody else at work, for whom there is a page of its own. */
export function runsHere(
  context: AppLoadContext,
  request: Request,
): Running | { readonly kind: "not-running"; readonly name: string } {
  const viewer = atWork(context, request);
  const { accountId, name } = viewer;
  if (!may(viewer, "run-front-door")) return { kind: "not-running", name };
  return { kind: "runs", changing: { who: { kind: "desk", accountId, name }, right: "run-front-door" } };
}

/** The same where nothing but running the front door is any use. */
export function mustRun(context: AppLoadContext, request: Request): Running {
  const running = runsHere(context, request);
  if (running.kind !== "runs") throw new Response(null, { status: 403 });
  return running;
}
