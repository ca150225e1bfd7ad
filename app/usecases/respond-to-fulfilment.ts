import { allowedActions, whyNot } from "~/domain/fulfilment/guards";
import { MAY_BY_LINK } from "~/domain/fulfilment/light-ask";
import { readReason } from "~/domain/fulfilment/note";
import { goesToNext } from "~/domain/fulfilment/owners";
import type { Command } from "~/domain/fulfilment/part-state";
import type { Actor } from "~/domain/fulfilment/types";
import { giveBackLightLink, spendLightLink } from "~db/queries/light-links";
import { partIdOfFulfilment } from "~db/queries/part-states";
import { applyCommand, type CommandResult, changed, type Work } from "./apply-command";
import { routeAgain } from "./ask-next";
import { command, type Once, once } from "./command";
import type { Onedoor } from "./context";
import { type GivenTime, takeTime } from "./take-time";

export type PartnerActor = Extract<Actor, { kind: "partner" }>;

/** A partner's command on its own fulfilment, as of the version that the person saw. */
export interface OnFulfilment {
  readonly fulfilmentId: string;
  readonly version: number;
  /** The form's, or the sender's own: what is sent twice under it is done once. */
  readonly key?: string | null;
}

/** The partner takes a request on, with one of the offer's slots, with a time of its own, or with a time to come. */
export function acceptFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & (GivenTime | { readonly later: true }),
): Promise<CommandResult> {
  const { fulfilmentId, version } = input;
  return asPartner(onedoor, brandId, actor, once("accept", input), (work, partId) =>
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
  return asPartner(onedoor, brandId, actor, once("book", input), (work, partId) =>
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
  input: OnFulfilment,
  given: Extract<Command, { fulfilmentId: string }>,
): Promise<CommandResult> =>
  asPartner(onedoor, brandId, actor, once(given.type, input), (work, partId) =>
    applyCommand(work, partId, async () => ({ command: given, decision: null })),
  );

/** A partner's command on the part that its fulfilment is of, as of the version of the part that the person saw. */
export interface OnPartOf {
  readonly fulfilmentId: string;
  readonly partVersion: number;
  readonly key?: string | null;
}

/** A partner's command on a whole part: for whoever has it, or completed it, and nobody that had it before. */
export const onPartAsPartner = (
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnPartOf,
  given: Extract<Command, { type: "raise-priority" | "reopen" | "reply" }>,
): Promise<CommandResult> =>
  asPartner(onedoor, brandId, actor, once(given.type, input), (work, partId) =>
    applyCommand(work, partId, async (state) => {
      if (state.part.version !== given.version) return changed(work, state);
      const { now } = work.brand.setting;
      return allowedActions(state, "partner", input.fulfilmentId, now).includes(given.type)
        ? { command: given, decision: null }
        : { kind: "refused", reasons: ["This is not with you any more, so it cannot be done from here"] };
    }),
  );

/**
 * A partner's command, once under its key. A fulfilment of any other organisation, or brand, is not found; and by a
 * one-time link nothing is done but what it asks for, once.
 */
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
    if (partId === undefined) return { kind: "not-found" };
    return actor.byLink
      ? byTheirLink(work, actor.accountId, { fulfilmentId, command: asked.name }, () =>
          carryOut(work, partId),
        )
      : carryOut(work, partId);
  });

/**
 * The one use of a link is taken in the same transaction as what it is used for: of two who send at once, the second
 * waits for the first, and is refused. What comes to nothing uses nothing up.
 */
async function byTheirLink(
  { tx, brandId, brand }: Work,
  linkId: string,
  use: { readonly fulfilmentId: string; readonly command: string },
  carryOut: () => Promise<CommandResult>,
): Promise<CommandResult> {
  const asks = await spendLightLink(tx, brandId, linkId, { ...use, at: brand.setting.now });
  if (asks === undefined) return { kind: "refused", reasons: ["This link was used, or its time is up"] };
  const result: CommandResult = MAY_BY_LINK[asks].some((type) => type === use.command)
    ? await carryOut()
    : { kind: "refused", reasons: ["This link is for something else"] };
  if (result.kind !== "done") await giveBackLightLink(tx, brandId, linkId);
  return result;
}
