import { useMatches, useRouteLoaderData } from "@remix-run/react";
import type { TestBar } from "~/components/lab/bar";
import type { Brand } from "~/domain/directory/types";
import type { loader } from "~/root";
import { ENGLISH_FRAME, type FrameWords } from "./content/frame";
import { isPageLanguage, LANGUAGE_PAGES } from "./content/languages";
import { type Paths, pathsFor } from "./paths";

/** What the frame of every page needs to know, as the root's loader sends it. */
export interface FrontDoor {
  readonly brand: Pick<
    Brand,
    "id" | "name" | "strapline" | "area" | "kind" | "mark" | "desk" | "attribution"
  >;
  /** "" at bare addresses, "/b/larkmouth" under a brand's own. */
  readonly prefix: string;
  /** The path of this page, without its query. */
  readonly path: string;
  /** Who has signed in to ask for care, and for how many seconds more. */
  readonly patient: { readonly name: string; readonly secondsLeft: number } | null;
  /** Something on this phone or computer leads to a person's answers or requests. */
  readonly remembered: boolean;
  readonly partner: { readonly name: string; readonly desk: boolean; readonly runs: boolean } | null;
  readonly board: { readonly name: string } | null;
  readonly lab: { readonly name: string } | null;
  /** In the world of who takes part in a study, and in their browser alone. */
  readonly bar?: TestBar;
}

/** The front door this page belongs to. Undefined only in an error page for which the root's loader did not run. */
export function useMaybeFrontDoor(): (FrontDoor & { readonly paths: Paths }) | undefined {
  const data = useRouteLoaderData<typeof loader>("root");
  // Remix says null, whatever its types say, when the loader did not run.
  return data == null ? undefined : { ...data, paths: pathsFor(data.prefix) };
}

/** Whether a page's data says that the page is about a sensitive service. */
export const saysSensitive = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "sensitive" in data && data.sensitive === true;

/** The words around this page: English, unless the page's data says `pageLanguage`. */
export function useFrameWords(): FrameWords {
  const said = useMatches()
    .map(({ data }) => languageSaid(data))
    .find(isPageLanguage);
  return said === undefined ? ENGLISH_FRAME : LANGUAGE_PAGES[said].frame;
}

const languageSaid = (data: unknown): unknown =>
  typeof data === "object" && data !== null && "pageLanguage" in data ? data.pageLanguage : undefined;

export function useFrontDoor(): FrontDoor & { readonly paths: Paths } {
  const door = useMaybeFrontDoor();
  if (door === undefined) throw new Error("A page was drawn without its front door");
  return door;
}
