import { standings } from "~/domain/directory/standing";
import { decide } from "~/domain/fulfilment/decide";
import { goesOn } from "~/domain/fulfilment/leaving";
import { type Message, messagesFor, toldOnce } from "~/domain/fulfilment/messages";
import { goesToNext } from "~/domain/fulfilment/owners";
import { heldFulfilment, type PartState } from "~/domain/fulfilment/part-state";
import { localDate } from "~/domain/shared/time";
import { type OpenPart, openWorkOf, readOpenParts } from "~db/queries/open-work";
import { updateParts } from "~db/queries/part-states";
import { releaseSlotsOf } from "~db/queries/slots";
import type { Work } from "./apply-command";
import { needOf, routeAgainFor } from "./ask-next";
import { recordAll, sendAll } from "./record";

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
  const patients = new Map<string, Told[]>();
  for (let start = 0; start < going.length; start += BATCH) {
    const partIds = going.slice(start, start + BATCH).map(({ partId }) => partId);
    const parts = await readOpenParts(tx, brandId, partIds);
    const handed = parts.map((part) => handOn(work, part));
    await updateParts(tx, brandId, handed);
    await releaseSlotsOf(
      tx,
      brandId,
      handed.map(({ fulfilmentId }) => fulfilmentId),
    );
    const written = await recordAll(work, handed);
    for (const [index, { who, after, toPatient }] of handed.entries()) {
      owners.push(after.part.owner);
      const told = toPatient.map((message) => ({
        message,
        requestId: after.request.id,
        events: written[index] ?? [],
      }));
      patients.set(who, [...(patients.get(who) ?? []), ...told]);
    }
  }
  const once = [...patients.values()].flatMap((told): Told[] => {
    const message = toldOnce(told.map((each) => each.message));
    const [first] = told;
    return message && first ? [{ ...first, message }] : [];
  });
  for (let start = 0; start < once.length; start += BATCH) {
    await sendAll(work, once.slice(start, start + BATCH));
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

type Told = Parameters<typeof sendAll>[1][number];

/** One part goes on: what is to be written of it. What its patient is told is kept apart, so that they are told once. */
function handOn(work: Work, part: OpenPart) {
  const { state: before, detail } = part;
  const { setting } = work.brand;
  const routed = goesToNext(before, "partner-left", setting)
    ? routeAgainFor(work, before, needOf(work.brand, before, detail, "partner-left"))
    : null;
  const decided = decide(before, { type: "partner-left", next: routed?.next ?? null }, setting);
  const held = heldFulfilment(before);
  if (decided.kind !== "decided" || held === undefined)
    throw new Error(`Part ${before.part.id} could not be handed on: ${JSON.stringify(decided)}`);
  const { after, events } = decided;
  const messages = messagesFor(events, after);
  const isPatients = ({ to }: Message) => to.kind === "patient";
  return {
    who: patientOf(part),
    fulfilmentId: held.id,
    before,
    after,
    events,
    decision: routed?.decision ?? null,
    told: messages.filter((message) => !isPatients(message)),
    toPatient: messages.filter(isPatients),
  };
}

/** One person is one patient: by the account that asks for them, or, of guests, by the request. */
const patientOf = ({ state, patient: { accountId, name, bornOn } }: OpenPart): string =>
  JSON.stringify(accountId === null ? [state.request.id] : [accountId, name, bornOn]);
