import { type AppLoadContext, redirect } from "@remix-run/node";
import type { PartnerViewer } from "~/server/app-context";

/** Whoever is at work here; a person who is not signed in is sent to do so, and comes back to this address. */
export function atWork({ partner, paths }: AppLoadContext, request: Request): PartnerViewer {
  if (partner !== null) return partner;
  const { pathname, search } = new URL(request.url);
  throw redirect(paths.signIn("partner", request.method === "GET" ? pathname + search : pathname), 303);
}

/** The organisations that a person works for in this brand, each once. */
export const organisationsOf = (viewer: PartnerViewer): readonly string[] => [
  ...new Set(viewer.memberships.map(({ organisationId }) => organisationId)),
];

/** The same answer for what is not there and for what is another organisation's. */
export const notFound = (): Response => new Response("Not found", { status: 404 });
