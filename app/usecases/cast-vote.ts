import { aboutMember } from "~/domain/governance/matter";
import type { Vote } from "~/domain/governance/proposal";
import type { Choice } from "~/domain/governance/tally";
import { membersOn } from "~/domain/governance/votes";
import { localDate } from "~/domain/shared/time";
import { readParties } from "~db/queries/directory";
import { insertVote, votesOn } from "~db/queries/proposals";
import type { Onedoor } from "./context";
import { type BoardActor, type NoProposal, type NoSeat, noteProposal, onProposal } from "./on-the-board";

export interface Voting {
  readonly proposalId: string;
  readonly choice: Choice;
  readonly reason: string;
  /** How many votes the member had cast on it when the page was opened. */
  readonly seen: number;
}

export type Voted =
  | { readonly kind: "done" }
  | NoSeat
  | NoProposal
  /** A seat of the brand's own has no vote, and nor has a partner that is suspended or gone. */
  | { readonly kind: "no-vote" }
  /** The rules give a member no vote on what is about itself. */
  | { readonly kind: "own-matter" }
  | { readonly kind: "not-open"; readonly why: "not-yet" | "closed" }
  /** Somebody else voted for the same member since the page was opened. */
  | { readonly kind: "changed-meanwhile" };

/** Casts a member's vote, or changes it: until voting closes the last one counts. Each one that was cast is kept. */
export const castVote = (
  onedoor: Onedoor,
  brandId: string,
  actor: BoardActor,
  { proposalId, choice, reason, seen }: Voting,
): Promise<Voted> =>
  onProposal<Voted>(onedoor, brandId, actor, proposalId, async ({ tx, now, by }, proposal) => {
    const { organisationId } = by;
    if (organisationId === null) return { kind: "no-vote" };
    if (proposal.state === "discussion" || now < proposal.opensAt)
      return { kind: "not-open", why: "not-yet" };
    // The clock closes it a moment after it is over.
    if (proposal.state !== "voting" || now >= proposal.closesAt) return { kind: "not-open", why: "closed" };
    const { matter, constitution } = proposal;
    if (constitution.noOwnVote.includes(matter.kind) && aboutMember(matter) === organisationId)
      return { kind: "own-matter" };
    const members = membersOn(await readParties(tx, brandId), localDate(now));
    if (!members.some((member) => member.organisationId === organisationId)) return { kind: "no-vote" };
    const before = (await votesOn(tx, brandId, proposalId)).filter(
      (vote) => vote.organisationId === organisationId,
    );
    const last = before.at(-1);
    // A form that is sent twice is one vote.
    if (last?.choice === choice && last.reason === reason && last.by.accountId === by.accountId)
      return { kind: "done" };
    if (before.length !== seen) return { kind: "changed-meanwhile" };
    const vote: Vote = { organisationId, nth: before.length + 1, choice, reason, by, at: now };
    await insertVote(tx, brandId, proposalId, vote);
    await noteProposal(tx, brandId, now, {
      who: actor,
      action: "vote-cast",
      id: proposalId,
      detail: { nth: vote.nth, choice, reason },
    });
    return { kind: "done" };
  });
