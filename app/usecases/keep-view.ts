import { z } from "zod";
import { line } from "~/domain/journeys/input";
import { countSavedViews, deleteSavedView, putSavedView } from "~db/queries/saved-views";
import type { Onedoor } from "./context";

/** Whose list it is: one person's, at one organisation. */
export interface ViewOf {
  readonly accountId: string;
  readonly organisationId: string;
}

/** As many as can be read at a glance. */
export const MOST_VIEWS = 8;

export const ViewName = line.pipe(z.string().min(1).max(40));

/** Keeps a worklist under a name, in place of one that had it. False when the person keeps as many as they can. */
export const keepView = (
  onedoor: Onedoor,
  brandId: string,
  of: ViewOf,
  { name, query }: { readonly name: string; readonly query: string },
): Promise<boolean> =>
  onedoor.db.write(async (tx) => {
    if ((await countSavedViews(tx, brandId, of, name)) >= MOST_VIEWS) return false;
    await putSavedView(tx, brandId, of, { name, query }, onedoor.clock());
    return true;
  });

/** Forgets a list that was kept. Nothing happens when there is none of the name. */
export const dropView = (onedoor: Onedoor, brandId: string, of: ViewOf, name: string): Promise<void> =>
  onedoor.db.write((tx) => deleteSavedView(tx, brandId, of, name));
