import { standings } from "~/domain/directory/standing";
import { decide } from "~/domain/fulfilment/decide";
import { goesOn } from "~/domain/fulfilment/leaving";
import { type Message, messagesFor, toldOnce } from "~/domain/fulfilment/messages";
import { goesToNext } from "~/domain/fulfilment/owners";
import type { PartState } from "~/domain/fulfilment/part-state";
import { localDate } from "~/domain/shared/time";
import { type OpenPart, openWorkOf, readOpenParts } from "~db/queries/open-work";
import { updatePart } from "~db/queries/part-states";
import { freeSlotsLetGo, record, send, type Work } from "./apply-command";
import { routeAgain } from "./ask-next";

/** What became of the open work of those that are no longer partners. */
export interface HandedOn {
  /** Fulfilments that they let go. */
  readonly fulfilments: number;
  /** Where their parts are now: how many with each next partner, at the front desk, and with the patient. */
  readonly toPartners: Readonly<Record<string, number>>;
  readonly toDesk: number;
  readonly toPatients: number;
  /** Fulfilments that they keep, to finish them. */
  readonly kept: number;
  /** Patients who were told, each once. */
  readonly told: number;
}

/** Parts read at a time, so that a thousand are never in memory at once. */
const BATCH = 200;

/**
 * Hands on the open work of organisations, as each of them stands in the directory of `work` today: what one may keep it
 * keeps, and a partner's own stays as it is. Every part has its next owner when this returns, and each patient one
 * message for all that is theirs.
 */
export async function handOnOpenWork(work: Work, organisationIds: readonly string[]): Promise<HandedOn> {
  const { tx, brandId, brand } = work;
  const standing = standings(brand.directory.partnerships);
  const today = localDate(brand.setting.now);
  const open = await openWorkOf(tx, brandId, organisationIds);
  const going = open.filter((one) => goesOn(one, standing(one.organisationId, today)));
  const owners: PartState["part"]["owner"][] = [];
  const patients = new Map<string, { readonly requestId: string; readonly messages: Message[] }>();
  for (let start = 0; start < going.length; start += BATCH) {
    const partIds = going.slice(start, start + BATCH).map(({ partId }) => partId);
    for (const part of await readOpenParts(tx, brandId, partIds)) {
      const { after, told } = await handOn(work, part.state);
      owners.push(after.part.owner);
      const who = patientOf(part);
      const theirs = patients.get(who) ?? { requestId: after.request.id, messages: [] };
      theirs.messages.push(...told);
      patients.set(who, theirs);
    }
  }
  for (const { requestId, messages } of patients.values()) {
    const once = toldOnce(messages);
    if (once) await send(work, requestId, [{ ...once, eventSeq: null }]);
  }
  const toPartners: Record<string, number> = {};
  for (const owner of owners) {
    if (owner.kind === "partner")
      toPartners[owner.organisationId] = (toPartners[owner.organisationId] ?? 0) + 1;
  }
  return {
    fulfilments: going.length,
    toPartners,
    toDesk: owners.filter(({ kind }) => kind === "desk").length,
    toPatients: owners.filter(({ kind }) => kind === "patient").length,
    kept: open.length - going.length,
    told: patients.size,
  };
}

/** One part goes on. What its patient is told of it is not sent yet, but returned. */
async function handOn(
  work: Work,
  before: PartState,
): Promise<{ readonly after: PartState; readonly told: readonly Message[] }> {
  const { setting } = work.brand;
  const routed = goesToNext(before, "partner-left", setting)
    ? await routeAgain(work, before, "partner-left")
    : null;
  const decided = decide(before, { type: "partner-left", next: routed?.next ?? null }, setting);
  if (decided.kind !== "decided")
    throw new Error(`A part could not be handed on: ${JSON.stringify(decided)}`);
  const { after, events } = decided;
  await updatePart(work.tx, before, after);
  await freeSlotsLetGo(work, before, after);
  const messages = messagesFor(events, after);
  const isPatients = ({ to }: Message) => to.kind === "patient";
  await record(
    work,
    after,
    events,
    routed?.decision ?? null,
    messages.filter((message) => !isPatients(message)),
  );
  return { after, told: messages.filter(isPatients) };
}

/** One person is one patient: by the account that asks for them, or, of guests, by the request. */
const patientOf = ({ state, patient: { accountId, name, bornOn } }: OpenPart): string =>
  JSON.stringify(accountId === null ? [state.request.id] : [accountId, name, bornOn]);
