import type { LoaderFunctionArgs } from "@remix-run/node";
import { CHOICE_WORDS, NOT_COUNTED_WORDS, resultWords, SUM } from "~/content/board/governance";
import { votesOn } from "~db/queries/proposals";
import { csvFile } from "../csv-file";
import { inBoardRoom } from "./board-access";
import { namedSum, proposalAt, tallyOf } from "./proposal-view";

/** The sum of a proposal as a file for a spreadsheet: each line of it, and what it comes to. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  inBoardRoom(context, request);
  const proposal = await proposalAt(context, params.proposal);
  const cast = await votesOn(context.onedoor.db.kysely, context.brand.id, proposal.id);
  const { tally, lines, notCounted } = namedSum(context, tallyOf(context, proposal, cast));
  const sums = [
    [CHOICE_WORDS.for, tally.for],
    [CHOICE_WORDS.against, tally.against],
    [CHOICE_WORDS.abstain, tally.abstain],
    [SUM.silent, tally.silent],
    [SUM.all, tally.all],
  ] as const;
  return csvFile(`sum-${proposal.id}.csv`, [
    [SUM.member, SUM.people, SUM.votes, SUM.choice],
    ...lines.map(({ name, countsAs, votes, choice }) => [
      name,
      String(countsAs),
      String(votes),
      choice === null ? SUM.silent : CHOICE_WORDS[choice],
    ]),
    ...sums.map(([what, votes]) => [what, "", String(votes), ""]),
    ...notCounted.map(({ name, choice, why }) => [name, "", NOT_COUNTED_WORDS[why], CHOICE_WORDS[choice]]),
    [resultWords(tally), "", "", ""],
  ]);
}
