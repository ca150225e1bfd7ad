import type { OpenWork } from "~/domain/directory/types";
import type { PlainDate } from "~/domain/shared/time";
import { type ChangeOptions, changePartnership, type PartnershipResult } from "./change-partnership";
import type { Onedoor } from "./context";

/**
 * A partner leaves on a day, which is the first without it: null is today, when its open work goes on in the same
 * transaction. For a day to come the clock does that. Said again, another day takes the place of the first.
 */
export const leavePartnership = (
  onedoor: Onedoor,
  brandId: string,
  {
    organisationId,
    on,
    openWork,
  }: {
    readonly organisationId: string;
    readonly on: PlainDate | null;
    readonly openWork: OpenWork;
  },
  options?: ChangeOptions,
): Promise<PartnershipResult> =>
  changePartnership(
    onedoor,
    brandId,
    (today) => ({ kind: "leave", organisationId, on: on ?? today, openWork }),
    options,
  );
