import type { Constitution } from "~/domain/governance/constitution";
import { MATTER_KINDS } from "~/domain/governance/matter-kinds";
import type { Choice } from "~/domain/governance/tally";
import type { Instant } from "~/domain/shared/time";
import { castVote } from "~/usecases/cast-vote";
import type { Onedoor } from "~/usecases/context";
import type { BoardActor } from "~/usecases/on-the-board";
import { type Proposing, proposeMatter } from "~/usecases/propose-matter";
import type { Database } from "~db/connect";
import { addMembership, upsertAccount } from "~db/queries/accounts";
import { TOWN } from "./small-town";

/** Somebody of the board by the seat that they speak from: "the chair", or "board of hill". */
export const boardOf = (organisationId: string | null): BoardActor => ({
  kind: "board",
  accountId: `board-${organisationId ?? "chair"}`,
  name: organisationId === null ? "the chair" : `board of ${organisationId}`,
  organisationId,
});
export const CHAIR = boardOf(null);

/** Gives each organisation, and the brand itself, somebody on the board. */
export const seatBoard = (
  db: Database,
  organisationIds: readonly string[],
  at: Instant,
  issuer = "https://people.example.org",
): Promise<void> =>
  db.write(async (tx) => {
    for (const { accountId, name, organisationId } of [CHAIR, ...organisationIds.map(boardOf)]) {
      const account = { id: accountId, issuer, subject: accountId, name, email: null, claims: {} };
      await upsertAccount(tx, account, at);
      await addMembership(tx, TOWN, { accountId, organisationId, role: "board" });
    }
  });

/** Rules under which every matter needs this much, in thousandths. */
export const needing = (threshold: number): Constitution["thresholds"] =>
  Object.fromEntries(MATTER_KINDS.map((kind) => [kind, threshold])) as Constitution["thresholds"];

/** Proposes something on the first days that the rules allow. Returns its id. */
export async function proposed(
  onedoor: Onedoor,
  matter: Proposing["matter"],
  change: Partial<Proposing> = {},
): Promise<string> {
  const result = await proposeMatter(onedoor, TOWN, CHAIR, {
    matter,
    why: "It is time.",
    opensOn: null,
    closesOn: null,
    appliesOn: null,
    scenarioId: null,
    ...change,
  });
  if (result.kind !== "done") throw new Error(JSON.stringify(result));
  return result.proposalId;
}

/** Votes for an organisation that has not voted yet. */
export const vote = (
  onedoor: Onedoor,
  proposalId: string,
  organisationId: string,
  choice: Choice,
  seen = 0,
) => castVote(onedoor, TOWN, boardOf(organisationId), { proposalId, choice, reason: "We agreed so.", seen });
