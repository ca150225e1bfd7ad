import { type AppLoadContext, redirect } from "@remix-run/node";
import type { PartnerViewer } from "~/server/app-context";
import { partIdOfFulfilment } from "~db/queries/part-states";

/**
 * Whoever is at work here; a person who is not signed in is sent to do so, and comes back to this address. What they
 * sent meanwhile is answered with 401: a redirect would lose it without a word.
 */
export function atWork({ partner, paths }: AppLoadContext, request: Request): PartnerViewer {
  if (partner !== null) return partner;
  if (request.method !== "GET" && request.method !== "HEAD") throw new Response(null, { status: 401 });
  const { pathname, search } = new URL(request.url);
  throw redirect(paths.signIn("partner", pathname + search), 303);
}

/** The organisations that a person works for in this brand, each once. */
export const organisationsOf = (viewer: PartnerViewer): readonly string[] => [
  ...new Set(viewer.memberships.map(({ organisationId }) => organisationId)),
];

/** Which of a person's organisations was asked for a fulfilment; undefined when it is none of them. */
export async function organisationAsked(
  { onedoor, brand }: AppLoadContext,
  viewer: PartnerViewer,
  fulfilmentId: string,
): Promise<string | undefined> {
  for (const organisationId of organisationsOf(viewer)) {
    const partId = await partIdOfFulfilment(onedoor.db.kysely, brand.id, organisationId, fulfilmentId);
    if (partId !== undefined) return organisationId;
  }
  return undefined;
}

/** The same answer for what is not there and for what is another organisation's. */
export const notFound = (): Response => new Response("Not found", { status: 404 });
