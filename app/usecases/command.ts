import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "~/domain/fulfilment/types";
import { toJson } from "~/domain/shared/json";
import type { Tx } from "~db/connect";
import { insertCommand, readCommand } from "~db/queries/commands";
import type { CommandResult, Work } from "./apply-command";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";

/** A key under which a command is carried out once, as a form or a partner's system sends it. */
export const CommandKey = z.string().regex(/^[\w.~-]{8,80}$/);

/** What makes a command the same command: its key, its name, and all that it says. Without a key it is done each time. */
export interface Once<Body = unknown> {
  readonly key: string | null;
  readonly name: string;
  readonly body: Body;
}

/** The name of a command and what it says, taken under the key that came with it. */
export function once<Input extends { readonly key?: string | null }>(
  name: string,
  input: Input,
): Once<Omit<Input, "key">> {
  const { key = null, ...body } = input;
  return { key, name, body };
}

/**
 * The one way in for a person's command: one transaction, with the setting that was read before it began. Under a key,
 * the same command from the same person is answered as it was the first time and does nothing more; another command,
 * or another person's, is refused. A key is kept as long as the request that it came to is open.
 */
export async function command(
  onedoor: Onedoor,
  brandId: string,
  actor: Actor,
  asked: Once,
  carryOut: (work: Work) => Promise<CommandResult>,
): Promise<CommandResult> {
  const brand = await brandSetting(onedoor, brandId);
  return onedoor.db.write<CommandResult>(async (tx) => {
    const work: Work = { onedoor, tx, brandId, brand, actor, touched: new Set() };
    if (asked.key === null) return carryOut(work);
    const digest = digestOf(actor, asked);
    const before = await answeredBefore(tx, brandId, asked.key, digest);
    if (before) return before;
    const result = await carryOut(work);
    const [requestId = null] = work.touched;
    await insertCommand(tx, brandId, {
      key: asked.key,
      digest,
      requestId,
      answer: JSON.stringify(result),
      at: onedoor.clock(),
    });
    return result;
  });
}

async function answeredBefore(
  tx: Tx,
  brandId: string,
  key: string,
  digest: string,
): Promise<CommandResult | undefined> {
  const kept = await readCommand(tx, brandId, key);
  if (!kept) return undefined;
  if (kept.digest === digest) return JSON.parse(kept.answer) as CommandResult;
  return {
    kind: "refused",
    reasons: ["This was sent before with other answers. Open the page again, and send it from there"],
  };
}

const digestOf = (actor: Actor, { name, body }: Once): string =>
  createHash("sha256").update(toJson({ actor, name, body })).digest("hex");
