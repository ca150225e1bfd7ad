import type { AppLoadContext } from "@remix-run/node";
import type { BoardViewer } from "~/server/app-context";
import { inBoardRoom } from "./board-access";

/**
 * A member of the board of a demonstration. Anywhere else there is no stage: where organisations are real, and in a
 * world that is itself a copy.
 */
export function byTheStage(context: AppLoadContext, request: Request): BoardViewer {
  if (context.brand.kind !== "demo" || context.world !== null) throw new Response(null, { status: 404 });
  return inBoardRoom(context, request);
}
