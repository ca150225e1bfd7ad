import type { Service } from "~/domain/directory/types";
import { deskBy } from "~/domain/fulfilment/deadlines";
import { readNote } from "~/domain/fulfilment/note";
import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import type { Actor } from "~/domain/fulfilment/types";
import type { DraftAnswers, StepInput } from "~/domain/journeys/draft-answers";
import { raisedBy } from "~/domain/journeys/raised";
import type { Emergency } from "~/domain/journeys/types";
import { toJson } from "~/domain/shared/json";
import type { Tx } from "~db/connect";
import { insertAudit } from "~db/queries/audit";
import type { Draft } from "~db/queries/drafts";
import { closeStop, keepStop, linkStops, readStop, type StoppedPerson } from "~db/queries/red-flag-stops";
import type { Onedoor } from "./context";
import { type BrandSetting, brandNow } from "./setting";

/** Whom the answers are about, once a way to reach somebody has been given; null before that, whatever else is known. */
function personIn({ who, about, contact }: DraftAnswers): StoppedPerson | null {
  if (!contact) return null;
  return {
    name: about?.name ?? contact.name ?? "",
    who: who?.who ?? "myself",
    asker: contact.name,
    phone: contact.phone,
    email: contact.email,
    avoid: contact.avoid,
  };
}

/** By when the front desk reaches a person whom a red flag stopped: as fast as it does anything. */
const reachBy = ({ setting }: BrandSetting) => deskBy("asap", setting);

/** Keeps, in the transaction, that a sign of an emergency stopped a draft at a step. */
export async function keepRedFlag(
  { onedoor, tx, brandId, brand }: { onedoor: Onedoor; tx: Tx; brandId: string; brand: BrandSetting },
  {
    draft,
    service,
    step,
    input,
    leadsTo,
  }: {
    readonly draft: Draft;
    readonly service: Service;
    readonly step: string;
    readonly input: StepInput;
    readonly leadsTo: Emergency;
  },
): Promise<void> {
  const raised = raisedBy(step, { service, answers: draft.answers }, input);
  if (raised === null) return;
  const person = personIn(draft.answers);
  const { now } = brand.setting;
  const id = await keepStop(tx, brandId, {
    id: onedoor.newId(),
    draftId: draft.id,
    serviceId: service.id,
    step,
    leadsTo,
    raised,
    at: now,
    person,
    dueAt: person && reachBy(brand),
  });
  const actor = { kind: "patient", name: person?.asker ?? person?.name ?? "Not known" };
  const body = toJson({ serviceId: service.id, step, leadsTo, raised });
  await insertAudit(tx, brandId, [{ at: now, actor: toJson(actor), action: "stopped", subject: id, body }]);
}

/** Links what was stopped to the request that the draft became after all: whom it is for is known now. */
export async function linkRedFlags(
  { tx, brandId, brand }: { readonly tx: Tx; readonly brandId: string; readonly brand: BrandSetting },
  draftId: string,
  reference: string,
  { person, who, contact }: RequestDetail,
): Promise<void> {
  await linkStops(tx, brandId, draftId, {
    reference,
    person: {
      name: person.name,
      who,
      asker: contact.name,
      phone: contact.phone,
      email: contact.email,
      avoid: contact.avoid,
    },
    dueAt: reachBy(brand),
  });
}

export type StopClosed =
  | { readonly kind: "closed" }
  | { readonly kind: "invalid"; readonly message: string }
  /** Somebody else closed it first. */
  | { readonly kind: "closed-already" }
  | { readonly kind: "not-found" };

/** The front desk says what was done about a journey that was stopped. It is done once, and written down. */
export async function closeRedFlag(
  onedoor: Onedoor,
  brandId: string,
  actor: Extract<Actor, { kind: "desk" }>,
  { stopId, outcome }: { readonly stopId: string; readonly outcome: string },
): Promise<StopClosed> {
  const note = readNote(outcome);
  if (!note.ok) return { kind: "invalid", message: note.message };
  if (note.text === "") return { kind: "invalid", message: "Say what was done" };
  return onedoor.db.write<StopClosed>(async (tx) => {
    if ((await readStop(tx, brandId, stopId)) === undefined) return { kind: "not-found" };
    const at = await brandNow(onedoor, brandId, tx);
    if (!(await closeStop(tx, brandId, stopId, { at, by: toJson(actor), outcome: note.text })))
      return { kind: "closed-already" };
    const body = toJson({ outcome: note.text });
    await insertAudit(tx, brandId, [
      { at, actor: toJson(actor), action: "stop-closed", subject: stopId, body },
    ]);
    return { kind: "closed" };
  });
}
