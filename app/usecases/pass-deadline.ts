import { goesToNext } from "~/domain/fulfilment/owners";
import { heldFulfilment, type PartState } from "~/domain/fulfilment/part-state";
import { skipLocked } from "~db/connect";
import { partsDue, promisesDue } from "~db/queries/part-states";
import { applyCommand, type Preparation, type Work } from "./apply-command";
import { routeAgain } from "./ask-next";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";

export type PassResult =
  | { readonly kind: "handled" | "failed"; readonly partId: string }
  | { readonly kind: "none" };

/**
 * Takes one part of a brand whose deadline has passed and moves it on: to the next partner, the patient, the front desk
 * or the manager; or one whose promise is at risk or broken, and says so. Any number of processes can do this at once, and each part is moved once. `except` are parts that
 * failed in this pass; they are tried again in the next.
 */
export async function passNextDeadline(
  onedoor: Onedoor,
  brandId: string,
  except: readonly string[],
): Promise<PassResult> {
  const brand = await brandSetting(onedoor, brandId);
  let claimed: string | undefined;
  try {
    return await onedoor.db.write<PassResult>(async (tx) => {
      const { now } = brand.setting;
      const late = await skipLocked(tx, partsDue(tx, brandId, now, except)).executeTakeFirst();
      const row = late ?? (await skipLocked(tx, promisesDue(tx, brandId, now, except)).executeTakeFirst());
      claimed = row?.id;
      if (!row) return { kind: "none" };
      const work: Work = { onedoor, tx, brandId, brand, actor: { kind: "clock" }, touched: new Set() };
      const result = await applyCommand(work, row.id, async (state) =>
        late ? onwards(work, state) : { command: { type: "watch-promise" }, decision: null },
      );
      if (result.kind !== "done") throw new Error(`A part that is due could not be moved on: ${result.kind}`);
      return { kind: "handled", partId: row.id };
    });
  } catch (error) {
    if (claimed === undefined) throw error;
    onedoor.log.error({ err: error, brandId, partId: claimed }, "A deadline could not be handled");
    return { kind: "failed", partId: claimed };
  }
}

/** The most parts of one brand that one pass handles, so that no brand waits for another's backlog; those that fail do not count. */
const PARTS_A_PASS = 500;

/** Moves on all of a brand's parts whose deadline has passed, or as many as one pass handles. Returns how many. */
export async function passDeadlines(onedoor: Onedoor, brandId: string): Promise<number> {
  const failed: string[] = [];
  let handled = 0;
  while (handled < PARTS_A_PASS) {
    const passed = await passNextDeadline(onedoor, brandId, failed);
    if (passed.kind === "none") break;
    if (passed.kind === "failed") failed.push(passed.partId);
    else handled += 1;
  }
  return handled;
}

/** Routing is asked only when its answer is used: a partner never answered, and the next one may be asked. */
async function onwards(work: Work, state: PartState): Promise<Preparation> {
  const { setting } = work.brand;
  const silent = state.part.owner.kind === "partner" && heldFulfilment(state)?.status === "requested";
  const goesOn = silent && setting.brandKind !== "real" && goesToNext(state, "silent", setting);
  const routed = goesOn ? await routeAgain(work, state, "silent") : null;
  return {
    command: { type: "pass-deadline", next: routed?.next ?? null },
    decision: routed?.decision ?? null,
  };
}
