import { IdentityClaims } from "~/integrations/identity/claims";
import type { Database } from "~db/connect";
import { findAccount } from "~db/queries/accounts";

/** What the demo's provider says of one of its people: what the seeds wrote down of them. */
export async function claimsOfSeededAccount(
  db: Database,
  issuer: string,
  subject: string,
): Promise<IdentityClaims | undefined> {
  const account = await findAccount(db.kysely, issuer, subject);
  return account && IdentityClaims.parse({ name: account.name, ...account.claims, sub: subject });
}
