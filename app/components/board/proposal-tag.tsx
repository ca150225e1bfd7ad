import { Tag } from "nhsuk-react-components";
import { PROPOSAL_WORDS } from "~/content/board/governance";
import type { ProposalState } from "~/domain/governance/proposal";

export function ProposalTag({ state }: { readonly state: ProposalState }) {
  const { tag, colour } = PROPOSAL_WORDS[state];
  return <Tag modifier={colour}>{tag}</Tag>;
}
