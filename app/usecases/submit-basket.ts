import type { StepInput } from "~/domain/journeys/draft-answers";
import type { Emergency } from "~/domain/journeys/types";
import type { Tx } from "~db/connect";
import { type Asker, type Draft, readDraft } from "~db/queries/drafts";
import type { Onedoor } from "./context";
import { dangerInDraft, type Finished, finishDraft, type NotFinished } from "./finish-draft";
import { journeyFacts } from "./journey-context";
import { type NotHad, openRequest } from "./open-request";
import { type BrandSetting, brandSetting } from "./setting";

/** Why nothing of a basket was sent, and because of which draft. */
export type BasketResult =
  | { readonly kind: "submitted"; readonly reference: string; readonly again: boolean }
  | ((NotFinished | { readonly kind: "red-flag"; readonly leadsTo: Emergency }) & {
      readonly draftId: string;
    })
  | NotHad
  /** One of them was sent before, without the others. */
  | { readonly kind: "sent-already"; readonly draftId: string; readonly reference: string }
  /** They are for two people: each person has a request of their own. */
  | { readonly kind: "another-person"; readonly draftId: string }
  | { readonly kind: "empty" };

/** What a basket's page sends: the version of each draft's answers that it showed, and what was typed on it. */
export interface BasketForm {
  readonly versions: Readonly<Record<string, number>>;
  readonly input: StepInput;
}

/**
 * Makes several finished drafts of one asker, all for one person, one request under one reference: all of them, or none.
 * The same drafts sent again are the same request, and so is each of them sent alone later. A red flag in any of them
 * stops them all. Whoever cannot help may be passed over only when that was agreed to for every one.
 */
export async function submitBasket(
  onedoor: Onedoor,
  brandId: string,
  asked: Asker & {
    readonly draftIds: readonly string[];
    /** Left out when every step of each was kept already, check answers too. */
    readonly form?: BasketForm;
  },
): Promise<BasketResult> {
  const brand = await brandSetting(onedoor, brandId);
  try {
    return await onedoor.db.write((tx) => sent(onedoor, tx, brandId, brand, asked));
  } catch (error) {
    if (error instanceof Undone) return error.because;
    throw error;
  }
}

/** Times that were taken for some are let go again when another cannot be had. */
class Undone extends Error {
  constructor(readonly because: NotHad) {
    super("What a basket asks for can no longer be had");
  }
}

async function sent(
  onedoor: Onedoor,
  tx: Tx,
  brandId: string,
  brand: BrandSetting,
  { visitor, accountId, draftIds, form }: Parameters<typeof submitBasket>[2],
): Promise<BasketResult> {
  const facts = journeyFacts(brand.directory, brand.setting.now);
  const drafts: Draft[] = [];
  for (const draftId of new Set(draftIds)) {
    const draft = await readDraft(tx, brandId, { visitor, accountId, draftId, now: onedoor.clock() });
    if (!draft) return { kind: "no-draft", draftId };
    drafts.push(draft);
  }
  const before = sentBefore(drafts);
  if (before) return before;
  for (const draft of drafts) {
    const service = brand.directory.service(draft.serviceId);
    const work = { onedoor, tx, brandId, brand };
    const leadsTo = service ? await dangerInDraft(work, service, draft) : null;
    if (leadsTo) return { kind: "red-flag", draftId: draft.id, leadsTo };
  }
  const all: Finished[] = [];
  for (const draft of drafts) {
    const service = brand.directory.service(draft.serviceId);
    if (!service) return { kind: "no-draft", draftId: draft.id };
    const check = form && { version: form.versions[draft.id] ?? Number.NaN, input: form.input };
    const finished = await finishDraft(tx, brandId, { draft, service, facts, accountId, form: check });
    if (finished.kind !== "finished") return { ...finished, draftId: draft.id };
    all.push(finished);
  }
  const [first, ...others] = all;
  if (!first) return { kind: "empty" };
  const other = others.find((each) => !isSamePerson(first, each));
  if (other) return { kind: "another-person", draftId: other.draft.id };

  const actor = { kind: "patient" as const, name: first.detail.person.name };
  const work = { onedoor, tx, brandId, brand, actor, touched: new Set<string>() };
  const opened = await openRequest(work, [first, ...others]);
  if (opened.kind !== "opened") throw new Undone(opened);
  return { kind: "submitted", reference: opened.reference, again: false };
}

/** All of them went together before, or some of them went without the others; null when none was sent. */
function sentBefore(drafts: readonly Draft[]): BasketResult | null {
  const gone = drafts.find(({ reference }) => reference !== null);
  if (!gone?.reference) return null;
  const { id, reference } = gone;
  return drafts.every((draft) => draft.reference === reference)
    ? { kind: "submitted", reference, again: true }
    : { kind: "sent-already", draftId: id, reference };
}

/** One person asks, in one way, for one and the same person. */
function isSamePerson({ detail: one, accountId }: Finished, other: Finished): boolean {
  const { who, person } = other.detail;
  return (
    one.who === who &&
    one.person.name === person.name &&
    one.person.bornOn === person.bornOn &&
    one.person.sex === person.sex &&
    accountId === other.accountId
  );
}
