import type { Selectable } from "kysely";
import { type OrganisationRole, organisationRole } from "~/domain/access/roles";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";

/** Somebody is asked to work at an organisation. Whoever has its code may take it up, once. */
export interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  readonly role: OrganisationRole;
  readonly name: string;
  readonly email: string;
  /** JSON: the actor. */
  readonly invitedBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
}

export type NewInvitation = Omit<Invitation, "usedAt" | "withdrawnAt"> & {
  /** SHA-256, in hex: who reads the database cannot use it. */
  readonly codeHash: string;
};

export async function insertInvitation(tx: Tx, brandId: string, invitation: NewInvitation): Promise<void> {
  await tx
    .insertInto("invitations")
    .values({
      brand_id: brandId,
      id: invitation.id,
      organisation_id: invitation.organisationId,
      role: invitation.role,
      name: invitation.name,
      email: invitation.email,
      code_hash: invitation.codeHash,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      used_at: null,
      used_by: null,
      withdrawn_at: null,
    })
    .execute();
}

export async function findInvitation(
  reader: Reader,
  brandId: string,
  codeHash: string,
): Promise<Invitation | undefined> {
  const row = await reader
    .selectFrom("invitations")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("code_hash", "=", codeHash)
    .executeTakeFirst();
  return row && toInvitation(row);
}

/** The invitations of an organisation that can still be taken up, the newest first. */
export async function openInvitations(
  reader: Reader,
  brandId: string,
  organisationId: string,
  now: Instant,
): Promise<Invitation[]> {
  const rows = await reader
    .selectFrom("invitations")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("organisation_id", "=", organisationId)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("expires_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toInvitation);
}

/** Marks an invitation as taken up. False when somebody did so before, or it can be taken up no more. */
export async function takeUpInvitation(
  tx: Tx,
  brandId: string,
  id: string,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("invitations")
    .set({ used_at: at, used_by: by })
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes back invitations of an organisation that nobody took up: one, or all of an address. Gives their ids. */
export async function withdrawInvitations(
  tx: Tx,
  brandId: string,
  organisationId: string,
  which: { readonly id: string } | { readonly email: string },
  at: Instant,
): Promise<readonly string[]> {
  const [column, value] = "id" in which ? (["id", which.id] as const) : (["email", which.email] as const);
  const rows = await tx
    .updateTable("invitations")
    .set({ withdrawn_at: at })
    .where("brand_id", "=", brandId)
    .where("organisation_id", "=", organisationId)
    .where(column, "=", value)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", at)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

function toInvitation(row: Selectable<Tables["invitations"]>): Invitation {
  const role = organisationRole(row.role);
  if (role === undefined) throw new Error(`Invitation ${row.id} is to be a ${row.role}, which is nothing`);
  return {
    id: row.id,
    organisationId: row.organisation_id,
    role,
    name: row.name,
    email: row.email,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    withdrawnAt: row.withdrawn_at,
  };
}
