import { type AppLoadContext, redirect } from "@remix-run/node";
import { type LabRight, mayInLab } from "~/domain/access/lab";
import type { LabViewer } from "~/server/app-context";

/**
 * Somebody who may do this in this brand's lab. Who is not signed in is sent to do so, and comes back to this address; what
 * they sent meanwhile is answered with 401, for a redirect would lose it without a word. Who may not is refused. There is a
 * lab where everybody is made up, and nowhere else: its participants are given copies of the brand, and in a copy there is none.
 */
export function inLab(context: AppLoadContext, request: Request, right: LabRight): LabViewer {
  whereLabsAre(context);
  const { lab, paths } = context;
  if (lab === null) {
    if (request.method !== "GET" && request.method !== "HEAD") throw new Response(null, { status: 401 });
    const { pathname, search } = new URL(request.url);
    throw redirect(paths.signIn("lab", pathname + search), 303);
  }
  if (!mayInLab(lab, right)) throw new Response(null, { status: 403 });
  return lab;
}

/** The pages of those who take part stand where a lab does. They have no account, and are known by their browser alone. */
export function whereLabsAre({ brand, world }: AppLoadContext): void {
  if (brand.kind !== "demo" || world !== null) throw new Response(null, { status: 404 });
}
