import type { ServerBuild } from "@remix-run/node";
import { type AgnosticDataRouteObject, matchRoutes } from "@remix-run/router";
import type { Handle } from "~/root";

/** What the server knows of an address before Remix answers it. */
export interface Known {
  /** The route's id, as "brand/patient/home": names the page without saying whose it is. */
  readonly id: string;
  readonly interactive: boolean;
  /** Whether a form can be sent to it. */
  readonly takesForms: boolean;
  /** The query fields by which a page that is alike for all may differ; undefined for any other page. */
  readonly keptBy: readonly string[] | undefined;
}

export type UrlMap = (path: string) => Known | undefined;

/** Matching ranks every route anew, so the last few thousand answers are remembered. */
const REMEMBERED = 4_000;

/** Reads the built routes once; then tells for an address which of them answers it. */
export function readUrlMap(build: ServerBuild): UrlMap {
  const known = new Map<string, Known>();
  const routes: AgnosticDataRouteObject[] = [];
  for (const route of Object.values(build.routes)) {
    if (route === undefined || route.id === "root") continue;
    const handle = route.module.handle as Handle | undefined;
    known.set(route.id, {
      id: route.id,
      interactive: handle?.interactive === true,
      takesForms: route.module.action !== undefined,
      keptBy: handle?.kept,
    });
    routes.push(
      route.index ? { id: route.id, index: true, path: route.path } : { id: route.id, path: route.path },
    );
  }
  const answers = new Map<string, Known | undefined>();
  return (path) => {
    if (answers.has(path)) return answers.get(path);
    const match = matchRoutes(routes, path)?.at(-1);
    const answer = match && known.get(match.route.id);
    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(path, answer);
    return answer;
  };
}
