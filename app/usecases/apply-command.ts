import { decide } from "~/domain/fulfilment/decide";
import { readyParts } from "~/domain/fulfilment/order";
import type { Command, PartState } from "~/domain/fulfilment/part-state";
import type { Actor } from "~/domain/fulfilment/types";
import type { Tx } from "~db/connect";
import type { StoredDecision } from "~db/queries/decisions";
import { lastActor } from "~db/queries/events";
import { partsOfRequest, readPartState, updatePart } from "~db/queries/part-states";
import { releaseSlot, takeSlot } from "~db/queries/slots";
import { routeAgain } from "./ask-next";
import type { Onedoor } from "./context";
import { offerEarlier } from "./offer-earlier";
import { record } from "./record";
import type { BrandSetting } from "./setting";

/**
 * What a command on a part comes to. `changed` says who wrote since the version that the person saw; `not-found` is
 * told for what is not there and for what is another's alike.
 */
export type CommandResult =
  | { readonly kind: "done" }
  | { readonly kind: "changed"; readonly by: string }
  | { readonly kind: "not-found" }
  | {
      readonly kind: "refused";
      readonly reasons: readonly string[];
      /** The form's field that puts it right; left out when it is none in particular. */
      readonly field?: "overbook";
    };

/** One transaction's work in a brand: who does it, and the setting that was read before it began. */
export interface Work {
  readonly onedoor: Onedoor;
  readonly tx: Tx;
  readonly brandId: string;
  readonly brand: BrandSetting;
  readonly actor: Actor;
  /** The requests that were changed, in order. */
  readonly touched: Set<string>;
}

/** A command as it is made against the state, with the routing decision that it rests on. */
export interface Prepared {
  readonly command: Command;
  readonly decision: StoredDecision | null;
  /** A slot that is held for a fulfilment, and is booked for it in place of the one that it lets go. */
  readonly take?: { readonly slotId: string; readonly fulfilmentId: string };
}
export type Preparation = Prepared | Exclude<CommandResult, { kind: "done" }>;

/** Reads a part, decides, and writes all that follows: the rows, the decision, the events, the slot and the messages. */
export async function applyCommand(
  work: Work,
  partId: string,
  prepare: (state: PartState) => Promise<Preparation>,
): Promise<CommandResult> {
  const { tx, brandId, brand } = work;
  const before = await readPartState(tx, brandId, partId);
  if (!before) return { kind: "not-found" };
  work.touched.add(before.request.id);
  const prepared = await prepare(before);
  if ("kind" in prepared) return prepared;
  const decided = decide(before, prepared.command, brand.setting);
  switch (decided.kind) {
    case "decided":
      await updatePart(tx, before, decided.after);
      await changeSlots(work, before, decided.after, prepared.take ?? null);
      await record(work, decided.after, decided.events, prepared.decision);
      if (decided.after.part.status !== "open") await releaseWaiting(work, decided.after);
      for (const slotId of slotsLetGo(before, decided.after)) await offerEarlier(work, slotId, "freed");
      return { kind: "done" };
    case "changed":
      return changed(work, before);
    case "refused":
      return decided;
    default:
      return decided satisfies never;
  }
}

/**
 * A part is over: each part that waited for it and for nothing else any more is asked for now, or goes to people when
 * what came before it came to nothing.
 */
async function releaseWaiting(work: Work, { request }: PartState): Promise<void> {
  const parts = await partsOfRequest(work.tx, work.brandId, request.id);
  for (const { id, complete } of readyParts(parts)) {
    await applyCommand(work, id, async (state) => {
      const routed = complete ? await routeAgain(work, state, null) : null;
      return {
        command: { type: "release", complete, next: routed?.next ?? null },
        decision: routed?.decision ?? null,
      };
    });
  }
}

/**
 * A time that was booked and is not needed any more can be had by others. What comes in its place is held already, so
 * that nobody is between two times; a hold that another has got past is a bug, and nothing is kept of it.
 */
async function changeSlots(
  work: Work,
  before: PartState,
  after: PartState,
  take: Prepared["take"] | null,
): Promise<void> {
  await freeSlotsLetGo(work, before, after);
  if (!take) return;
  const { tx, brandId, brand } = work;
  const { slotId, fulfilmentId } = take;
  if (!(await takeSlot(tx, brandId, slotId, fulfilmentId, fulfilmentId, brand.setting.now)))
    throw new Error(`Slot ${slotId} was held for fulfilment ${fulfilmentId}, and is another's`);
}

/** A time that was booked and is not needed any more is free. */
export async function freeSlotsLetGo(
  { tx, brandId }: Work,
  before: PartState,
  after: PartState,
): Promise<void> {
  const letGo = slotsLetGo(before, after);
  for (const { id, appointment } of before.fulfilments) {
    const slotId = appointment?.slotId;
    if (slotId && letGo.includes(slotId)) await releaseSlot(tx, brandId, slotId, id);
  }
}

/** The slots that a part had and has no longer. */
function slotsLetGo(before: PartState, after: PartState): readonly string[] {
  return before.fulfilments.flatMap(({ id, appointment, ended }) => {
    const slotId = ended === null ? appointment?.slotId : undefined;
    const now = after.fulfilments.find((one) => one.id === id);
    const isLetGo = now !== undefined && (now.ended !== null || now.appointment?.slotId !== slotId);
    return slotId && isLetGo ? [slotId] : [];
  });
}

/** Somebody wrote since the version that the person saw: who that was. */
export async function changed(
  { tx, brandId }: Work,
  { request }: { readonly request: Pick<PartState["request"], "id"> },
) {
  return { kind: "changed" as const, by: whoIs(await lastActor(tx, brandId, request.id)) };
}

function whoIs(actor: Actor | undefined): string {
  switch (actor?.kind) {
    case "partner":
    case "desk":
      return actor.name;
    case "patient":
      return "the patient";
    case "clock":
    case undefined:
      return "the clock, because the time was up";
    default:
      return actor satisfies never;
  }
}
