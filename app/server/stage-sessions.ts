import type { Audience } from "~/domain/access/audience";
import { toJson } from "~/domain/shared/json";
import type { Onedoor } from "~/usecases/context";
import { brandNow } from "~/usecases/setting";
import { readMemberships } from "~db/queries/accounts";
import { insertAudit } from "~db/queries/audit";
import { readPersonOfAccount } from "~db/queries/people";
import { openAmong, townOfStage } from "~db/queries/stages";
import type { BoardViewer, StagePlayers } from "./app-context";
import type { Cookies, CookieWriter } from "./cookies";

/** What sitting down in a world needs of signing in. */
export interface Sitting {
  readonly onedoor: Onedoor;
  readonly sent: Cookies;
  readonly cookies: CookieWriter;
  readonly setCookie: (header: string) => void;
  /** Begins a session in the world, in place of the one that this browser has there. */
  readonly begin: (audience: Audience, accountId: string) => Promise<void>;
  /** Ends the session that this browser has there. */
  readonly end: (audience: Audience) => Promise<void>;
  /** Who this browser is in the world; null for nobody. */
  readonly accountNow: (audience: Audience) => Promise<string | null>;
}

const OF_A_STAGE = /^onedoor_(patient|partner|draft)_(stage-.+)$/;

/**
 * The only way past the sign-in pages. It leads into the worlds of stages and nowhere else: a member of a town's board
 * is let be people of a world that stands on a stage of that town, where everything is a copy and nobody is real. False when
 * the world is on none: its story was begun again, or is over. Throws for anybody else; the page has asked before. What
 * somebody became is in the audit of that world.
 */
export async function sitOnStage(
  { onedoor, sent, cookies, setCookie, begin, end, accountNow }: Sitting,
  {
    townId,
    worldId,
    board,
  }: { readonly townId: string; readonly worldId: string; readonly board: BoardViewer | null },
  { patient, partner }: StagePlayers,
): Promise<boolean> {
  const { kysely } = onedoor.db;
  if (board === null || board.seats.length === 0) throw new Error("Nobody but the board sits on a stage");
  if ((await townOfStage(kysely, worldId)) !== townId) return false;
  if ((await readPersonOfAccount(kysely, worldId, patient)) === undefined)
    throw new Error(`${worldId} knows no person with the account that was asked for`);
  if (partner !== null && (await readMemberships(kysely, worldId, partner)).length === 0)
    throw new Error(`Nobody with the account that was asked for works in ${worldId}`);

  const begun: Partial<Record<Audience, string>> = {};
  const players = [["patient", patient] as const, ["partner", partner] as const];
  for (const [audience, account] of players) {
    if ((await accountNow(audience)) === account) continue;
    if (account === null) {
      await end(audience);
      continue;
    }
    await begin(audience, account);
    begun[audience] = account;
  }
  if (Object.keys(begun).length > 0) {
    const at = await brandNow(onedoor, worldId);
    await onedoor.db.write((tx) =>
      insertAudit(tx, worldId, [
        {
          at,
          actor: toJson({ kind: "board", accountId: board.accountId, name: board.name }),
          action: "sat-on-stage",
          subject: worldId,
          body: toJson(begun),
        },
      ]),
    );
  }
  for (const header of await leftBehind(onedoor, sent, cookies, worldId)) setCookie(header);
  return true;
}

/** Whether this browser is these people in a stage's world already. */
export const sitsOnStage = async (
  { accountNow }: Sitting,
  { patient, partner }: StagePlayers,
): Promise<boolean> => (await accountNow("patient")) === patient && (await accountNow("partner")) === partner;

/** Cookies of worlds that no stage stands in any more: a browser has room for so many. */
async function leftBehind(
  { db }: Onedoor,
  sent: Cookies,
  cookies: CookieWriter,
  worldId: string,
): Promise<readonly string[]> {
  const others = [...sent.keys()].flatMap((name) => {
    const [, kind = "", world = ""] = OF_A_STAGE.exec(name) ?? [];
    return world === "" || world === worldId
      ? []
      : [{ kind: kind as "patient" | "partner" | "draft", world }];
  });
  const open = await openAmong(db.kysely, [...new Set(others.map(({ world }) => world))]);
  return others.filter(({ world }) => !open.has(world)).map(({ kind, world }) => cookies.clear(kind, world));
}
