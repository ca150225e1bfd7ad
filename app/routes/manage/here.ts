import { type AppLoadContext, data } from "@remix-run/node";
import type { SentBack } from "~/components/manage/typed";
import { CHANGED_MEANWHILE } from "~/content/manage/services";
import type { Organisation, Service } from "~/domain/directory/types";
import type { CatalogueRefused } from "~/usecases/change-catalogue";
import type { DirectoryChanged } from "~/usecases/change-directory";
import { readService } from "~db/queries/directory";
import { notFound } from "../partner/partner-access";

/** The organisation that an address names; not found when the brand has none of the id. */
export function organisationAt({ directory }: AppLoadContext, id: string | undefined): Organisation {
  const organisation = directory.organisation(id ?? "");
  if (organisation === undefined) throw notFound();
  return organisation;
}

/** The line of the catalogue that an address names, as it is written down; not found when the brand has none of the id. */
export async function serviceAt(
  { onedoor, brand }: AppLoadContext,
  id: string | undefined,
): Promise<Service> {
  const service = await readService(onedoor.db.kysely, brand.id, id ?? "");
  if (service === undefined) throw notFound();
  return service;
}

/** What a change of the catalogue that was not made is answered with: 409, with all that was typed. */
export function catalogueRefused(
  result: Exclude<DirectoryChanged<CatalogueRefused>, { kind: "done" }>,
  typed: SentBack["typed"],
  field: string,
) {
  switch (result.kind) {
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    case "changed-meanwhile":
      return data({ typed, errors: [{ field, message: CHANGED_MEANWHILE }] }, { status: 409 });
    case "faulty":
      return data({ typed, errors: result.reasons.map((message) => ({ field, message })) }, { status: 409 });
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}
