import { type BrandRole, type OrganisationRole, organisationRole } from "~/domain/access/roles";
import type { Reader, Tx } from "../connect";
import { worlds } from "./worlds";

/** Somebody who works at an organisation. */
export interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly email: string | null;
  /** Null for a role that nobody knows, which may do nothing. */
  readonly role: OrganisationRole | null;
}

/** Everybody at an organisation of a brand, by name. */
export async function readColleagues(
  reader: Reader,
  brandId: string,
  organisationId: string,
): Promise<Colleague[]> {
  const rows = await reader
    .selectFrom("memberships")
    .innerJoin("accounts", "accounts.id", "memberships.account_id")
    .select(["accounts.id", "accounts.name", "accounts.email", "memberships.role"])
    .where("memberships.brand_id", "=", brandId)
    .where("memberships.organisation_id", "=", organisationId)
    .orderBy("accounts.name")
    .orderBy("accounts.id")
    .execute();
  return rows.map(({ id, name, email, role }) => ({
    accountId: id,
    name,
    email,
    role: organisationRole(role) ?? null,
  }));
}

/** One of a brand's own people in a role, the first by name. Undefined when nobody has it. */
export const readOwnPerson = (
  reader: Reader,
  brandId: string,
  role: BrandRole,
): Promise<{ readonly accountId: string; readonly name: string } | undefined> =>
  reader
    .selectFrom("memberships")
    .innerJoin("accounts", "accounts.id", "memberships.account_id")
    .select(["accounts.id as accountId", "accounts.name"])
    .where("memberships.brand_id", "=", brandId)
    .where("memberships.organisation_id", "is", null)
    .where("memberships.role", "=", role)
    .orderBy("accounts.name")
    .orderBy("accounts.id")
    .executeTakeFirst();

/**
 * Who manages an organisation, held until the transaction is over: two who would each take the other's role away wait
 * for one another, and the later one sees what the earlier one did.
 */
export async function holdManagers(
  tx: Tx,
  brandId: string,
  organisationId: string,
): Promise<readonly string[]> {
  const rows = await tx
    .updateTable("memberships")
    .set({ role: "manager" })
    .where("brand_id", "=", brandId)
    .where("organisation_id", "=", organisationId)
    .where("role", "=", "manager")
    .returning("account_id")
    .execute();
  return rows.map(({ account_id }) => account_id);
}

export async function setRole(
  tx: Tx,
  brandId: string,
  { organisationId, accountId, role }: { organisationId: string; accountId: string; role: OrganisationRole },
): Promise<void> {
  await tx
    .updateTable("memberships")
    .set({ role })
    .where("brand_id", "=", brandId)
    .where("organisation_id", "=", organisationId)
    .where("account_id", "=", accountId)
    .execute();
}

export async function removeMembership(
  tx: Tx,
  brandId: string,
  { organisationId, accountId }: { readonly organisationId: string; readonly accountId: string },
): Promise<void> {
  await tx
    .deleteFrom("memberships")
    .where("brand_id", "=", brandId)
    .where("organisation_id", "=", organisationId)
    .where("account_id", "=", accountId)
    .execute();
}

/** Where else somebody works: an organisation by name, and the brand in which they do. */
export interface WorksElsewhere {
  readonly brandId: string;
  readonly brandName: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

/**
 * The organisations at which an account has a role in other brands than one, by brand. Worlds of stages and labs are nowhere
 * else to go to, and lead nowhere else.
 */
export async function worksElsewhere(
  reader: Reader,
  brandId: string,
  accountId: string,
): Promise<WorksElsewhere[]> {
  const rows = await reader
    .selectFrom("memberships")
    .innerJoin("brands", "brands.id", "memberships.brand_id")
    .innerJoin("organisations", (join) =>
      join
        .onRef("organisations.brand_id", "=", "memberships.brand_id")
        .onRef("organisations.id", "=", "memberships.organisation_id"),
    )
    .select([
      "memberships.role",
      "brands.id as brandId",
      "brands.name as brandName",
      "organisations.id as organisationId",
      "organisations.name as organisationName",
    ])
    .where("memberships.account_id", "=", accountId)
    .where("memberships.brand_id", "!=", brandId)
    .where("memberships.brand_id", "not in", worlds(reader))
    .where(({ eb, val }) => eb(val(brandId), "not in", worlds(reader)))
    .orderBy("brands.name")
    .orderBy("organisations.name")
    .execute();
  return rows.flatMap(({ role, ...works }) => (organisationRole(role) === undefined ? [] : [works]));
}
