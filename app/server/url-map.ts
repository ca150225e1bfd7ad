import type { ServerBuild } from "@remix-run/node";
import { type AgnosticDataRouteObject, matchRoutes } from "@remix-run/router";
import type { Handle } from "~/root";

/** What the server knows of an address before Remix answers it. */
export interface Known {
  /** The route's id, as "brand/patient/home": names the page without saying whose it is. */
  readonly id: string;
  readonly interactive: boolean;
  /** The query fields by which a page that is alike for all may differ; undefined for any other page. */
  readonly keptBy: readonly string[] | undefined;
}

export type UrlMap = (path: string) => Known | undefined;

/** Reads the built routes once; then tells for an address which of them answers it. */
export function readUrlMap(build: ServerBuild): UrlMap {
  const routes: AgnosticDataRouteObject[] = Object.values(build.routes).flatMap((route) =>
    route === undefined || route.id === "root"
      ? []
      : [
          route.index
            ? { id: route.id, index: true as const, path: route.path, handle: route.module.handle }
            : { id: route.id, path: route.path, handle: route.module.handle },
        ],
  );
  return (path) => {
    const match = matchRoutes(routes, path)?.at(-1);
    if (match === undefined) return undefined;
    const handle = match.route.handle as Handle | undefined;
    return { id: match.route.id, interactive: handle?.interactive === true, keptBy: handle?.kept };
  };
}
