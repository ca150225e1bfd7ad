import { instant, milliseconds } from "~/domain/shared/time";
import { claimDraft, type Draft, findOpenDraft, insertDraft } from "~db/queries/drafts";
import type { Onedoor } from "./context";

/** Drafts keep real time: a demonstration that moves its clock on loses nobody's answers. */
export const DRAFT_HOURS = 24;

export const draftExpiry = (realNow: string): string =>
  instant(milliseconds(realNow) + DRAFT_HOURS * 3_600_000);

/**
 * The visitor's draft for a service: the one that is open, or a new one. Null when the service cannot be asked for: it
 * is not there, is closed, or has no approved red flags.
 */
export async function openDraft(
  onedoor: Onedoor,
  brandId: string,
  { visitor, accountId, serviceId }: { visitor: string; accountId: string | null; serviceId: string },
): Promise<Draft | null> {
  const directory = await onedoor.directories.current(brandId);
  const service = directory.service(serviceId);
  if (service?.status !== "open" || service.redFlags === null) return null;
  const now = onedoor.clock();
  const found = await findOpenDraft(onedoor.db.kysely, brandId, { visitor, accountId, serviceId, now });
  if (found && accountId !== null && found.accountId === null) {
    await claimDraft(onedoor.db.kysely, brandId, found.id, accountId);
    return { ...found, accountId };
  }
  if (found) return found;
  const draft: Draft = {
    id: onedoor.newId(),
    serviceId,
    accountId,
    answers: {},
    version: 1,
    reference: null,
    expiresAt: draftExpiry(now),
  };
  await insertDraft(onedoor.db.kysely, brandId, draft, { visitor, now });
  return draft;
}
