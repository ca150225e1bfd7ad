import { insertRemark, remarksOn } from "~db/queries/proposals";
import type { Onedoor } from "./context";
import { type BoardActor, type NoProposal, type NoSeat, noteProposal, onProposal } from "./on-the-board";

/** Says something of a proposal, for everybody on the board to read. It can be spoken of before a vote, and after. */
export const discussProposal = (
  onedoor: Onedoor,
  brandId: string,
  actor: BoardActor,
  { proposalId, text }: { readonly proposalId: string; readonly text: string },
): Promise<{ readonly kind: "done" } | NoSeat | NoProposal> =>
  onProposal(onedoor, brandId, actor, proposalId, async ({ tx, now, by }) => {
    const before = await remarksOn(tx, brandId, proposalId);
    const last = before.at(-1);
    // A form that is sent twice says it once.
    if (last?.text === text && last.by.accountId === by.accountId) return { kind: "done" } as const;
    const nth = before.length + 1;
    await insertRemark(tx, brandId, proposalId, { nth, by, at: now, text });
    await noteProposal(tx, brandId, now, {
      who: actor,
      action: "proposal-discussed",
      id: proposalId,
      detail: { nth },
    });
    return { kind: "done" } as const;
  });
