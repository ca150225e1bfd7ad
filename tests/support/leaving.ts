import type { Onedoor } from "~/usecases/context";
import { submitRequest } from "~/usecases/submit-request";
import type { Database } from "~db/connect";
import { alikeDrafts } from "~tests/faults/drafts";
import { type Asking, type FrontDoor, TOWN, VISITOR } from "~tests/support/front-door";

/** Asks as many times as there are people, each alike. Returns the references. */
export async function askedAlike(door: FrontDoor, howMany: number, asking: Asking): Promise<string[]> {
  const references: string[] = [];
  for (const draftId of await alikeDrafts(door, howMany, asking)) {
    const asked = { visitor: VISITOR, draftId, accountId: null };
    const result = await submitRequest(door.onedoor, TOWN, asked);
    if (result.kind !== "submitted") throw new Error(JSON.stringify(result));
    references.push(result.reference);
  }
  return references;
}

/** What patients were told of partners that left, by request: the template, and what else it is about. */
export async function toldOfLeaving({ db }: Onedoor) {
  const rows = await db.kysely
    .selectFrom("messages")
    .select(["request_id", "template", "body"])
    .where("brand_id", "=", TOWN)
    .where("recipient", "=", "patient")
    .where("template", "=", "partner-left")
    .execute();
  return rows.map((row) => ({ requestId: row.request_id, ...JSON.parse(row.body) }));
}

/** How often a partner was asked, in all. */
export async function fulfilmentsIn({ kysely }: Database): Promise<number> {
  const { many } = await kysely
    .selectFrom("fulfilments")
    .select(({ fn }) => fn.countAll<number>().as("many"))
    .where("brand_id", "=", TOWN)
    .executeTakeFirstOrThrow();
  return Number(many);
}
