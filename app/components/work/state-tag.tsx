import { Tag } from "nhsuk-react-components";
import { STATES, type State } from "~/content/statuses";

export function StateTag({ state }: { readonly state: State }) {
  const { tag, colour } = STATES[state];
  return <Tag modifier={colour}>{tag}</Tag>;
}
