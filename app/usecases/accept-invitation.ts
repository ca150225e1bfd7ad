import { addMembership, readMemberships } from "~db/queries/accounts";
import { findInvitation, type Invitation, takeUpInvitation } from "~db/queries/invitations";
import { keeping } from "./as-manager";
import type { Onedoor } from "./context";
import { hashOfCode } from "./invite-colleague";

/** Why an invitation cannot be taken up. */
export type Over = "used" | "withdrawn" | "lapsed";

/** How an invitation stands; undefined while it can be taken up. */
export function overBecause(
  { usedAt, withdrawnAt, expiresAt }: Pick<Invitation, "usedAt" | "withdrawnAt" | "expiresAt">,
  now: string,
): Over | undefined {
  if (usedAt !== null) return "used";
  if (withdrawnAt !== null) return "withdrawn";
  return expiresAt <= now ? "lapsed" : undefined;
}

export type Accepted =
  | { readonly kind: "joined"; readonly organisationId: string }
  /** They work there already, and stay as they are; the invitation is still open. */
  | { readonly kind: "here-already"; readonly organisationId: string }
  | { readonly kind: "over"; readonly because: Over }
  | { readonly kind: "not-found" };

/** Somebody who is signed in takes up an invitation by its code. It is done once. */
export const acceptInvitation = (
  onedoor: Onedoor,
  brandId: string,
  { accountId, name }: { readonly accountId: string; readonly name: string },
  code: string,
): Promise<Accepted> =>
  onedoor.db.write<Accepted>(async (tx) => {
    const invitation = await findInvitation(tx, brandId, hashOfCode(code));
    if (invitation === undefined) return { kind: "not-found" };
    const { id, organisationId, role } = invitation;
    const actor = { kind: "partner" as const, organisationId, accountId, name };
    const { now, note } = await keeping(onedoor, brandId, actor, organisationId, tx);
    const because = overBecause(invitation, now);
    if (because !== undefined) return { kind: "over", because };
    const before = await readMemberships(tx, brandId, accountId);
    if (before.some((membership) => membership.organisationId === organisationId))
      return { kind: "here-already", organisationId };
    if (!(await takeUpInvitation(tx, brandId, id, { at: now, by: accountId })))
      return { kind: "over", because: "used" };
    await addMembership(tx, brandId, { accountId, organisationId, role });
    await note("joined", { invitation: id, role });
    return { kind: "joined", organisationId };
  });
