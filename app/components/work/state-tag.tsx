import { STATES, type State } from "~/content/statuses";

export function StateTag({ state }: { readonly state: State }) {
  const { tag, colour } = STATES[state];
  return <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{tag}</strong>;
}
