import type { AppLoadContext } from "@remix-run/node";
import { matterTitle } from "~/content/board/changes";
import type { Matter } from "~/domain/governance/matter";

/** What organisations and services are called; one that is gone keeps its id. */
export const namesIn = ({ directory }: Pick<AppLoadContext, "directory">) => ({
  organisation: (id: string) => directory.organisation(id)?.name ?? id,
  service: (id: string) => directory.service(id)?.name ?? id,
});

/** What a proposal is called. */
export const titleOf = (context: Pick<AppLoadContext, "directory">, matter: Matter): string =>
  matterTitle(matter, namesIn(context));

/** For whom somebody of the board speaks. */
export const seatWords = (
  context: Pick<AppLoadContext, "directory" | "brand">,
  organisationId: string | null,
): string => (organisationId === null ? context.brand.name : namesIn(context).organisation(organisationId));
