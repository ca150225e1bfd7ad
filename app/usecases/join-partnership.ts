import type { Newcomer } from "~/domain/directory/partnership-changes";
import type { Arrangement, BoxStyle } from "~/domain/directory/types";
import type { PlainDate } from "~/domain/shared/time";
import { type ChangeOptions, changePartnership, type PartnershipResult } from "./change-partnership";
import type { Onedoor } from "./context";
import { topUpSlots } from "./top-up-slots";

export interface Joining {
  readonly organisationId: string;
  /** The organisation with its places and offers, when the directory does not have it yet. */
  readonly newcomer?: Newcomer | null;
  /** Its first day; null is today. */
  readonly on: PlainDate | null;
  readonly arrangement: Arrangement;
  readonly leadOrganisationId: string | null;
  /** What it may take along when it leaves, in plain words. */
  readonly returnTicket: string;
  /** Whose names its care may come in; left out: any. */
  readonly boxStyles?: readonly BoxStyle[];
}

/** An organisation becomes a partner on a day, and its diary is opened for the weeks ahead. */
export async function joinPartnership(
  onedoor: Onedoor,
  brandId: string,
  { newcomer = null, on, ...joining }: Joining,
  options: ChangeOptions = {},
): Promise<PartnershipResult> {
  const result = await changePartnership(
    onedoor,
    brandId,
    (today) => ({ kind: "join", newcomer, on: on ?? today, ...joining }),
    options,
  );
  if (result.kind === "done" && !options.dryRun && newcomer) await topUpSlots(onedoor, brandId);
  return result;
}
