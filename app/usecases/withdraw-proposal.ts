import { isOpen } from "~/domain/governance/proposal";
import { moveProposal } from "~db/queries/proposals";
import type { Onedoor } from "./context";
import { type BoardActor, type NoProposal, type NoSeat, noteProposal, onProposal } from "./on-the-board";

export type Withdrawn =
  | { readonly kind: "done" }
  | NoSeat
  | NoProposal
  /** It is another's: only who proposed it may, and who chairs. */
  | { readonly kind: "not-yours" }
  /** It is decided. */
  | { readonly kind: "too-late" };

/** Takes a proposal back while it is open: whoever proposed it may, and the brand's own seats. */
export const withdrawProposal = (
  onedoor: Onedoor,
  brandId: string,
  actor: BoardActor,
  proposalId: string,
): Promise<Withdrawn> =>
  onProposal<Withdrawn>(onedoor, brandId, actor, proposalId, async ({ tx, now, by }, proposal) => {
    if (proposal.state === "withdrawn") return { kind: "done" };
    if (proposal.by.accountId !== by.accountId && by.organisationId !== null) return { kind: "not-yours" };
    if (!isOpen(proposal.state) || now >= proposal.closesAt) return { kind: "too-late" };
    const outcome = { at: now, reasons: [] };
    await moveProposal(tx, brandId, proposal.version, { ...proposal, state: "withdrawn", outcome });
    await noteProposal(tx, brandId, now, {
      who: actor,
      action: "proposal-withdrawn",
      id: proposalId,
      detail: {},
    });
    return { kind: "done" };
  });
