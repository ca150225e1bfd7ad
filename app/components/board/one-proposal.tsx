import type { ChangeWords } from "~/content/board/changes";
import { GOVERNANCE, PROPOSAL, SUM } from "~/content/board/governance";
import type { ProposalState } from "~/domain/governance/proposal";
import type { NotCounted, Tally, TallyLine } from "~/domain/governance/tally";
import type { SentBack } from "../manage/typed";
import { FoldedWhenLong } from "../work/folded-when-long";
import { RemarkForm, VoteForm, WithdrawForm } from "./proposal-forms";
import { ProposalTag } from "./proposal-tag";
import { type Said, SaidList } from "./said-list";
import { SumTable } from "./sum-table";
import { VoteBar } from "./vote-bar";

export interface ProposalPage {
  readonly id: string;
  readonly state: ProposalState;
  readonly standing: string;
  readonly why: string;
  readonly by: string;
  /** Where its what-if is; null where none goes with it. */
  readonly whatIf: string | null;
  readonly changes: readonly ChangeWords[];
  readonly isDecided: boolean;
  readonly alsoMeans: readonly string[];
  /** Why it could not be carried out. */
  readonly reasons: readonly string[];
  readonly tally: Tally;
  readonly lines: readonly (TallyLine & { readonly name: string })[];
  readonly notCounted: readonly (NotCounted & { readonly name: string })[];
  readonly result: string;
  readonly sumTitle: string;
  readonly csv: string;
  readonly votes: readonly Said[];
  readonly remarks: readonly Said[];
  readonly trail: readonly {
    readonly seq: number;
    readonly when: string;
    readonly what: string;
    readonly who: string;
  }[];
  readonly yours: {
    readonly seat: string;
    readonly member: string;
    readonly votes: boolean;
    readonly whyNot: string;
    readonly seen: number;
    readonly before: { readonly choice: string; readonly reason: string } | null;
    readonly withdraws: boolean;
  };
  readonly seats: readonly { readonly href: string; readonly words: string }[];
}

interface OneProposalProps {
  readonly page: ProposalPage;
  readonly action: string;
  readonly vote: SentBack | null;
  readonly remark: SentBack | null;
}

/** A proposal: what it would change, what is said of it, how each votes, and the sum. */
export const OneProposal = ({ page, action, vote, remark }: OneProposalProps) => (
  <>
    <p className="board-decide__standing">
      <ProposalTag state={page.state} />
      <span>{page.standing}</span>
    </p>
    {page.reasons.length === 0 ? null : (
      <div className="board-decide__reasons">
        <h2 className="nhsuk-heading-s">{PROPOSAL.reasons}</h2>
        <ul>
          {page.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
    )}
    <p className="board-decide__text">{page.why}</p>
    <p className="nhsuk-hint">{page.by}</p>
    {page.whatIf === null ? null : (
      <p>
        <a href={page.whatIf}>{PROPOSAL.whatIf}</a>
      </p>
    )}
    <Changes page={page} />
    <div className="board-decide__columns">
      <section aria-labelledby="sum">
        <h2 className="nhsuk-heading-m" id="sum">
          {page.sumTitle}
        </h2>
        {page.result === "" ? null : <p>{page.result}</p>}
        <VoteBar tally={page.tally} />
        <YourVote page={page} action={action} sent={vote} />
      </section>
      <section aria-labelledby="discussion">
        <h2 className="nhsuk-heading-m" id="discussion">
          {PROPOSAL.discussion}
        </h2>
        {page.remarks.length === 0 ? <p>{PROPOSAL.noRemarks}</p> : null}
        <FoldedWhenLong lines={page.remarks.length} summary={PROPOSAL.allRemarks(page.remarks.length)}>
          <SaidList said={page.remarks} labelledBy="discussion" />
        </FoldedWhenLong>
        <RemarkForm action={action} seat={page.yours.seat} sent={remark} />
      </section>
    </div>
    <h2 className="nhsuk-heading-m" id="votes">
      {PROPOSAL.votes}
    </h2>
    {page.votes.length === 0 ? <p>{PROPOSAL.noVotes}</p> : null}
    <FoldedWhenLong lines={page.votes.length} summary={PROPOSAL.allVotes(page.votes.length)}>
      <SaidList said={page.votes} labelledBy="votes" />
    </FoldedWhenLong>
    <h2 className="nhsuk-heading-m">{SUM.title}</h2>
    <SumTable tally={page.tally} lines={page.lines} notCounted={page.notCounted} />
    <p className="no-print">
      <a href={page.csv} download>
        {SUM.csv}
      </a>
    </p>
    <h2 className="nhsuk-heading-m" id="trail">
      {PROPOSAL.trail}
    </h2>
    <FoldedWhenLong lines={page.trail.length} summary={PROPOSAL.allSteps(page.trail.length)}>
      <ol className="board-decide__trail" aria-labelledby="trail">
        {page.trail.map(({ seq, when, what, who }) => (
          <li key={seq}>
            <span>{when}</span>
            <span>{what}</span>
            <span>{who}</span>
          </li>
        ))}
      </ol>
    </FoldedWhenLong>
    {page.yours.withdraws ? <WithdrawForm action={action} seat={page.yours.seat} /> : null}
  </>
);

const Changes = ({ page: { changes, isDecided, alsoMeans } }: { readonly page: ProposalPage }) => {
  const title = isDecided ? PROPOSAL.changed : PROPOSAL.changes;
  const before = isDecided ? PROPOSAL.wasBefore : PROPOSAL.before;
  return (
    <>
      <h2 className="nhsuk-heading-m">{title}</h2>
      <table className="board-decide__table board-decide__stack">
        <caption className="nhsuk-u-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{PROPOSAL.what}</th>
            <th scope="col">{before}</th>
            <th scope="col">{PROPOSAL.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.what}>
              <th scope="row">{change.what}</th>
              <td data-column={before}>{change.before}</td>
              <td data-column={PROPOSAL.after}>
                <strong>{change.after}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {alsoMeans.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </>
  );
};

function YourVote({
  page: { yours, seats },
  action,
  sent,
}: {
  readonly page: ProposalPage;
  readonly action: string;
  readonly sent: SentBack | null;
}) {
  return (
    <>
      {yours.votes ? (
        <VoteForm
          action={action}
          seat={yours.seat}
          member={yours.member}
          sent={sent}
          seen={yours.seen}
          before={yours.before}
        />
      ) : null}
      {yours.whyNot === "" ? null : (
        <p id="choice" className="no-print">
          {yours.whyNot}
        </p>
      )}
      {seats.length === 0 ? null : (
        <ul aria-label={GOVERNANCE.seats} className="no-print">
          {seats.map(({ href, words }) => (
            <li key={href}>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
