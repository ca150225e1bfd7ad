import { type EarlierWish, PARTS_OF_DAY } from "~/domain/fulfilment/earlier-time";
import {
  deleteEarlierWish,
  endEarlierOffer,
  openEarlierOffers,
  writeEarlierWish,
} from "~db/queries/earlier-times";
import { readPartState } from "~db/queries/part-states";
import type { CommandResult, Work } from "./apply-command";
import type { PatientActor } from "./choose-again";
import { command, once } from "./command";
import type { Onedoor } from "./context";
import { offerIfLeft } from "./offer-earlier";
import { partOf, rebookInWork } from "./rebook";
import { record } from "./record";

interface OnEarlier {
  readonly reference: string;
  readonly fulfilmentId: string;
  readonly key?: string | null;
}

/** A patient wants to hear of an earlier time with the partner that they wait for, at some parts of the day or any. */
export function joinEarlierList(
  onedoor: Onedoor,
  brandId: string,
  input: OnEarlier & { readonly partsOfDay: readonly string[] },
  actor: PatientActor,
): Promise<CommandResult> {
  const { reference, fulfilmentId } = input;
  const wish = { partsOfDay: PARTS_OF_DAY.filter((part) => input.partsOfDay.includes(part)) };
  return command(onedoor, brandId, actor, once("join-earlier-list", input), (work) =>
    wantEarlier(work, { reference, fulfilmentId }, wish),
  );
}

export async function wantEarlier(
  work: Work,
  { reference, fulfilmentId }: Omit<OnEarlier, "key">,
  wish: EarlierWish,
): Promise<CommandResult> {
  const { tx, brandId, brand } = work;
  const partId = await partOf(work, reference, fulfilmentId);
  const state = partId === undefined ? undefined : await readPartState(tx, brandId, partId);
  const fulfilment = state?.fulfilments.find(({ id }) => id === fulfilmentId);
  if (!state || !fulfilment) return { kind: "not-found" };
  const { now } = brand.setting;
  const bookable = brand.directory.offer(fulfilment.offerId)?.booking === "direct";
  const ahead = fulfilment.appointment === null || fulfilment.appointment.startsAt > now;
  if (!bookable || !["requested", "accepted"].includes(fulfilment.status) || !ahead)
    return { kind: "refused", reasons: ["There is no earlier time to wait for"] };
  await writeEarlierWish(tx, brandId, fulfilment, wish, now);
  work.touched.add(state.request.id);
  await record(work, state, [{ type: "earlier-time-wanted", fulfilmentId, wanted: true }], null);
  return { kind: "done" };
}

/** They no longer want to hear of one; what is offered to them now goes to the next. */
export function leaveEarlierList(
  onedoor: Onedoor,
  brandId: string,
  input: OnEarlier,
  actor: PatientActor,
): Promise<CommandResult> {
  const { reference, fulfilmentId } = input;
  return command(onedoor, brandId, actor, once("leave-earlier-list", input), async (work) => {
    const { tx, brand } = work;
    const partId = await partOf(work, reference, fulfilmentId);
    const state = partId === undefined ? undefined : await readPartState(tx, brandId, partId);
    if (!state) return { kind: "not-found" };
    if (!(await deleteEarlierWish(tx, brandId, fulfilmentId))) return { kind: "done" };
    for (const offer of await openEarlierOffers(tx, brandId, fulfilmentId, brand.setting.now)) {
      await endEarlierOffer(tx, brandId, offer, "declined");
      await offerIfLeft(work, offer.slotId);
    }
    work.touched.add(state.request.id);
    await record(work, state, [{ type: "earlier-time-wanted", fulfilmentId, wanted: false }], null);
    return { kind: "done" };
  });
}

/**
 * Takes an earlier time that was offered: the first of those who heard of it has it. Who comes second keeps what they
 * have, and is told so.
 */
export function takeEarlier(
  onedoor: Onedoor,
  brandId: string,
  input: OnEarlier & { readonly version: number; readonly slotId: string },
  actor: PatientActor,
): Promise<CommandResult> {
  const { reference, fulfilmentId, version, slotId } = input;
  return command(onedoor, brandId, actor, once("take-earlier", input), async (work) => {
    const { tx, brand } = work;
    if ((await partOf(work, reference, fulfilmentId)) === undefined) return { kind: "not-found" };
    const open = await openEarlierOffers(tx, brandId, fulfilmentId, brand.setting.now);
    const result: CommandResult = open.some((offer) => offer.slotId === slotId)
      ? await rebookInWork(work, { reference, fulfilmentId, version, slotId })
      : { kind: "refused", reasons: [] };
    return result.kind === "refused" ? { kind: "refused", reasons: [WENT] } : result;
  });
}

const WENT = "That time has gone to somebody else. Nothing of yours has changed";

/** Keeps what they have; the time is for the others, and when none is left for the next five. */
export function declineEarlier(
  onedoor: Onedoor,
  brandId: string,
  input: OnEarlier & { readonly slotId: string },
  actor: PatientActor,
): Promise<CommandResult> {
  const { reference, fulfilmentId, slotId } = input;
  return command(onedoor, brandId, actor, once("decline-earlier", input), async (work) => {
    if ((await partOf(work, reference, fulfilmentId)) === undefined) return { kind: "not-found" };
    if (await endEarlierOffer(work.tx, brandId, { slotId, fulfilmentId }, "declined"))
      await offerIfLeft(work, slotId);
    return { kind: "done" };
  });
}
