import { seatsOf } from "~/domain/access/board";
import type { Brand } from "~/domain/directory/types";
import { folded } from "~/domain/shared/words";
import { readMemberships } from "~db/queries/accounts";
import { readBrand } from "~db/queries/directory";
import { sisterBrands } from "~db/queries/sister-brands";
import type { OfTheBoard } from "./audit";
import type { Onedoor } from "./context";
import { type CopyResult, copyBrand } from "./copy-brand";

/** The next town's front door: what it is called, how it looks, who is behind it, and whose policy it goes by. */
export interface NextTown extends Pick<Brand, "id" | "name" | "strapline" | "area" | "mark"> {
  readonly members: readonly string[];
  /** The brand whose policy it takes over: this one, or one beside it. */
  readonly policyOf: string;
}

export type ReplicateResult =
  | CopyResult
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-a-demo" }
  /** A front door beside it is called so: people would not know the one from the other. */
  | { readonly kind: "name-taken" };

/** So many front doors may be made from one, for each is a whole world to keep. */
export const MOST_MADE = 12;

/**
 * Makes the next town's front door from a demonstration's, for whoever sits on its board for the front door itself. It begins
 * with no work, and with its own policy, members and look. Throws UnknownBrand.
 */
export async function replicateBrand(
  onedoor: Onedoor,
  brandId: string,
  who: OfTheBoard,
  { members, policyOf, ...look }: NextTown,
): Promise<ReplicateResult> {
  const { kysely } = onedoor.db;
  const { brand } = await readBrand(kysely, brandId);
  if (brand.kind !== "demo") return { kind: "not-a-demo" };
  const seats = seatsOf(await readMemberships(kysely, brandId, who.accountId));
  if (!seats.some(({ organisationId }) => organisationId === null)) return { kind: "not-allowed" };
  const beside = await sisterBrands(kysely, brandId, onedoor.clock());
  const made = beside.filter((sister) => sister.brand.historyOf !== undefined);
  if (made.length >= MOST_MADE)
    return { kind: "refused", reasons: ["No more can be made here. Ask for one to be taken away first"] };
  if (beside.some(({ brand: { name } }) => folded(name) === folded(look.name))) return { kind: "name-taken" };
  const policy = beside.find((sister) => sister.brand.id === policyOf)?.brand.policy;
  if (policy === undefined) return { kind: "refused", reasons: ["Choose whose rules it goes by"] };
  return copyBrand(onedoor, { from: brandId, to: { ...look, policy }, members, openWork: false, who });
}
