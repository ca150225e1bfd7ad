import { bookable } from "~/domain/fulfilment/appointment-time";
import { readNote } from "~/domain/fulfilment/note";
import { goesToNext } from "~/domain/fulfilment/owners";
import type { Actor } from "~/domain/fulfilment/types";
import { REJECTED_REASONS, type RejectedReason } from "~/domain/routing/types";
import { type Instant, instant } from "~/domain/shared/time";
import { partIdOfFulfilment } from "~db/queries/part-states";
import { readSlot, takeSlot } from "~db/queries/slots";
import { applyCommand, type CommandResult, type Preparation, type Work } from "./apply-command";
import { placeOf, routeAgain } from "./ask-next";
import { command, type Once, once } from "./command";
import type { Onedoor } from "./context";

export type PartnerActor = Extract<Actor, { kind: "partner" }>;

/** A partner's command on its own fulfilment, as of the version that the person saw. */
export interface OnFulfilment {
  readonly fulfilmentId: string;
  readonly version: number;
  /** The form's, or the sender's own: what is sent twice under it is done once. */
  readonly key?: string | null;
}

/** The partner takes a request on, with one of the offer's slots or with a time of its own. */
export function acceptFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & ({ readonly slotId: string } | { readonly startsAt: Instant }),
): Promise<CommandResult> {
  const { fulfilmentId, version } = input;
  return asPartner(onedoor, brandId, actor, once("accept", input), (work, partId) =>
    applyCommand(work, partId, async (state) => {
      const fulfilment = state.fulfilments.find(({ id }) => id === fulfilmentId);
      // What somebody else changed is told before anything about the time.
      const current = fulfilment?.version === version && fulfilment.status === "requested";
      const offerId = fulfilment?.offerId ?? "";
      const time = !current ? { startsAt: "", slotId: null } : await timeOf(work, input, offerId);
      if ("kind" in time) return time;
      const appointment = { ...time, place: placeOf(work.brand.directory, offerId) };
      return { command: { type: "accept", fulfilmentId, version, appointment }, decision: null };
    }),
  );
}

type Time = { readonly startsAt: Instant; readonly slotId: string | null };

async function timeOf(
  { tx, brandId, brand }: Work,
  input: OnFulfilment & ({ readonly slotId: string } | { readonly startsAt: Instant }),
  offerId: string,
): Promise<Time | Exclude<Preparation, { command: unknown }>> {
  const { now } = brand.setting;
  if ("slotId" in input) {
    const slot = await readSlot(tx, brandId, input.slotId);
    if (slot?.offerId !== offerId)
      return { kind: "refused", reasons: ["Choose one of the times on this page"] };
    const taken = await takeSlot(tx, brandId, slot.id, input.fulfilmentId, null, now);
    if (!taken) return { kind: "refused", reasons: ["That time has just been taken. Choose another"] };
    return { startsAt: slot.startsAt, slotId: slot.id };
  }
  const at = Date.parse(input.startsAt);
  if (Number.isNaN(at)) return { kind: "refused", reasons: ["Enter a date and a time"] };
  const startsAt = instant(at);
  switch (bookable(startsAt, now)) {
    case "passed":
      return { kind: "refused", reasons: ["Choose a time that has not passed"] };
    case "too-far":
      return { kind: "refused", reasons: ["Choose a date within a year from now"] };
    case "yes":
      return { startsAt, slotId: null };
  }
}

/** The partner says no, with a DoS reason. With the patient's consent the next partner is asked at once. */
export async function declineFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & { readonly reason: string; readonly note: string },
): Promise<CommandResult> {
  const { fulfilmentId, version } = input;
  const note = readNote(input.note);
  const reason = Object.keys(REJECTED_REASONS).find((code) => code === input.reason) as
    | RejectedReason
    | undefined;
  if (!reason) return { kind: "refused", reasons: ["Choose a reason"] };
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  if (reason === "99" && note.text === "")
    return { kind: "refused", reasons: ["Say what the other reason is"] };
  return asPartner(onedoor, brandId, actor, once("decline", input), (work, partId) =>
    applyCommand(work, partId, async (state) => {
      const held = state.fulfilments.find(({ id }) => id === fulfilmentId);
      const goesOn =
        goesToNext(state, reason, work.brand.setting) &&
        held?.status === "requested" &&
        held.version === version;
      const routed = goesOn ? await routeAgain(work, state, reason) : null;
      return {
        command: {
          type: "decline",
          fulfilmentId,
          version,
          reason,
          note: note.text,
          next: routed?.next ?? null,
        },
        decision: routed?.decision ?? null,
      };
    }),
  );
}

/** A partner's command, once under its key. A fulfilment of any other organisation, or brand, is not found. */
export const asPartner = (
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  asked: Once<{ readonly fulfilmentId: string }>,
  carryOut: (work: Work, partId: string) => Promise<CommandResult>,
): Promise<CommandResult> =>
  command(onedoor, brandId, actor, asked, async (work) => {
    const { fulfilmentId } = asked.body;
    const partId = await partIdOfFulfilment(work.tx, brandId, actor.organisationId, fulfilmentId);
    return partId === undefined ? { kind: "not-found" } : carryOut(work, partId);
  });
