import type { AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoardHead } from "~/components/board/board-head";
import { MemberVotes } from "~/components/board/member-votes";
import { type ProposalLine, ProposalList } from "~/components/board/proposal-list";
import { Rules } from "~/components/board/rules";
import { ButtonLink } from "~/components/form/button-link";
import { FoldedWhenLong } from "~/components/work/folded-when-long";
import { exampleWords, GOVERNANCE, ruleWords, SUM, share, thresholdLines } from "~/content/board/governance";
import { constitutionOf } from "~/domain/governance/constitution";
import { isOpen, type Proposal } from "~/domain/governance/proposal";
import { turnout } from "~/domain/governance/tally";
import { membersOn, type Voter, withVotes } from "~/domain/governance/votes";
import { localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import { boardSeats } from "~db/queries/board-seats";
import { readProposals, votesOn } from "~db/queries/proposals";
import { inBoardRoom } from "./board-access";
import { titleOf } from "./names";
import { standingOf, tallyOf } from "./proposal-view";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: GOVERNANCE.title }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const { onedoor, brand, directory, now } = context;
  const proposals = await readProposals(onedoor.db.kysely, brand.id);
  const seats = await boardSeats(onedoor.db.kysely, brand.id);
  const constitution = constitutionOf(directory.brand);
  const voters = withVotes(constitution.votes, membersOn(directory, localDate(now)));
  const seated = (organisationId: string | null) =>
    seats
      .filter((seat) => seat.organisationId === organisationId)
      .map(({ name }) => name)
      .join(", ");
  const lines = async (some: readonly Proposal[]) =>
    Promise.all(some.map((proposal) => lineOf(context, proposal)));
  return {
    open: await lines(proposals.filter(({ state }) => isOpen(state))),
    decided: await lines(proposals.filter(({ state }) => !isOpen(state))),
    members: voters
      .map(({ organisationId, patients, votes }) => ({
        id: organisationId,
        name: directory.organisation(organisationId)?.name ?? organisationId,
        patients,
        votes,
        seats: seated(organisationId),
      }))
      .sort((a, b) => b.votes - a.votes || a.name.localeCompare(b.name)),
    example: exampleOf(context, voters),
    ownSeats: seated(null),
    rules: ruleWords(constitution),
    thresholds: thresholdLines(constitution),
    version: GOVERNANCE.rulesVersion(constitution.version),
  };
}

/** How the votes of the member with most people come about. */
function exampleOf({ directory }: AppLoadContext, voters: readonly Voter[]): string {
  const [most] = [...voters].sort((a, b) => b.countsAs - a.countsAs);
  if (most === undefined) return "";
  const name = directory.organisation(most.organisationId)?.name ?? most.organisationId;
  return exampleWords(constitutionOf(directory.brand).votes, name, most, voters);
}

/** An open proposal with how many have voted on it; one that is decided with what it came to. */
async function lineOf(context: AppLoadContext, proposal: Proposal): Promise<ProposalLine> {
  const { onedoor, brand, paths } = context;
  const { id, state, matter, decided } = proposal;
  const line = {
    id,
    href: paths.boardProposal(id),
    title: titleOf(context, matter),
    state,
    standing: standingOf(context, proposal),
  };
  if (decided !== null) {
    const { tally } = decided;
    return { ...line, count: GOVERNANCE.forIt(share(tally.for, tally.for + tally.against)) };
  }
  if (!isOpen(state)) return { ...line, count: "" };
  const { voted, of } = turnout(tallyOf(context, proposal, await votesOn(onedoor.db.kysely, brand.id, id)));
  return { ...line, count: GOVERNANCE.voted(voted, of) };
}

export default function Governance() {
  const page = useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  return (
    <div className="board-decide">
      <BoardHead at="governance" title={GOVERNANCE.title} />
      <p>{GOVERNANCE.intro}</p>
      <ButtonLink href={paths.boardGovernanceNew()}>{GOVERNANCE.propose}</ButtonLink>
      <h2 className="nhsuk-heading-m" id="open-proposals">
        {GOVERNANCE.open}
      </h2>
      {page.open.length === 0 ? <p>{GOVERNANCE.noneOpen}</p> : null}
      <ProposalList lines={page.open} labelledBy="open-proposals" />
      <h2 className="nhsuk-heading-m" id="decided">
        {GOVERNANCE.decided}
      </h2>
      {page.decided.length === 0 ? <p>{GOVERNANCE.noneDecided}</p> : null}
      <ProposalList lines={page.decided} labelledBy="decided" />
      <h2 className="nhsuk-heading-m">{GOVERNANCE.rules}</h2>
      <p className="nhsuk-hint">{page.version}</p>
      <Rules rules={page.rules} thresholds={page.thresholds} />
      <h2 className="nhsuk-heading-m">{GOVERNANCE.members}</h2>
      {page.ownSeats === "" ? null : <p>{GOVERNANCE.ownSeats(page.ownSeats)}</p>}
      {page.example === "" ? null : <p>{page.example}</p>}
      <FoldedWhenLong lines={page.members.length} summary={SUM.memberByMember}>
        <MemberVotes members={page.members} />
      </FoldedWhenLong>
    </div>
  );
}
