import { allowedActions, whyNot } from "~/domain/fulfilment/guards";
import { readReason } from "~/domain/fulfilment/note";
import { goesToNext } from "~/domain/fulfilment/owners";
import type { Command } from "~/domain/fulfilment/part-state";
import type { Actor } from "~/domain/fulfilment/types";
import { partIdOfFulfilment } from "~db/queries/part-states";
import { applyCommand, type CommandResult, changed, type Work } from "./apply-command";
import { routeAgain } from "./ask-next";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";
import { type GivenTime, takeTime } from "./take-time";

export type PartnerActor = Extract<Actor, { kind: "partner" }>;

/** A partner's command on its own fulfilment, as of the version that the person saw. */
export interface OnFulfilment {
  readonly fulfilmentId: string;
  readonly version: number;
}

/** The partner takes a request on, with one of the offer's slots, with a time of its own, or with a time to come. */
export function acceptFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & (GivenTime | { readonly later: true }),
): Promise<CommandResult> {
  const { fulfilmentId, version } = input;
  return asPartner(onedoor, brandId, actor, fulfilmentId, (work, partId) =>
    applyCommand(work, partId, async (state) => {
      const fulfilment = state.fulfilments.find(({ id }) => id === fulfilmentId);
      // What somebody else changed is told before anything about the time.
      const current = fulfilment?.version === version && fulfilment.status === "requested";
      if (!current || "later" in input)
        return { command: { type: "accept", fulfilmentId, version, appointment: null }, decision: null };
      const appointment = await takeTime(work, fulfilment, input);
      if ("kind" in appointment) return appointment;
      return { command: { type: "accept", fulfilmentId, version, appointment }, decision: null };
    }),
  );
}

/**
 * A time for what the partner accepted without one, or another in place of the one it had. A slot is taken before the
 * one that it replaces is let go, so that a place that was held is never lost.
 */
export function bookFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & GivenTime,
): Promise<CommandResult> {
  const { fulfilmentId, version } = input;
  return asPartner(onedoor, brandId, actor, fulfilmentId, (work, partId) =>
    applyCommand(work, partId, async (state) => {
      const fulfilment = state.fulfilments.find(({ id }) => id === fulfilmentId);
      if (fulfilment === undefined) return { kind: "not-found" };
      if (fulfilment.version !== version) return changed(work, state);
      const why = whyNot("book", state, fulfilment, work.brand.setting.now);
      if (why !== null) return { kind: "refused", reasons: [why] };
      const appointment = await takeTime(work, fulfilment, input);
      if ("kind" in appointment) return appointment;
      return {
        command: { type: "book", fulfilmentId, version, appointment, by: "partner" },
        decision: null,
      };
    }),
  );
}

/** The partner says no, with a DoS reason. With the patient's consent the next partner is asked at once. */
export async function declineFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & { readonly reason: string; readonly note: string },
): Promise<CommandResult> {
  const { fulfilmentId, version } = input;
  const said = readReason(input);
  if (!said.ok) return { kind: "refused", reasons: [said.message] };
  const { reason, note } = said;
  return asPartner(onedoor, brandId, actor, fulfilmentId, (work, partId) =>
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
          note,
          next: routed?.next ?? null,
        },
        decision: routed?.decision ?? null,
      };
    }),
  );
}

/** A partner's command on its own fulfilment that rests on nothing but itself. */
export const commandAsPartner = (
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  command: Extract<Command, { fulfilmentId: string }>,
): Promise<CommandResult> =>
  asPartner(onedoor, brandId, actor, command.fulfilmentId, (work, partId) =>
    applyCommand(work, partId, async () => ({ command, decision: null })),
  );

/** A partner's command on the part that its fulfilment is of, as of the version of the part that the person saw. */
export interface OnPartOf {
  readonly fulfilmentId: string;
  readonly partVersion: number;
}

/** A partner's command on a whole part: for whoever has it, or completed it, and nobody that had it before. */
export const onPartAsPartner = (
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  fulfilmentId: string,
  command: Extract<Command, { type: "raise-priority" | "reopen" }>,
): Promise<CommandResult> =>
  asPartner(onedoor, brandId, actor, fulfilmentId, (work, partId) =>
    applyCommand(work, partId, async (state) => {
      if (state.part.version !== command.version) return changed(work, state);
      const { now } = work.brand.setting;
      return allowedActions(state, "partner", fulfilmentId, now).includes(command.type)
        ? { command, decision: null }
        : { kind: "refused", reasons: ["This is not with you any more, so it cannot be done from here"] };
    }),
  );

/** A partner's work in one transaction. A fulfilment of any other organisation, or brand, is not found. */
export async function asPartner(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  fulfilmentId: string,
  command: (work: Work, partId: string) => Promise<CommandResult>,
): Promise<CommandResult> {
  const brand = await brandSetting(onedoor, brandId);
  return onedoor.db.write<CommandResult>(async (tx) => {
    const partId = await partIdOfFulfilment(tx, brandId, actor.organisationId, fulfilmentId);
    if (partId === undefined) return { kind: "not-found" };
    return command({ onedoor, tx, brandId, brand, actor }, partId);
  });
}
