import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";

interface Of {
  readonly accountId: string;
  readonly organisationId: string;
}

/** A worklist that somebody keeps, as its address asks for it. */
export interface SavedView {
  readonly name: string;
  readonly query: string;
}

/** One person's lists at one organisation, the oldest first. */
export async function savedViews(reader: Reader, brandId: string, of: Of): Promise<SavedView[]> {
  return reader
    .selectFrom("saved_views")
    .select(["name", "query"])
    .where("brand_id", "=", brandId)
    .where("account_id", "=", of.accountId)
    .where("organisation_id", "=", of.organisationId)
    .orderBy("at")
    .orderBy("name")
    .execute();
}

/** How many somebody keeps, but for the one of a name. */
export async function countSavedViews(reader: Reader, brandId: string, of: Of, but: string): Promise<number> {
  const kept = await savedViews(reader, brandId, of);
  return kept.filter(({ name }) => name !== but).length;
}

export async function putSavedView(
  tx: Tx,
  brandId: string,
  { accountId, organisationId }: Of,
  { name, query }: SavedView,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("saved_views")
    .values({ brand_id: brandId, account_id: accountId, organisation_id: organisationId, name, query, at })
    .onConflict((conflict) =>
      conflict.columns(["brand_id", "account_id", "organisation_id", "name"]).doUpdateSet({ query }),
    )
    .execute();
}

export async function deleteSavedView(tx: Tx, brandId: string, of: Of, name: string): Promise<void> {
  await tx
    .deleteFrom("saved_views")
    .where("brand_id", "=", brandId)
    .where("account_id", "=", of.accountId)
    .where("organisation_id", "=", of.organisationId)
    .where("name", "=", name)
    .execute();
}
