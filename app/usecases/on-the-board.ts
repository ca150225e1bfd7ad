import { seatsOf } from "~/domain/access/board";
import type { Proposal, Speaker } from "~/domain/governance/proposal";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { readMemberships } from "~db/queries/accounts";
import { insertAudit } from "~db/queries/audit";
import { lockProposal } from "~db/queries/proposals";
import type { OfTheBoard } from "./audit";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

/** Somebody of a brand's board, by the seat that they speak from. */
export interface BoardActor extends Speaker, OfTheBoard {}

/** What the members of a brand do about a proposal, as its audit says it. */
export type AboutProposal =
  | "proposed"
  | "proposal-discussed"
  | "vote-cast"
  | "proposal-withdrawn"
  | "voting-opened"
  | "voting-closed"
  | "decision-applied"
  | "decision-not-applied"
  | "decision-given-up";

/** Who does it: somebody of the board, the clock, or whoever runs the front door. */
type Doing = BoardActor | { readonly kind: "clock" } | { readonly kind: "desk"; readonly name: string };

/** Writes down what was done about a proposal, in the transaction that does it. */
export const noteProposal = (
  tx: Tx,
  brandId: string,
  at: Instant,
  { who, action, id, detail }: NoteOfProposal,
): Promise<void> =>
  insertAudit(tx, brandId, [{ at, actor: toJson(who), action, subject: id, body: toJson(detail) }]);

interface NoteOfProposal {
  readonly who: Doing;
  readonly action: AboutProposal;
  readonly id: string;
  readonly detail: object;
}

export type NoSeat = { readonly kind: "no-seat" };
export type NoProposal = { readonly kind: "not-found" };

/** One transaction of somebody of the board. */
export interface OnTheBoard {
  readonly tx: Tx;
  readonly now: Instant;
  readonly by: Speaker;
}

/** Does something for somebody of the board, who has that seat as the transaction sees it. */
export const onTheBoard = <Result>(
  onedoor: Onedoor,
  brandId: string,
  { accountId, name, organisationId }: BoardActor,
  work: (board: OnTheBoard) => Promise<Result>,
): Promise<Result | NoSeat> =>
  onedoor.db.write<Result | NoSeat>(async (tx) => {
    const seats = seatsOf(await readMemberships(tx, brandId, accountId));
    if (!seats.some((seat) => seat.organisationId === organisationId)) return { kind: "no-seat" };
    const now = await brandNow(onedoor, brandId, tx);
    return work({ tx, now, by: { accountId, name, organisationId } });
  });

/** The same about one proposal, which nobody else changes meanwhile. */
export const onProposal = <Result>(
  onedoor: Onedoor,
  brandId: string,
  actor: BoardActor,
  proposalId: string,
  work: (board: OnTheBoard, proposal: Proposal) => Promise<Result>,
): Promise<Result | NoSeat | NoProposal> =>
  onTheBoard<Result | NoProposal>(onedoor, brandId, actor, async (board) => {
    const proposal = await lockProposal(board.tx, brandId, proposalId);
    return proposal === undefined ? { kind: "not-found" } : work(board, proposal);
  });
