import { type AskedPartner, organisationFrom } from "~/domain/directory/newcomers";
import type { PlainDate } from "~/domain/shared/time";
import type { ByManager } from "./change-directory";
import type { Onedoor } from "./context";
import { joinPartnership } from "./join-partnership";

export type BroughtIn =
  | { readonly kind: "done"; readonly organisationId: string }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/**
 * Brings a new organisation into a brand as a partner from a day on: today when `on` is null. It has no place and no
 * offer yet. Refused when its colour cannot be read, or its lead provider is no partner on that day. Throws
 * UnknownBrand.
 */
export async function bringInPartner(
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  asked: AskedPartner & { readonly on: PlainDate | null; readonly returnTicket: string },
): Promise<BroughtIn> {
  const organisation = organisationFrom(asked, await onedoor.directories.current(brandId));
  const result = await joinPartnership(
    onedoor,
    brandId,
    {
      organisationId: organisation.id,
      newcomer: { organisation, locations: [], offers: [] },
      on: asked.on,
      arrangement: asked.arrangement,
      leadOrganisationId: asked.leadOrganisationId,
      returnTicket: asked.returnTicket,
      boxStyles: asked.boxStyles,
    },
    { by },
  );
  return result.kind === "refused" ? result : { kind: "done", organisationId: organisation.id };
}
