import { type AppLoadContext, redirect } from "@remix-run/node";
import type { OrganisationRight } from "~/domain/access/matrix";
import { may, organisationsSeen, seesAs } from "~/domain/access/may";
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

/** The organisations whose work a person may see in this brand, each once: theirs, then those that these answer for. */
export const organisationsOf: (viewer: PartnerViewer) => readonly string[] = organisationsSeen;

/** A person as the audit names them who sees an organisation's work: of it, or of its lead provider. */
export const readerOf = (viewer: PartnerViewer, organisationId: string) => ({
  kind: "partner" as const,
  organisationId: seesAs(viewer, organisationId),
  accountId: viewer.accountId,
  name: viewer.name,
});

/** Which of a person's organisations a page is about: the one that was asked for, or the first where they may do a thing. */
export function organisationHere(
  viewer: PartnerViewer,
  asked: string | null,
  what: OrganisationRight,
): string | undefined {
  const seen = organisationsOf(viewer);
  if (asked === null) return seen.find((id) => may(viewer, what, id)) ?? seen[0];
  if (!seen.includes(asked)) throw notFound();
  return asked;
}

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
