import type { AppLoadContext } from "@remix-run/node";
import type { Organisation } from "~/domain/directory/types";
import { notFound } from "../partner/partner-access";

/** The organisation that an address names; not found when the brand has none of the id. */
export function organisationAt({ directory }: AppLoadContext, id: string | undefined): Organisation {
  const organisation = directory.organisation(id ?? "");
  if (organisation === undefined) throw notFound();
  return organisation;
}
