import { may } from "~/domain/access/may";
import { rolesOf } from "~/domain/access/roles";
import { type CapacityStatus, saysRoom } from "~/domain/directory/types";
import { toJson } from "~/domain/shared/json";
import { readMemberships } from "~db/queries/accounts";
import { insertAudit } from "~db/queries/audit";
import { CAPACITY_SET, putCapacity } from "~db/queries/overlay";
import type { Onedoor } from "./context";
import type { PartnerActor } from "./respond-to-fulfilment";
import { brandNow } from "./setting";

export interface CapacitySet {
  readonly kind: "done" | "not-allowed" | "not-found";
}

/**
 * Says how full one of the actor's own organisation's offers is, for whoever may as the transaction sees them. What is
 * told again is confirmed as of now; a second tap on the same button changes nothing and is written down once.
 */
export async function setCapacity(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { offerId, capacity }: { readonly offerId: string; readonly capacity: CapacityStatus },
): Promise<CapacitySet> {
  const offer = (await onedoor.directories.current(brandId)).offer(offerId);
  return onedoor.db.write(async (tx) => {
    const roles = rolesOf(await readMemberships(tx, brandId, actor.accountId));
    if (!may({ ...roles, answersFor: [] }, "set-capacity", actor.organisationId))
      return { kind: "not-allowed" };
    if (offer === undefined || offer.organisationId !== actor.organisationId || !saysRoom(offer))
      return { kind: "not-found" };
    const now = await brandNow(onedoor, brandId, tx);
    if (await putCapacity(tx, brandId, offerId, capacity, now))
      await insertAudit(tx, brandId, [
        { at: now, actor: toJson(actor), action: CAPACITY_SET, subject: offerId, body: toJson({ capacity }) },
      ]);
    return { kind: "done" };
  });
}
