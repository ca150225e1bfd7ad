import { IdentityClaims } from "~/integrations/identity/claims";
import type { Onedoor } from "~/usecases/context";
import type { Database } from "~db/connect";
import { findAccount } from "~db/queries/accounts";
import { readBrands } from "~db/queries/brands";

/** What the demo's provider says of one of its people: what the seeds wrote down of them. */
export async function claimsOfSeededAccount(
  db: Database,
  issuer: string,
  subject: string,
): Promise<IdentityClaims | undefined> {
  const account = await findAccount(db.kysely, issuer, subject);
  return account && IdentityClaims.parse({ name: account.name, ...account.claims, sub: subject });
}

const DEMO_BRANDS = ["larkmouth", "saltmarsh"];

/** Sets up the demo where it is not there yet, or was cut short. What people did in it since is left alone. */
export async function ensureDemo(onedoor: Onedoor, issuer: string): Promise<void> {
  const there = (await readBrands(onedoor.db.kysely)).map(({ id }) => id);
  if (DEMO_BRANDS.every((id) => there.includes(id))) return;
  const { seedDemo } = await import("~seeds/scenarios/demo");
  await seedDemo(onedoor, { issuer });
}
