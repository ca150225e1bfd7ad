import type { AppLoadContext } from "@remix-run/node";
import { readOnlyWords } from "~/content/people";
import { seesAs } from "~/domain/access/may";
import type { PartnerViewer } from "~/server/app-context";
import { readColleagues } from "~db/queries/colleagues";

/** Who can change what the people of an organisation may do, by name. */
export async function managersOf({ onedoor, brand }: AppLoadContext, organisationId: string) {
  const colleagues = await readColleagues(onedoor.db.kysely, brand.id, organisationId);
  return colleagues.filter(({ role }) => role === "manager").map(({ name }) => name);
}

/** What somebody reads in place of the forms of work that they may only look at. */
export async function readOnly(context: AppLoadContext, viewer: PartnerViewer, organisationId: string) {
  const asLead = seesAs(viewer, organisationId) !== organisationId;
  return readOnlyWords({
    organisation: context.directory.organisation(organisationId)?.name ?? "",
    asLead,
    managers: asLead ? [] : await managersOf(context, organisationId),
  });
}
