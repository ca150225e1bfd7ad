import { ASKED_TWICE, whyNotClosed } from "~/domain/fulfilment/asked-twice";
import { lastFirst } from "~/domain/fulfilment/order";
import { toJson } from "~/domain/shared/json";
import {
  holdParts,
  insertNotTwice,
  type LikelyTwice,
  type OneOfTwo,
  openPartsOf,
  readPair,
  standsInTheWay,
} from "~db/queries/asked-twice";
import { insertAudit } from "~db/queries/audit";
import { applyCommand, type CommandResult, changed } from "./apply-command";
import { command, once } from "./command";
import type { Onedoor } from "./context";
import type { DeskActor } from "./work-at-desk";

/** How two requests stood when somebody looked at them: every part with its version. */
export const seenOf = ({ one, other }: Pick<LikelyTwice, "one" | "other">): string =>
  [...one.parts, ...other.parts].map(({ id, version }) => `${id}:${version}`).join(",");

/**
 * The front desk closes one of two requests that were one asked twice, whoever has it: what both ask for, and nothing
 * else that it asks for. The person is told, and its time is free again. The other one stays as it is: when it was
 * closed meanwhile, nothing is. What would be lost with it stands in the way: a sign of danger told on it, a question,
 * care that has begun, a higher priority.
 */
export function closeAskedTwice(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: {
    /** References. */
    readonly close: string;
    readonly keep: string;
    /** As `seenOf` said it. */
    readonly seen: string;
    readonly key?: string | null;
  },
): Promise<CommandResult> {
  return command(onedoor, brandId, actor, once("close-twice", input), async (work) => {
    const { tx, touched } = work;
    const pair = await readPair(tx, brandId, [input.close, input.keep]);
    if (pair === undefined) return { kind: "not-found" };
    const { one, other, services, saidNot } = pair;
    const [closed, kept] = one.reference === input.close ? [one, other] : [other, one];
    touched.add(closed.requestId);
    if (saidNot || services.length === 0) return { kind: "refused", reasons: [NO_LONGER] };
    if (seenOf(pair) !== input.seen) return changed(work, { request: { id: changedOf(pair, input.seen) } });
    await holdParts(tx, brandId, kept.requestId);
    const on = (it: OneOfTwo) => standsInTheWay(tx, brandId, it.requestId, openPartsOf(it, services));
    const why = whyNotClosed(await on(closed), await on(kept));
    if (why !== null) return { kind: "refused", reasons: [why] };
    for (const { id, version } of lastFirst(openPartsOf(closed, services))) {
      const result = await applyCommand(work, id, async (state) => ({
        // Closing one part can open what waited for it, at a higher version.
        command: { type: "close-twice", version: Math.max(version, state.part.version), reason: ASKED_TWICE },
        decision: null,
      }));
      if (result.kind !== "done")
        throw new Error(`Part ${id} is open, and could not be closed: ${result.kind}`);
    }
    const body = toJson({ kept: kept.requestId, services });
    await insertAudit(tx, brandId, [
      {
        at: work.brand.setting.now,
        actor: toJson(actor),
        action: "closed-as-asked-twice",
        subject: closed.requestId,
        body,
      },
    ]);
    return { kind: "done" };
  });
}

/** Somebody says that two requests are not one asked twice: it is remembered with their name, and not asked again. */
export function sayNotAskedTwice(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: { readonly references: readonly [string, string]; readonly key?: string | null },
): Promise<CommandResult> {
  return command(onedoor, brandId, actor, once("not-twice", input), async (work) => {
    const { tx, touched, brand } = work;
    const pair = await readPair(tx, brandId, input.references);
    if (pair === undefined) return { kind: "not-found" };
    const { one, other, services, saidNot } = pair;
    touched.add(one.requestId);
    if (saidNot) return { kind: "done" };
    if (services.length === 0) return { kind: "refused", reasons: [NO_LONGER] };
    for (const { requestId } of [one, other]) await holdParts(tx, brandId, requestId);
    const at = brand.setting.now;
    const ids = [one.requestId, other.requestId] as const;
    await insertNotTwice(tx, brandId, ids, { saidBy: toJson(actor), at });
    const entry = { at, actor: toJson(actor), action: "said-not-asked-twice" };
    await insertAudit(
      tx,
      brandId,
      ids.map((subject, index) => ({ ...entry, subject, body: toJson({ other: ids[1 - index] }) })),
    );
    return { kind: "done" };
  });
}

const NO_LONGER =
  "Only one of them is open now, or somebody said that they are not the same. Nothing was closed";

/** Which of the two is not as it was seen. */
const changedOf = ({ one, other }: LikelyTwice, seen: string): string => {
  const wasSeen = seen.split(",");
  const isAsSeen = one.parts.every(({ id, version }) => wasSeen.includes(`${id}:${version}`));
  return isAsSeen ? other.requestId : one.requestId;
};
