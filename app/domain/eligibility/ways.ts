import type { Terms } from "../directory/terms";
import type { Mode } from "../directory/types";
import type { Circumstances } from "./circumstances";

/** The ways of an offer that suit this person; all its ways when none does, or when they do not mind. */
export function waysFor({ modes }: Terms, { need }: Circumstances): readonly Mode[] {
  const suiting = modes.filter((mode) => need.preferences.modes.includes(mode));
  return suiting.length === 0 ? modes : suiting;
}

/** Whether care would mean going to a place: it has one, and no way that suits this person goes round it. */
export const goesToPlace = (terms: Terms, given: Circumstances): boolean =>
  terms.hasPlace && waysFor(terms, given).every((mode) => mode === "in-person");
