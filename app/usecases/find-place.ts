import type { Position } from "~/domain/shared/place";
import { findPostcode } from "~db/queries/places";
import type { Onedoor } from "./context";

/** Where a person says they are, when they look round. Nothing typed is no place, and no mistake. */
export type PlaceLookedUp =
  | { readonly kind: "not-given" }
  | { readonly kind: "found"; readonly postcode: string; readonly position: Position }
  | { readonly kind: "unknown"; readonly message: string };

/** Looks up a typed postcode. A read: it is not kept. */
export async function findPlace(onedoor: Onedoor, typed: string): Promise<PlaceLookedUp> {
  if (typed.trim() === "") return { kind: "not-given" };
  const found = await findPostcode(onedoor.db.kysely, typed);
  return found
    ? { kind: "found", postcode: found.postcode, position: found.position }
    : { kind: "unknown", message: "We cannot find that postcode. Enter a whole one, like BS3 1TF" };
}
