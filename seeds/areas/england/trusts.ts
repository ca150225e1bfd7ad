import type { AreaRules } from "~/usecases/load-area/rules";

/** Trusts that mainly give mental health care, and whose names do not say so. */
const MENTAL_HEALTH =
  "G6V2S R1A RAT RDY RHA RKL RLY RMY RNU RP1 RPG RT2 RTQ RV3 RV5 RV9 RW1 RW4 RW5 RWK RWX RX3 RX4 RXE RXM RNK".split(
    " ",
  );

/** What a trust mainly is. The list of trusts does not say: it is known by name, and told on no page. */
export const TRUST_KINDS: AreaRules["trustKinds"] = [
  { ods: MENTAL_HEALTH, kind: "mental-health-trust" },
  { name: /ambulance|public health/i, kind: "specialist" },
  { name: /mental health|partnership/i, kind: "mental-health-trust" },
  { name: /community/i, kind: "community-trust" },
];
