import type { Brand, Policy } from "~/domain/directory/types";
import { type Constitution, FIRST_CONSTITUTION } from "~/domain/governance/constitution";

/**
 * A partner has two working days to answer a routine request. The promise is five: time for one partner to be
 * silent (2), for the next to answer (2), and for the front desk to put it right (1). The date holds however often
 * the request moves. Urgent halves that; as-soon-as-possible is counted in hours that run through the night.
 * Distance weighs most, because people without a car told every such service so; a wait comes next.
 */
export const LARKMOUTH_POLICY: Policy = {
  version: 2,
  reachKm: 40,
  judged: 30,
  points: { distance: 40, wait: 25, continuity: 15, preference: 10, capacity: 10, kept: 10, share: 6 },
  answerWithin: { routine: { workingDays: 2 }, urgent: { workingDays: 1 }, asap: { hours: 4 } },
  promiseWithin: { routine: { workingDays: 5 }, urgent: { workingDays: 2 }, asap: { hours: 24 } },
  deskWithin: { routine: { workingDays: 1 }, urgent: { hours: 4 }, asap: { hours: 2 } },
  patientWithin: { workingDays: 3 },
  capacityStaleHours: 168,
};

/** Half of all votes shared alike, so that a small group counts; half by the people on each list, so that they do. */
const LARKMOUTH_CONSTITUTION: Constitution = {
  ...FIRST_CONSTITUTION,
  votes: { kind: "mix", withoutList: 2_000, byMember: 50 },
  quorum: 400,
};

export const LARKMOUTH_BRAND: Brand = {
  id: "larkmouth",
  name: "Larkmouth Care",
  strapline: "One door to health and care in Larkmouth",
  area: "Larkmouth and its villages",
  kind: "demo",
  mark: { letters: "LC", colour: "#1d5c63" },
  desk: {
    name: "Larkmouth Care’s front desk",
    phone: "0808 157 0100",
    hours: "Monday to Friday, 8am to 6pm",
  },
  policy: LARKMOUTH_POLICY,
  constitution: LARKMOUTH_CONSTITUTION,
  attribution: [],
};
