import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { z } from "zod";
import { LAB_ROLES } from "~/domain/access/lab";
import type { Reader } from "../connect";
import type { Tables } from "../schema";

/** A fictional person whom a visitor of the demo may sign in as. */
export interface SignInChoice {
  readonly subject: string;
  readonly name: string;
  /** What signing in as them is good for; empty when nobody wrote it down. */
  readonly about: string;
  /** Where they work; null for a patient, and for the brand's own front desk. */
  readonly organisation: string | null;
  readonly role: string | null;
}

const About = z.object({ about: z.string() }).transform((claims) => claims.about);
const aboutOf = (claims: string): string => About.catch("").parse(JSON.parse(claims));

/** Whom a brand knows as a person it cares for, of one issuer, by name. */
export async function patientChoices(
  reader: Reader,
  brandId: string,
  issuer: string,
): Promise<SignInChoice[]> {
  const rows = await reader
    .selectFrom("people")
    .innerJoin("accounts", "accounts.id", "people.account_id")
    .select(["accounts.subject", "accounts.name", "accounts.claims"])
    .where("people.brand_id", "=", brandId)
    .where("accounts.issuer", "=", issuer)
    .orderBy("accounts.name")
    .execute();
  return rows.map(({ subject, name, claims }) => ({
    subject,
    name,
    about: aboutOf(claims),
    organisation: null,
    role: null,
  }));
}

/** Who works in a brand, of one issuer: its own people first, then by organisation. */
export const partnerChoices = (reader: Reader, brandId: string, issuer: string): Promise<SignInChoice[]> =>
  membersOf(reader, brandId, issuer, (where) => where("memberships.role", "not in", ["board", ...LAB_ROLES]));

/** Who sits on a brand's board, of one issuer, in the same order. */
export const boardChoices = (reader: Reader, brandId: string, issuer: string): Promise<SignInChoice[]> =>
  membersOf(reader, brandId, issuer, (where) => where("memberships.role", "=", "board"));

/** Who works in a brand's usability lab, of one issuer, by name. */
export const labChoices = (reader: Reader, brandId: string, issuer: string): Promise<SignInChoice[]> =>
  membersOf(reader, brandId, issuer, (where) => where("memberships.role", "in", LAB_ROLES));

async function membersOf(
  reader: Reader,
  brandId: string,
  issuer: string,
  which: (where: ExpressionBuilder<Tables, "memberships">) => Expression<SqlBool>,
): Promise<SignInChoice[]> {
  const rows = await reader
    .selectFrom("memberships")
    .innerJoin("accounts", "accounts.id", "memberships.account_id")
    .leftJoin("organisations", (join) =>
      join
        .onRef("organisations.brand_id", "=", "memberships.brand_id")
        .onRef("organisations.id", "=", "memberships.organisation_id"),
    )
    .select([
      "accounts.subject",
      "accounts.name",
      "accounts.claims",
      "memberships.role",
      "organisations.name as organisation",
    ])
    .where("memberships.brand_id", "=", brandId)
    .where("accounts.issuer", "=", issuer)
    .where(which)
    .orderBy("organisations.name")
    .orderBy("accounts.name")
    .execute();
  const choices = rows.map(({ subject, name, claims, role, organisation }) => ({
    subject,
    name,
    about: aboutOf(claims),
    organisation,
    role,
  }));
  return [
    ...choices.filter((choice) => choice.organisation === null),
    ...choices.filter((choice) => choice.organisation !== null),
  ];
}
