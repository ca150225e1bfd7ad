import type { ByManager } from "~/usecases/change-directory";
import type { Database } from "~db/connect";
import { addMembership, upsertAccount } from "~db/queries/accounts";
import { MONDAY_9AM, TOWN } from "./front-door";

const by = (accountId: string, name: string): ByManager => ({
  who: { kind: "desk", accountId, name },
  right: "run-front-door",
});

/** Two who run the front door of the town, and one who only works at its front desk. */
export const BEA = by("bea", "Bea Hart");
export const CLIFF = by("cliff", "Cliff Dean");
export const DOT = by("dot", "Dot Lane");

/** Gives each of them an account, and the role that they have. */
export async function writeBrandManagers(db: Database): Promise<void> {
  await db.write(async (tx) => {
    for (const [{ who }, role] of [
      [BEA, "manager"],
      [CLIFF, "manager"],
      [DOT, "desk"],
    ] as const) {
      const { accountId: id, name } = who;
      const account = { id, issuer: "https://id.example", subject: id, name, email: null, claims: {} };
      await upsertAccount(tx, account, MONDAY_9AM);
      await addMembership(tx, TOWN, { accountId: id, organisationId: null, role });
    }
  });
}
