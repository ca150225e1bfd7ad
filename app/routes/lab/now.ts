import type { LoaderFunctionArgs } from "@remix-run/node";
import { readSessionNow } from "~/usecases/lab/in-session";
import { timeLeftMs } from "~/usecases/lab/take-part";
import { openLabWorld } from "~db/queries/lab-worlds";
import { whereLabsAre } from "./lab-access";

/** Where a session stands, for an open page of its own participant: as little as tells whether the page is still right. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  whereLabsAre(context);
  const { participant: viewer, onedoor } = context;
  if (viewer === null) return new Response(null, { status: 403 });
  const { kysely } = onedoor.db;
  const inSession = await readSessionNow(onedoor, kysely, viewer.townId, viewer.participant);
  const { standing, paused } = inSession.session;
  const now = {
    at: standing.at,
    task: "task" in standing ? standing.task : "",
    paused,
    leftMs: timeLeftMs(inSession),
    world: (await openLabWorld(kysely, viewer.townId, viewer.id)) ?? "",
  };
  return Response.json(now, { headers: { "Cache-Control": "no-store" } });
}
