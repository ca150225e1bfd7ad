import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { alsoMeans, changeWords } from "~/content/board/changes";
import {
  BY_ITSELF,
  CHOICE_WORDS,
  PROPOSAL,
  resultWords,
  SUM,
  standingWords,
  TRAIL_WORDS,
} from "~/content/board/governance";
import { whenWords } from "~/content/deadlines";
import { changesOf } from "~/domain/governance/changes";
import { aboutMember } from "~/domain/governance/matter";
import type { Proposal, Vote } from "~/domain/governance/proposal";
import { type Tally, tally } from "~/domain/governance/tally";
import { membersOn } from "~/domain/governance/votes";
import { dateInWords } from "~/domain/shared/in-words";
import { localDate } from "~/domain/shared/time";
import { auditOf } from "~db/queries/audit";
import { readProposal, remarksOn, votesOn } from "~db/queries/proposals";
import { notFound } from "../partner/partner-access";
import { namesIn, seatWords, titleOf } from "./names";

/** The proposal that an address names; not found when the brand has none of the id. */
export async function proposalAt(
  { onedoor, brand }: AppLoadContext,
  id: string | undefined,
): Promise<Proposal> {
  const proposal = await readProposal(onedoor.db.kysely, brand.id, id ?? "");
  if (proposal === undefined) throw notFound();
  return proposal;
}

/** Where a proposal stands, in a sentence. */
export const standingOf = ({ now }: Pick<AppLoadContext, "now">, proposal: Proposal): string =>
  standingWords(
    proposal.state,
    {
      opens: whenWords(proposal.opensAt, now),
      closes: whenWords(proposal.closesAt, now),
      applies: proposal.appliesOn === null ? "" : dateInWords(proposal.appliesOn),
      over: proposal.outcome === null ? "" : whenWords(proposal.outcome.at, now),
    },
    proposal.decided !== null,
  );

/** The sum as it was counted, or, while it is open, as it would be if voting closed now. */
export function tallyOf(
  { directory, now }: Pick<AppLoadContext, "directory" | "now">,
  { matter, constitution, opensAt, closesAt, decided }: Proposal,
  cast: readonly Vote[],
): Tally {
  if (decided !== null) return decided.tally;
  return tally(constitution, {
    kind: matter.kind,
    about: aboutMember(matter),
    members: membersOn(directory, localDate(now)),
    cast,
    opensAt,
    closesAt,
  });
}

/** The lines of a sum with their names, those with most votes first. */
export function namedSum(context: Pick<AppLoadContext, "directory">, sum: Tally) {
  const { organisation } = namesIn(context);
  const named = <Line extends { readonly organisationId: string }>(line: Line) => ({
    ...line,
    name: organisation(line.organisationId),
  });
  return {
    tally: sum,
    lines: sum.lines.map(named).sort((a, b) => b.votes - a.votes || a.name.localeCompare(b.name)),
    notCounted: sum.notCounted.map(named),
  };
}

/** All that a page about a proposal shows, whoever looks. */
export async function proposalView(context: AppLoadContext, proposal: Proposal) {
  const { onedoor, brand, directory, now, paths } = context;
  const votes = await votesOn(onedoor.db.kysely, brand.id, proposal.id);
  const remarks = await remarksOn(onedoor.db.kysely, brand.id, proposal.id);
  const { matter, by, decided } = proposal;
  const changes = decided?.changes ?? changesOf(matter, directory, localDate(now));
  const sum = tallyOf(context, proposal, votes);
  return {
    id: proposal.id,
    title: titleOf(context, matter),
    state: proposal.state,
    standing: standingOf(context, proposal),
    why: proposal.why,
    by: PROPOSAL.by(
      by.name,
      PROPOSAL.for(seatWords(context, by.organisationId)),
      whenWords(proposal.proposedAt, now),
    ),
    whatIf: proposal.scenarioId === null ? null : paths.boardScenario(proposal.scenarioId),
    changes: changes.map(changeWords),
    isDecided: decided !== null,
    alsoMeans: alsoMeans(matter),
    reasons: proposal.outcome?.reasons ?? [],
    ...namedSum(context, sum),
    result: votes.length === 0 && decided === null ? "" : resultWords(sum),
    sumTitle: decided === null ? SUM.soFar : SUM.final,
    csv: paths.boardProposalSum(proposal.id),
    votes: votes.map((vote) => ({
      key: `${vote.organisationId} ${vote.nth}`,
      name: vote.by.name,
      seat: seatWords(context, vote.organisationId),
      when: whenWords(vote.at, now),
      choice: CHOICE_WORDS[vote.choice],
      text: vote.reason,
    })),
    remarks: remarks.map((remark) => ({
      key: String(remark.nth),
      name: remark.by.name,
      seat: seatWords(context, remark.by.organisationId),
      when: whenWords(remark.at, now),
      choice: "",
      text: remark.text,
    })),
    trail: await trailOf(context, proposal.id),
  };
}

const Who = z.object({ name: z.string() });

/** What was done about a proposal, from the audit. */
async function trailOf({ onedoor, brand, now }: AppLoadContext, id: string) {
  const entries = await auditOf(onedoor.db.kysely, brand.id, id);
  return entries.map(({ seq, at, actor, action }) => {
    const who = Who.safeParse(JSON.parse(actor));
    return {
      seq,
      when: whenWords(at, now),
      what: TRAIL_WORDS[action] ?? action,
      who: who.success ? who.data.name : BY_ITSELF,
    };
  });
}
