import type { Demand, ServiceDemand } from "~/domain/simulation/demand";

/** Age groups: under 5, 5 to 10, 11 to 17, 18 to 39, 40 to 64, 65 to 79, 80 and over. */
const AGE_GROUPS: Demand["ages"] = [
  { from: 0, until: 4, share: 0.055 },
  { from: 5, until: 10, share: 0.07 },
  { from: 11, until: 17, share: 0.08 },
  { from: 18, until: 39, share: 0.28 },
  { from: 40, until: 64, share: 0.325 },
  { from: 65, until: 79, share: 0.14 },
  { from: 80, until: 95, share: 0.05 },
];

const SEASONS: Demand["seasons"] = {
  even: [1, 1, 1, 1, 1, 1, 1, 0.95, 1, 1, 1, 0.9],
  "winter illness": [1.6, 1.4, 1.15, 0.95, 0.8, 0.7, 0.65, 0.65, 0.85, 1.05, 1.35, 1.7],
  "autumn jabs": [0.35, 0.12, 0.03, 0, 0, 0, 0, 0, 1.6, 4.2, 2.6, 0.9],
  "new year": [1.9, 1.4, 1.1, 1, 0.95, 0.9, 0.8, 0.75, 1.05, 1, 0.9, 0.5],
  "icy weeks": [1.4, 1.3, 1.1, 0.95, 0.85, 0.85, 0.85, 0.85, 0.9, 1, 1.15, 1.4],
  summer: [0.75, 0.75, 0.85, 1, 1.2, 1.35, 1.4, 1.3, 1.05, 0.9, 0.8, 0.7],
  "school year": [1.15, 1.1, 1.1, 1, 1.1, 1.05, 0.7, 0.4, 1.2, 1.2, 1.2, 0.8],
  "dark months": [1.3, 1.2, 1.1, 0.95, 0.9, 0.85, 0.85, 0.85, 0.95, 1.05, 1.15, 0.9],
};

/**
 * Of 1,000 people in each age group, how many ask in a year; how many of those are women or girls; and the season, one of
 * those above.
 */
export type Rate = readonly [
  service: string,
  season: string,
  women: number,
  aYear: readonly [number, number, number, number, number, number, number],
];

const ofService = ([service, season, women, aYear]: Rate): [string, ServiceDemand] => [
  service,
  { aYear: [...aYear], women, season },
];

/** Demand at these rates; everything else is alike in every town. Made up, in the proportions that such services see. */
export const demandAt = (
  rates: readonly Rate[],
  own: Pick<Demand, "asksHere" | "livesWithinKm">,
): Demand => ({
  ages: AGE_GROUPS,
  ...own,
  services: Object.fromEntries(rates.map(ofService)),
  seasons: SEASONS,
  weekdays: [1.45, 1.2, 1.1, 1.05, 1, 0.5, 0.45],
  hours: [
    0.15, 0.1, 0.05, 0.05, 0.05, 0.15, 0.5, 1.4, 3, 2.9, 2.4, 2, 1.8, 1.7, 1.6, 1.6, 1.6, 1.5, 1.4, 1.5, 1.6,
    1.4, 0.9, 0.4,
  ],
  people: {
    noPractice: 0.01,
    practiceChecked: 0.7,
    noPlace: 0.02,
    onlyAway: 0.07,
    onlyInPerson: 0.12,
    nearestFirst: 0.25,
    soonestFirst: 0.2,
    access: {
      "step-free": [0, 0.01, 0.01, 0.01, 0.03, 0.1, 0.3],
      "accessible-toilet": [0, 0, 0, 0.003, 0.01, 0.02, 0.05],
      "hearing-loop": [0, 0, 0, 0.002, 0.008, 0.03, 0.07],
      "quiet-space": [0.01, 0.02, 0.015, 0.008, 0.004, 0.002, 0.004],
      bsl: [0, 0.001, 0.001, 0.001, 0.001, 0.001, 0.001],
      "large-print": [0, 0, 0, 0.001, 0.004, 0.015, 0.04],
      "easy-read": [0, 0.002, 0.004, 0.004, 0.003, 0.002, 0.001],
    },
    languages: { pl: 0.012, ro: 0.007, ar: 0.004, pt: 0.003, bn: 0.003, other: 0.004 },
  },
  laterAfterDays: 28,
});
