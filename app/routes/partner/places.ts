import type { AppLoadContext } from "@remix-run/node";
import type { WorkPage } from "~/content/people";
import { may, seesAs } from "~/domain/access/may";
import { pathsFor } from "~/paths";
import type { PartnerViewer } from "~/server/app-context";
import { worksElsewhere } from "~db/queries/colleagues";
import { organisationsOf } from "./partner-access";

/** Where else a person can go from the page of one organisation: their others, those they answer for, other brands. */
export async function placesOf(
  { onedoor, brand, directory, paths }: AppLoadContext,
  viewer: PartnerViewer,
  organisationId: string,
  at: WorkPage,
) {
  const about = { organisation: organisationId };
  const elsewhere = await worksElsewhere(onedoor.db.kysely, brand.id, viewer.accountId);
  return {
    at,
    answersFor: seesAs(viewer, organisationId) !== organisationId,
    pages: [
      { id: "worklist" as const, href: paths.partner(about) },
      { id: "diary" as const, href: paths.partnerDiary(about) },
      { id: "capacity" as const, href: paths.partnerCapacity(about) },
      { id: "box" as const, href: paths.partnerBoxes(about) },
      { id: "figures" as const, href: paths.partnerFigures(about) },
      ...(may(viewer, "keep-people", organisationId)
        ? [{ id: "people" as const, href: paths.partnerPeople(about) }]
        : []),
    ],
    others: organisationsOf(viewer)
      .filter((id) => id !== organisationId)
      .map((id) => ({
        href: paths.partner({ organisation: id }),
        name: directory.organisation(id)?.name ?? id,
        answersFor: seesAs(viewer, id) !== id,
      })),
    elsewhere: elsewhere.map((works) => ({
      href: pathsFor(`/b/${encodeURIComponent(works.brandId)}`).partner({
        organisation: works.organisationId,
      }),
      name: works.organisationName,
      brand: works.brandName,
    })),
  };
}
