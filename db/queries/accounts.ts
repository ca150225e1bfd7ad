import { z } from "zod";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";

const Claims = z.record(z.string(), z.unknown());

/** Somebody who can sign in, as their identity provider last described them. Accounts belong to no brand. */
export interface Account {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What an account may do in a brand; `organisationId` is null for the brand's own people. */
export interface Membership {
  readonly accountId: string;
  readonly organisationId: string | null;
  readonly role: string;
}

/** Writes an account as its provider describes it now. One that is known by issuer and subject keeps its id. */
export async function upsertAccount(tx: Tx, account: Account, at: Instant): Promise<Account> {
  const described = { name: account.name, email: account.email, claims: toJson(account.claims) };
  const row = await tx
    .insertInto("accounts")
    .values({
      id: account.id,
      issuer: account.issuer,
      subject: account.subject,
      ...described,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(["issuer", "subject"]).doUpdateSet(described))
    .returningAll()
    .executeTakeFirstOrThrow();
  return accountOf(row);
}

export async function readAccount(reader: Reader, id: string): Promise<Account | undefined> {
  const row = await reader.selectFrom("accounts").selectAll().where("id", "=", id).executeTakeFirst();
  return row && accountOf(row);
}

/** Somebody by how their identity provider knows them. */
export async function findAccount(
  reader: Reader,
  issuer: string,
  subject: string,
): Promise<Account | undefined> {
  const row = await reader
    .selectFrom("accounts")
    .selectAll()
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row && accountOf(row);
}

const accountOf = (row: Tables["accounts"]): Account => ({
  id: row.id,
  issuer: row.issuer,
  subject: row.subject,
  name: row.name,
  email: row.email,
  claims: Claims.parse(JSON.parse(row.claims)),
});

/** What an account may do in one brand, by role. */
export async function readMemberships(
  reader: Reader,
  brandId: string,
  accountId: string,
): Promise<Membership[]> {
  const rows = await reader
    .selectFrom("memberships")
    .select(["account_id", "organisation_id", "role"])
    .where("brand_id", "=", brandId)
    .where("account_id", "=", accountId)
    .orderBy("role")
    .orderBy("organisation_id")
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    organisationId: row.organisation_id,
    role: row.role,
  }));
}

/** Lets an account do something in a brand. Nothing happens when it may already. */
export async function addMembership(tx: Tx, brandId: string, membership: Membership): Promise<void> {
  await tx
    .insertInto("memberships")
    .values({
      brand_id: brandId,
      account_id: membership.accountId,
      organisation_id: membership.organisationId,
      role: membership.role,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
