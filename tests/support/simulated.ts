import { buildDirectory } from "~/domain/directory/directory";
import { daysFrom } from "~/domain/shared/time";
import type { Behaviour } from "~/domain/simulation/behaviour";
import type { RecordedRequest } from "~/domain/simulation/replay";
import type { SimulatedWorld } from "~/domain/simulation/simulate";
import { contents, HARBOUR, location, need, northOf, offer, organisation, service } from "./directory";

/** Partners that decline and forget now and then, in no season more than in another. */
export const BEHAVIOUR: Behaviour = {
  usual: {
    declines: 0.1,
    declinesWhenFull: 0.4,
    reasons: { "22": 3, "23": 1 },
    neverAnswers: 0.05,
    answersIn: { half: 4, most: 20 },
    keeps: 0.9,
    tellsFirst: 0.9,
    informs: 0.8,
  },
  byKind: {},
  byOrganisation: {},
  season: Array(12).fill(1),
  people: { passOn: 0.8, choosesAgain: 0.7, choosesAfterHours: 24, cancelsAWeek: 0.02 },
  room: { usual: 1.5, inPeaks: 1, byOrganisation: {} },
  desk: { asksAfterHours: 4, tellsFirst: 0.9 },
};

/** As many requests over some days from a Monday, alike but for where they come from and how old who asks is. */
export const askedOver = (
  from: string,
  days: number,
  many: number,
  serviceId = "physio",
): readonly RecordedRequest[] =>
  Array.from({ length: many }, (_, number) => ({
    id: `r${String(number).padStart(5, "0")}`,
    at: `${daysFrom(from, Math.floor((number * days) / many))}T${String(8 + (number % 9)).padStart(2, "0")}:00:00.000Z`,
    need: need({
      serviceId,
      place: {
        postcode: `LK${1 + (number % 4)} 1AA`,
        position: number % 4 === 0 ? HARBOUR : northOf(number % 4),
      },
      person: {
        bornOn: `${1935 + ((number * 7) % 80)}-05-01`,
        sex: number % 2 === 0 ? "female" : "male",
        registeredWith: null,
      },
    }),
  }));

/** Two partners that give physiotherapy: one at the harbour, one eight kilometres from it. */
export const SMALL_WORLD: SimulatedWorld = {
  directory: buildDirectory(
    contents({
      services: [service("physio")],
      organisations: [organisation("far"), organisation("near")],
      locations: [location("hill", "far", northOf(8)), location("quay", "near", HARBOUR)],
      offers: [
        offer("far-physio", "far", { locationId: "hill" }),
        offer("near-physio", "near", { locationId: "quay" }),
      ],
    }),
  ),
  overlay: new Map(),
  behaviour: BEHAVIOUR,
  otherwise: 40,
};
