import { changesOf } from "~/domain/governance/changes";
import { aboutMember } from "~/domain/governance/matter";
import { mayBecome, type Proposal, type ProposalState } from "~/domain/governance/proposal";
import { hasPassed, tally } from "~/domain/governance/tally";
import { membersOn } from "~/domain/governance/votes";
import { type Instant, localDate } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { readDirectoryContents } from "~db/queries/directory";
import { claimDueProposal, isProposalDue, moveProposal, readProposal, votesOn } from "~db/queries/proposals";
import { carryOutMatter } from "./carry-out-matter";
import { type ByManager, mayChange } from "./change-directory";
import type { Onedoor } from "./context";
import { type AboutProposal, noteProposal } from "./on-the-board";
import { brandNow } from "./setting";

type PassedProposal =
  | { readonly kind: "none" }
  | { readonly kind: "handled" | "failed"; readonly proposalId: string };

const CLOCK = { kind: "clock" } as const;

/**
 * Does what is due for a brand's proposals: opens and closes votes at their moments, and carries out what has passed on
 * its day. Any number of processes can do it at once, and each is done once. Returns how many steps were taken. What
 * fails is logged, and tried again in the next pass.
 */
export async function passProposals(onedoor: Onedoor, brandId: string): Promise<number> {
  // The clock asks every second, and nobody is kept waiting for a transaction that would find nothing.
  const now = await brandNow(onedoor, brandId);
  if (!(await isProposalDue(onedoor.db.kysely, brandId, now))) return 0;
  const failed: string[] = [];
  for (let handled = 0; ; ) {
    const passed = await passNextProposal(onedoor, brandId, failed);
    if (passed.kind === "none") return handled;
    if (passed.kind === "failed") failed.push(passed.proposalId);
    else handled += 1;
  }
}

async function passNextProposal(
  onedoor: Onedoor,
  brandId: string,
  except: readonly string[],
): Promise<PassedProposal> {
  let claimed: string | undefined;
  try {
    const due = await onedoor.db.write(async (tx) => {
      const now = await brandNow(onedoor, brandId, tx);
      const proposal = await claimDueProposal(tx, brandId, now, except);
      claimed = proposal?.id;
      if (proposal?.state === "discussion") await openVoting(tx, brandId, proposal, now);
      if (proposal?.state === "voting") await closeVoting(tx, brandId, proposal, now);
      return proposal;
    });
    if (due === undefined) return { kind: "none" };
    // A change of the directory has a transaction of its own, in which the proposal is applied too.
    if (due.state === "passed") await applyDecision(onedoor, brandId, due);
    return { kind: "handled", proposalId: due.id };
  } catch (error) {
    if (claimed === undefined) throw error;
    onedoor.log.error({ err: error, brandId, proposalId: claimed }, "A proposal could not be moved on");
    return { kind: "failed", proposalId: claimed };
  }
}

const openVoting = (tx: Tx, brandId: string, proposal: Proposal, now: Instant): Promise<void> =>
  move(tx, brandId, proposal, { state: "voting" }, { now, action: "voting-opened", detail: {} });

/** Counts the votes by who is a member now and how many people they have; both stay with the result. */
async function closeVoting(tx: Tx, brandId: string, proposal: Proposal, now: Instant): Promise<void> {
  const contents = await readDirectoryContents(tx, brandId);
  // The day on which it closed, however late the clock comes.
  const day = localDate(proposal.closesAt);
  const { matter, constitution, opensAt, closesAt } = proposal;
  const counted = tally(constitution, {
    kind: matter.kind,
    about: aboutMember(matter),
    members: membersOn(contents, day),
    cast: await votesOn(tx, brandId, proposal.id),
    opensAt,
    closesAt,
  });
  const decided = { at: now, tally: counted, changes: changesOf(matter, contents, day) };
  const state = hasPassed(counted) ? "passed" : "not-passed";
  await move(
    tx,
    brandId,
    proposal,
    { state, decided },
    { now, action: "voting-closed", detail: { state, tally: counted } },
  );
}

/** Carries out what has passed, once: the change and its proposal are written together, or neither. */
async function applyDecision(onedoor: Onedoor, brandId: string, proposal: Proposal): Promise<void> {
  try {
    const result = await carryOut(onedoor, brandId, proposal, CLOCK);
    if (result.kind === "done") return;
    const { reasons } = result;
    await onedoor.db.write(async (tx) => {
      const now = await brandNow(onedoor, brandId, tx);
      await move(
        tx,
        brandId,
        proposal,
        { state: "not-applied", outcome: { at: now, reasons } },
        { now, action: "decision-not-applied", detail: { reasons } },
      );
    });
  } catch (error) {
    if (!(error instanceof MovedMeanwhile)) throw error;
  }
}

/** `asLast` is asked in the transaction of the change, once all of the change is made: what it throws undoes it. */
const carryOut = (
  onedoor: Onedoor,
  brandId: string,
  proposal: Proposal,
  who: Note["who"] & object,
  asLast?: (tx: Tx) => Promise<void>,
) =>
  carryOutMatter(
    onedoor,
    brandId,
    proposal.matter,
    { kind: "decision", proposalId: proposal.id },
    {
      also: async (tx, now) => {
        await asLast?.(tx);
        await move(
          tx,
          brandId,
          proposal,
          { state: "applied", outcome: { at: now, reasons: [] } },
          { now, who, action: "decision-applied", detail: { matter: proposal.matter } },
        );
      },
    },
  );

export type SettledDecision =
  | { readonly kind: "done" }
  | { readonly kind: "not-allowed" | "not-found" | "changed-meanwhile" }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/**
 * What has passed and could not be carried out is with whoever runs the front door: they try it again once what was in
 * its way is gone, or give it up.
 */
export async function settleDecision(
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  { proposalId, how }: { readonly proposalId: string; readonly how: "again" | "give-up" },
): Promise<SettledDecision> {
  const who = { kind: "desk", name: by.who.name } as const;
  const proposal = await readProposal(onedoor.db.kysely, brandId, proposalId);
  if (proposal === undefined) return { kind: "not-found" };
  if (proposal.state !== "not-applied") return { kind: "changed-meanwhile" };
  const mustRun = async (tx: Tx): Promise<void> => {
    if (!(await mayChange(tx, brandId, by))) throw new RunsNoMore();
  };
  const giveUp = async (tx: Tx): Promise<void> => {
    await mustRun(tx);
    const now = await brandNow(onedoor, brandId, tx);
    const note = { now, who, action: "decision-given-up", detail: {} } as const;
    const outcome = { at: now, reasons: proposal.outcome?.reasons ?? [] };
    await move(tx, brandId, proposal, { state: "withdrawn", outcome }, note);
  };
  try {
    if (how === "give-up") {
      await onedoor.db.write(giveUp);
      return { kind: "done" };
    }
    // What is in its way is told to whoever runs the front door; and who carries it out still runs it as that is done.
    await onedoor.db.write(mustRun);
    return await carryOut(onedoor, brandId, proposal, who, mustRun);
  } catch (error) {
    if (error instanceof MovedMeanwhile) return { kind: "changed-meanwhile" };
    if (error instanceof RunsNoMore) return { kind: "not-allowed" };
    throw error;
  }
}

interface Note {
  readonly now: Instant;
  readonly who?: typeof CLOCK | { readonly kind: "desk"; readonly name: string };
  readonly action: AboutProposal;
  readonly detail: object;
}

/** Moves a proposal on, and writes it down. Throws MovedMeanwhile when another has moved it since it was read. */
async function move(
  tx: Tx,
  brandId: string,
  proposal: Proposal,
  become: Partial<Proposal> & { readonly state: ProposalState },
  { now, who = CLOCK, action, detail }: Note,
): Promise<void> {
  if (!mayBecome(proposal.state, become.state))
    throw new Error(`A proposal that is ${proposal.state} cannot become ${become.state}`);
  if (!(await moveProposal(tx, brandId, proposal.version, { ...proposal, ...become })))
    throw new MovedMeanwhile();
  await noteProposal(tx, brandId, now, { who, action, id: proposal.id, detail });
}

/** Another process, or another person, was first: nothing of this is kept. */
class MovedMeanwhile extends Error {
  override readonly name = "MovedMeanwhile";
}

/** Who would settle a decision does not run the front door any more: nothing of this is kept. */
class RunsNoMore extends Error {
  override readonly name = "RunsNoMore";
}
