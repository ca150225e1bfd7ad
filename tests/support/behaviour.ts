import type { Behaviour, PartnerBehaviour } from "~/domain/simulation/behaviour";

/** A behaviour in which everybody does everything at once and well: a test names only what it is about. */
export const behaviour = (
  usual: Partial<PartnerBehaviour> = {},
  changes: Partial<Behaviour> = {},
): Behaviour => ({
  usual: {
    declines: 0,
    declinesWhenFull: 0,
    reasons: { "22": 1 },
    neverAnswers: 0,
    answersIn: { half: 1, most: 1 },
    keeps: 1,
    tellsFirst: 1,
    informs: 1,
    ...usual,
  },
  byKind: {},
  byOrganisation: {},
  season: Array(12).fill(1),
  people: { passOn: 1, choosesAgain: 1, choosesAfterHours: 24, cancelsAWeek: 0 },
  room: { usual: 1, inPeaks: 0, byOrganisation: {} },
  desk: { asksAfterHours: 2, tellsFirst: 1 },
  ...changes,
});
