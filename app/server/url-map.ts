import type { ServerBuild } from "@remix-run/node";
import { type AgnosticDataRouteObject, matchRoutes } from "@remix-run/router";
import { remembered } from "~/domain/shared/remembered";
import type { Handle } from "~/root";
import type { PageAsked } from "./app-context";

/** What the server knows of an address before Remix answers it. */
export interface Known {
  /** The route's id, as "brand/patient/home": names the page without saying whose it is. */
  readonly id: string;
  readonly interactive: boolean;
  /** Whether a form can be sent to it. */
  readonly takesForms: boolean;
  /** The address as the URL map has it, without a brand's prefix ("/services/:service"), and what stands in its places. */
  readonly pattern: string;
  readonly values: Readonly<Record<string, string>>;
  /** The query fields by which a page that is alike for all may differ; undefined for any other page. */
  readonly keptBy: readonly string[] | undefined;
}

export type UrlMap = (path: string) => Known | undefined;

/** Matching ranks every route anew, so the last few thousand answers are remembered, for all brands together. */
const REMEMBERED = 4_000;
const OF_A_BRAND = /^\/b\/[^/]+/;

/** A route as it was built, undefined in the types of the build alone. */
export type MayBePage = { readonly path?: string; readonly index?: boolean } | undefined;

/** Whether it answers an address, and is none of those that every page stands in. */
export const isPage = (route: MayBePage): boolean => route?.index === true || (route?.path ?? "") !== "";

/** Reads the built routes once; then tells for an address which of them answers it. */
export function readUrlMap(build: ServerBuild): UrlMap {
  const known = new Map<string, Omit<Known, "values">>();
  const routes: AgnosticDataRouteObject[] = [];
  for (const route of Object.values(build.routes)) {
    if (route === undefined || !isPage(route)) continue;
    const handle = route.module.handle as Handle | undefined;
    known.set(route.id, {
      id: route.id,
      interactive: handle?.interactive === true,
      takesForms: route.module.action !== undefined,
      pattern: `/${route.path ?? ""}`.replace(/^\/b\/:brand(?:\/|$)/, "/"),
      keptBy: handle?.kept,
    });
    routes.push(
      route.index ? { id: route.id, index: true, path: route.path } : { id: route.id, path: route.path },
    );
  }
  const answers = new Map<string, Known | undefined>();
  return (path) => {
    const ofAny = path.replace(OF_A_BRAND, "/b/any");
    return remembered(
      answers,
      ofAny,
      () => {
        const match = matchRoutes(routes, ofAny)?.at(-1);
        const route = match && known.get(match.route.id);
        return route && { ...route, values: valuesOf(match.params) };
      },
      REMEMBERED,
    );
  };
}

/** Which page somebody asks for, or sends a form to. */
export const pageAsked = ({ method }: Pick<Request, "method">, { pattern, values }: Known): PageAsked => ({
  method: method === "POST" ? "POST" : "GET",
  pattern,
  values,
});

/** What stands in the places of an address; a brand's own is no more than its prefix. */
function valuesOf({
  brand: _,
  ...params
}: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? ""]));
}
