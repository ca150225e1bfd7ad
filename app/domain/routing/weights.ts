import type { Brand, Policy } from "../directory/types";
import type { Need, Weighing, WeighsOn } from "./types";

/** The most whole points each reason gives in this decision. */
export type Weights = Policy["points"];

/** What matters a lot weighs four times; what does not matter much, half. */
const TIMES: Readonly<Record<Weighing, number>> = { "not-much": 0.5, some: 1, "a-lot": 4 };

/** The short question, "what matters most?", as weights: what somebody wants first matters a lot, what they give up for it not much. */
const FIRST: Readonly<Record<Need["preferences"]["first"], Readonly<Partial<Record<WeighsOn, Weighing>>>>> = {
  recommended: {},
  nearest: { distance: "a-lot", wait: "not-much" },
  soonest: { wait: "a-lot", distance: "not-much" },
};

/** How much each thing matters to this person: what they said of it, or else what their first wish says. */
export const weighingsOf = ({
  first,
  weights,
}: Need["preferences"]): Readonly<Record<WeighsOn, Weighing>> => ({
  distance: "some",
  wait: "some",
  continuity: "some",
  ...FIRST[first],
  ...weights,
});

/**
 * The policy's points as this person weighs them. A brand of real names gives none for kept promises or fair share:
 * no rate and no share is invented against a real organisation, so those reasons say nothing and part nobody.
 */
export function weightsFor(
  points: Policy["points"],
  preferences: Need["preferences"],
  kind: Brand["kind"],
): Weights {
  const mine = weighingsOf(preferences);
  return {
    ...points,
    distance: points.distance * TIMES[mine.distance],
    wait: points.wait * TIMES[mine.wait],
    continuity: points.continuity * TIMES[mine.continuity],
    ...(kind === "real" ? { kept: 0, share: 0 } : {}),
  };
}
