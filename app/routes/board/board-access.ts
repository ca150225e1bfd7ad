import { type AppLoadContext, redirect } from "@remix-run/node";
import type { BoardViewer } from "~/server/app-context";

/**
 * A member of this brand's board. Who is not signed in is sent to do so, and comes back to this address; what they sent
 * meanwhile is answered with 401, for a redirect would lose it without a word. Who has no seat is refused.
 */
export function inBoardRoom({ board, paths }: AppLoadContext, request: Request): BoardViewer {
  if (board === null) {
    if (request.method !== "GET" && request.method !== "HEAD") throw new Response(null, { status: 401 });
    const { pathname, search } = new URL(request.url);
    throw redirect(paths.signIn("board", pathname + search), 303);
  }
  if (board.seats.length === 0) throw new Response(null, { status: 403 });
  return board;
}
