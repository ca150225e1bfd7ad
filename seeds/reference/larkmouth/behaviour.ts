import type { Behaviour } from "~/domain/simulation/behaviour";

/**
 * How Larkmouth's partners are made to behave. None of it is measured: the kinds differ so that pictures show what such
 * kinds differ in, and three partners stand out. Spyglass is often full, the council is slow, Tidewell is excellent.
 */
export const LARKMOUTH_BEHAVIOUR: Behaviour = {
  usual: {
    declines: 0.05,
    declinesWhenFull: 0.16,
    reasons: { "22": 5, "31": 2, "23": 1, "40": 1, "27": 0.5 },
    neverAnswers: 0.006,
    answersIn: { half: 2, most: 5 },
    keeps: 0.94,
    tellsFirst: 0.93,
    informs: 0.9,
  },
  byKind: {
    practice: { declines: 0.015, declinesWhenFull: 0.05, answersIn: { half: 1, most: 3 } },
    "community-trust": { declines: 0.06, answersIn: { half: 2.5, most: 6 }, informs: 0.92 },
    "mental-health-trust": {
      declines: 0.08,
      declinesWhenFull: 0.2,
      reasons: { "23": 4, "22": 3, "27": 2, "40": 1 },
      answersIn: { half: 3, most: 8 },
      keeps: 0.9,
    },
    "hospital-trust": {
      declines: 0.09,
      declinesWhenFull: 0.2,
      reasons: { "22": 5, "23": 3, "31": 2 },
      answersIn: { half: 3.5, most: 8.5 },
      keeps: 0.9,
      informs: 0.86,
      tellsFirst: 0.88,
    },
    pharmacy: {
      declines: 0.03,
      declinesWhenFull: 0.08,
      reasons: { "22": 3, "23": 2, "31": 1 },
      answersIn: { half: 1, most: 2.5 },
      keeps: 0.97,
    },
    "social-care": {
      reasons: { "22": 5, "40": 3, "27": 1 },
      answersIn: { half: 4, most: 9 },
    },
    voluntary: {
      declines: 0.07,
      declinesWhenFull: 0.22,
      reasons: { "22": 6, "21": 1, "42": 1, "27": 1 },
      neverAnswers: 0.01,
      tellsFirst: 0.96,
      informs: 0.94,
    },
  },
  byOrganisation: {
    spyglass: { declines: 0.09, declinesWhenFull: 0.34, reasons: { "22": 8, "31": 2, "23": 1 } },
    council: { neverAnswers: 0.03, answersIn: { half: 6, most: 14 }, keeps: 0.82, tellsFirst: 0.76 },
    tidewell: {
      declines: 0.015,
      declinesWhenFull: 0.05,
      neverAnswers: 0.002,
      answersIn: { half: 1, most: 2.5 },
      keeps: 0.99,
      tellsFirst: 0.99,
      informs: 0.98,
    },
    "even-keel": { neverAnswers: 0.04, answersIn: { half: 4, most: 10 } },
    sandholme: { tellsFirst: 0.97, informs: 0.96 },
  },
  season: [1.5, 1.35, 1.1, 0.95, 0.9, 0.85, 0.85, 0.9, 0.95, 1, 1.15, 1.45],
  people: { passOn: 0.9, choosesAgain: 0.85, choosesAfterHours: 26, cancelsAWeek: 0.008 },
  room: {
    usual: 1.15,
    inPeaks: 0.5,
    byOrganisation: { spyglass: 0.6, tidewell: 1.3, general: 0.85, council: 0.9, lantern: 0.8 },
  },
  desk: { asksAfterHours: 4, tellsFirst: 0.9 },
};
