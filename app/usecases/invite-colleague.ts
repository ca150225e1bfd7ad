import { createHash } from "node:crypto";
import type { OrganisationRole } from "~/domain/access/roles";
import { toJson } from "~/domain/shared/json";
import { instant, milliseconds } from "~/domain/shared/time";
import { insertInvitation, withdrawInvitations } from "~db/queries/invitations";
import { asBrandManager, asManager, type Keeping, type NotManager } from "./as-manager";
import type { ByManager } from "./change-directory";
import type { Onedoor } from "./context";
import type { PartnerActor } from "./respond-to-fulfilment";
import type { DeskActor } from "./work-at-desk";

/** For so long an invitation can be taken up. */
export const INVITATION_DAYS = 7;

export const hashOfCode = (code: string): string => createHash("sha256").update(code).digest("hex");

export type Invited = { readonly kind: "invited"; readonly code: string };

interface Asked {
  readonly name: string;
  readonly email: string;
  readonly role: OrganisationRole;
}

/** Asks somebody to work at the actor's organisation, in place of what the same address was asked before. The code is told here and never again. */
export const inviteColleague = (
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  asked: Asked,
): Promise<Invited | NotManager> =>
  asManager(onedoor, brandId, actor, (keeping) =>
    invite(onedoor, brandId, keeping, actor, actor.organisationId, asked),
  );

/** Whoever runs the front door asks somebody to manage an organisation of the brand, which then keeps its own people. */
export const inviteManager = (
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  { organisationId, ...asked }: Omit<Asked, "role"> & { readonly organisationId: string },
): Promise<Invited | NotManager> =>
  asBrandManager(onedoor, brandId, by, organisationId, (keeping) =>
    invite(onedoor, brandId, keeping, by.who, organisationId, { ...asked, role: "manager" }),
  );

async function invite(
  onedoor: Onedoor,
  brandId: string,
  { tx, now, note }: Keeping,
  actor: PartnerActor | DeskActor,
  organisationId: string,
  { name, email, role }: Asked,
): Promise<Invited> {
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
}
