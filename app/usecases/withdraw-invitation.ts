import { withdrawInvitations } from "~db/queries/invitations";
import { asManager, type NotManager } from "./as-manager";
import type { Onedoor } from "./context";
import type { PartnerActor } from "./respond-to-fulfilment";

/** Takes back an invitation of the actor's organisation that nobody took up. */
export const withdrawInvitation = (
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  invitationId: string,
): Promise<{ readonly kind: "withdrawn" | "not-found" } | NotManager> =>
  asManager(onedoor, brandId, actor, async ({ tx, now, note }) => {
    const [id] = await withdrawInvitations(tx, brandId, actor.organisationId, { id: invitationId }, now);
    if (id === undefined) return { kind: "not-found" };
    await note("invitation-withdrawn", { invitation: id });
    return { kind: "withdrawn" };
  });
