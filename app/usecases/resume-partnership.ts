import { type ChangeOptions, changePartnership, type PartnershipResult } from "./change-partnership";
import type { Onedoor } from "./context";

/** A partner that was suspended is asked again from now. What went on meanwhile stays where it is. */
export const resumePartnership = (
  onedoor: Onedoor,
  brandId: string,
  { organisationId }: { readonly organisationId: string },
  options?: ChangeOptions,
): Promise<PartnershipResult> =>
  changePartnership(onedoor, brandId, () => ({ kind: "resume", organisationId }), options);
