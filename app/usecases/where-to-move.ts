import { route } from "~/domain/routing/route";
import type { Candidate } from "~/domain/routing/types";
import { readPartState } from "~db/queries/part-states";
import { needNow } from "./ask-next";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";

/** Who else can be booked for a part and has a free time, the best first; with the free time as the overlay knows it. */
export async function whereToMove(
  onedoor: Onedoor,
  brandId: string,
  partId: string,
): Promise<readonly Candidate[]> {
  const brand = await brandSetting(onedoor, brandId);
  const state = await readPartState(onedoor.db.kysely, brandId, partId);
  if (!state) return [];
  const need = await needNow(onedoor.db.kysely, { brandId, brand }, state);
  const { candidates } = route(brand.directory, brand.overlay, need, brand.setting.now, { explain: false });
  return candidates.filter(
    ({ eligible, facts }) => eligible && facts.booking === "direct" && facts.nextFreeAt !== null,
  );
}
