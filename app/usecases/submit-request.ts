import type { Emergency } from "~/domain/journeys/types";
import { type Asker, readDraft } from "~db/queries/drafts";
import type { Onedoor } from "./context";
import { type CheckForm, dangerInDraft, finishDraft, type NotFinished } from "./finish-draft";
import { journeyFacts } from "./journey-context";
import { openRequest } from "./open-request";
import { brandSetting } from "./setting";

export type { CheckForm } from "./finish-draft";

export type SubmitResult =
  | { readonly kind: "submitted"; readonly reference: string; readonly again: boolean }
  | { readonly kind: "slot-taken" }
  | { readonly kind: "choice-gone" }
  | { readonly kind: "red-flag"; readonly leadsTo: Emergency }
  | NotFinished;

/**
 * Makes a draft a request: the request, its parts, the fulfilments, the decisions, the slots, the events and the messages
 * are written in one transaction, or none of them. The same draft submitted twice, or by two processes at once, is one
 * request: who comes second is told its reference, and so is who sends a draft that went along with others. A page that
 * showed other answers than the draft holds now sends nothing.
 */
export async function submitRequest(
  onedoor: Onedoor,
  brandId: string,
  {
    visitor,
    draftId,
    accountId,
    form,
  }: Asker & {
    readonly draftId: string;
    /** Left out when every step was kept already, check answers too. */
    readonly form?: CheckForm;
  },
): Promise<SubmitResult> {
  const brand = await brandSetting(onedoor, brandId);
  const facts = journeyFacts(brand.directory, brand.setting.now);
  return onedoor.db.write<SubmitResult>(async (tx) => {
    const draft = await readDraft(tx, brandId, { visitor, accountId, draftId, now: onedoor.clock() });
    const service = draft && brand.directory.service(draft.serviceId);
    if (!draft || !service) return { kind: "no-draft" };
    if (draft.reference !== null) return { kind: "submitted", reference: draft.reference, again: true };
    const leadsTo = await dangerInDraft({ onedoor, tx, brandId, brand }, service, draft);
    if (leadsTo) return { kind: "red-flag", leadsTo };
    const finished = await finishDraft(tx, brandId, { draft, service, facts, accountId, form });
    if (finished.kind !== "finished") return finished;
    const actor = { kind: "patient" as const, name: finished.detail.person.name };
    const opened = await openRequest({ onedoor, tx, brandId, brand, actor, touched: new Set() }, [finished]);
    return opened.kind === "opened"
      ? { kind: "submitted", reference: opened.reference, again: false }
      : { kind: opened.kind };
  });
}
