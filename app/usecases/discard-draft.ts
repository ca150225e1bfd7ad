import { type Asker, deleteDraft } from "~db/queries/drafts";
import { releaseHolds } from "~db/queries/slots";
import type { Onedoor } from "./context";

/** Throws away what somebody began and has not sent, and lets go of the time that was kept for it. False when it is not theirs. */
export const discardDraft = (
  onedoor: Onedoor,
  brandId: string,
  asked: Asker & { readonly draftId: string },
): Promise<boolean> =>
  onedoor.db.write(async (tx) => {
    if (!(await deleteDraft(tx, brandId, asked))) return false;
    await releaseHolds(tx, brandId, asked.draftId);
    return true;
  });
