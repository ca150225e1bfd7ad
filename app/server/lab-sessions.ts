import { toJson } from "~/domain/shared/json";
import { brandNow } from "~/usecases/setting";
import { insertAudit } from "~db/queries/audit";
import { openLabWorld } from "~db/queries/lab-worlds";
import { readPersonOfAccount } from "~db/queries/people";
import type { ParticipantViewer } from "./app-context";
import type { Cookies, CookieWriter } from "./cookies";
import type { Sitting } from "./stage-sessions";

const OF_A_LAB = /^onedoor_(patient|partner|board|lab|draft)_(lab-.+)$/;
type Kind = "patient" | "partner" | "board" | "lab" | "draft";

/**
 * Past the sign-in pages once more, into the worlds of a lab and nowhere else: who takes part is let be a task's person in the
 * world that is theirs now, where everything is a copy and nobody is real. Null is a guest. `afresh` leaves nothing of
 * whoever this browser was there before. Throws for anybody and anywhere else; the page has asked before.
 */
export async function sitInLab(
  sitting: Sitting,
  participant: ParticipantViewer | null,
  worldId: string,
  accountId: string | null,
  { afresh }: { readonly afresh: boolean },
): Promise<void> {
  const { onedoor, sent, cookies, setCookie, begin, end, accountNow } = sitting;
  const { kysely } = onedoor.db;
  if (participant === null) throw new Error("Nobody sits in a lab's world who does not take part");
  if ((await openLabWorld(kysely, participant.townId, participant.id)) !== worldId)
    throw new Error("A participant sits in the world that is open for them");
  if (accountId !== null && (await readPersonOfAccount(kysely, worldId, accountId)) === undefined)
    throw new Error("The world knows no person with the account that was asked for");
  if (afresh) setCookie(cookies.clear("draft", worldId));
  for (const header of leftBehind(sent, cookies, worldId)) setCookie(header);
  if ((await accountNow("patient")) === accountId) return;
  if (accountId === null) return end("patient");
  await begin("patient", accountId);
  const at = await brandNow(onedoor, worldId);
  await onedoor.db.write((tx) =>
    insertAudit(tx, worldId, [
      {
        at,
        actor: toJson({ kind: "operator", name: "lab" }),
        action: "sat-in-lab",
        subject: worldId,
        body: toJson({ patient: accountId }),
      },
    ]),
  );
}

/** Cookies of other worlds of labs, or of all: a browser is in one, and has room for so many. */
export function leftBehind(sent: Cookies, cookies: CookieWriter, but: string | null): readonly string[] {
  return [...sent.keys()].flatMap((name) => {
    const [, kind, world = ""] = OF_A_LAB.exec(name) ?? [];
    return kind === undefined || world === but ? [] : [cookies.clear(kind as Kind, world)];
  });
}
