import type { OpenWork } from "~/domain/directory/types";
import { type ChangeOptions, changePartnership, type PartnershipResult } from "./change-partnership";
import type { Onedoor } from "./context";

/**
 * A partner is suspended from now: nothing new comes to it, and what it has not answered goes on in the same
 * transaction. What it took on stays with it (`finish`) or goes on too (`reroute`).
 */
export const suspendPartnership = (
  onedoor: Onedoor,
  brandId: string,
  { organisationId, openWork }: { readonly organisationId: string; readonly openWork: OpenWork },
  options?: ChangeOptions,
): Promise<PartnershipResult> =>
  changePartnership(onedoor, brandId, () => ({ kind: "suspend", organisationId, openWork }), options);
