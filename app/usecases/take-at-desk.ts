import { lapsesAt, standingTake, takeWork } from "~/domain/fulfilment/take";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import { insertAudit } from "~db/queries/audit";
import { readOutgoing } from "~db/queries/deliveries";
import { type DeskWorkId, deleteTake, prolongTake, readTake, writeTake } from "~db/queries/desk-takes";
import { readPartState } from "~db/queries/part-states";
import { readStop } from "~db/queries/red-flag-stops";
import type { CommandResult, Work } from "./apply-command";
import { command, once } from "./command";
import type { Onedoor } from "./context";
import type { DeskActor } from "./work-at-desk";

/** A piece of the front desk's work that somebody takes, or gives back. */
type OnWork = DeskWorkId & {
  /** The form's: what is sent twice under it is done once. */
  readonly key?: string | null;
};

/**
 * Somebody at the front desk takes a piece of its work, or takes it over from the take that they saw (`over`: since when
 * it was had). Of two at once one has it, and `changed` tells the other who.
 */
export function takeAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: OnWork & { readonly over: Instant | null },
): Promise<CommandResult> {
  return command(onedoor, brandId, actor, once("take", input), async (work) => {
    const subject = await subjectOf(work, input);
    if (subject === undefined) return { kind: "not-found" };
    const { now } = work.brand.setting;
    const before = await readTake(work.tx, brandId, input);
    const taken = takeWork(before, actor, { now, over: input.over });
    if (taken.kind === "had") return { kind: "changed", by: taken.by.name };
    await writeTake(work.tx, brandId, input, taken.take);
    if (taken.take.since === now)
      await audit(work, subject, "taken", { kind: input.kind, from: taken.from?.name ?? null });
    return { kind: "done" };
  });
}

/** Gives back what one has. Of what another has, or nobody, nothing changes. */
export function giveBackAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: OnWork,
): Promise<CommandResult> {
  return command(onedoor, brandId, actor, once("give-back", input), async (work) => {
    const subject = await subjectOf(work, input);
    if (subject === undefined) return { kind: "not-found" };
    const take = standingTake(await readTake(work.tx, brandId, input), work.brand.setting.now);
    if (take === undefined) return { kind: "done" };
    if (take.accountId !== actor.accountId) return { kind: "changed", by: take.name };
    await deleteTake(work.tx, brandId, input, actor.accountId);
    await audit(work, subject, "given-back", { kind: input.kind });
    return { kind: "done" };
  });
}

/** Somebody has done something about a part: if they had taken it, it is theirs for longer. */
export const prolongPartTake = ({ tx, brandId, brand }: Work, actor: DeskActor, partId: string) =>
  prolongTake(
    tx,
    brandId,
    { kind: "part", itemId: partId },
    { accountId: actor.accountId, now: brand.setting.now, until: lapsesAt(brand.setting.now) },
  );

/** What the audit calls a piece of work: its request, or the stop; undefined when it is no open work of this brand. */
async function subjectOf({ tx, brandId, touched }: Work, { kind, itemId }: DeskWorkId) {
  switch (kind) {
    case "part": {
      const state = await readPartState(tx, brandId, itemId);
      if (state?.part.status !== "open") return undefined;
      touched.add(state.request.id);
      return state.request.id;
    }
    case "stop": {
      const stop = await readStop(tx, brandId, itemId);
      return stop?.closed === null && stop.person !== null ? stop.id : undefined;
    }
    case "message": {
      const message = await readOutgoing(tx, brandId, itemId);
      if (message === undefined) return undefined;
      touched.add(message.requestId);
      return message.requestId;
    }
    default:
      return kind satisfies never;
  }
}

const audit = (
  { tx, brandId, brand, actor }: Work,
  subject: string,
  action: "taken" | "given-back",
  body: unknown,
) =>
  insertAudit(tx, brandId, [
    { at: brand.setting.now, actor: toJson(actor), action, subject, body: toJson(body) },
  ]);
