import { createHash } from "node:crypto";
import type { OrganisationRole } from "~/domain/access/roles";
import { instant, milliseconds } from "~/domain/shared/time";
import { insertInvitation, withdrawInvitations } from "~db/queries/invitations";
import { toJson } from "~db/queries/json";
import { asManager, type NotManager } from "./as-manager";
import type { Onedoor } from "./context";
import type { PartnerActor } from "./respond-to-fulfilment";

/** For so long an invitation can be taken up. */
export const INVITATION_DAYS = 7;

export const hashOfCode = (code: string): string => createHash("sha256").update(code).digest("hex");

/** Asks somebody to work at the actor's organisation, in place of what the same address was asked before. The code is told here and never again. */
export const inviteColleague = (
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { name, email, role }: { readonly name: string; readonly email: string; readonly role: OrganisationRole },
): Promise<{ readonly kind: "invited"; readonly code: string } | NotManager> =>
  asManager(onedoor, brandId, actor, async ({ tx, now, note }) => {
    const { organisationId } = actor;
    const replaces = await withdrawInvitations(tx, brandId, organisationId, { email }, now);
    const id = onedoor.newId();
    const code = onedoor.newId();
    await insertInvitation(tx, brandId, {
      id,
      organisationId,
      role,
      name,
      email,
      codeHash: hashOfCode(code),
      invitedBy: toJson(actor),
      createdAt: now,
      expiresAt: instant(milliseconds(now) + INVITATION_DAYS * 86_400_000),
    });
    await note("invited", { invitation: id, name, email, role, replaces });
    return { kind: "invited", code };
  });
