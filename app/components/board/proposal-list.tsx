import type { ProposalState } from "~/domain/governance/proposal";
import { ProposalTag } from "./proposal-tag";

export interface ProposalLine {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly state: ProposalState;
  /** Where it stands, in a sentence. */
  readonly standing: string;
  /** How many have voted, or what it came to. */
  readonly count: string;
}

/** Proposals, a line each. */
export const ProposalList = ({
  lines,
  labelledBy,
}: {
  readonly lines: readonly ProposalLine[];
  readonly labelledBy: string;
}) => (
  <ul className="manage-list board-decide__proposals" aria-labelledby={labelledBy}>
    {lines.map(({ id, href, title, state, standing, count }) => (
      <li key={id}>
        <span className="manage-list__name">
          <a href={href}>{title}</a>
          <span className="manage-list__small">{standing}</span>
        </span>
        <span className="board-decide__count">{count}</span>
        <span>
          <ProposalTag state={state} />
        </span>
      </li>
    ))}
  </ul>
);
