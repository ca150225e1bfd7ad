import type { Policy } from "~/domain/directory/types";

/** The same promises as the demonstration's: they bind nobody real, because nothing is sent outside. */
export const REAL_AREA_POLICY: Policy = {
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

/** The attribution that the publishers of the national files ask for. */
export const PUBLISHED_BY: readonly string[] = [
  "Contains public sector information licensed under the Open Government Licence v3.0: NHS England (Organisation Data Service, referral-to-treatment waiting times, patients registered at a GP practice) and NHS Choices.",
  "Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data © Royal Mail copyright and database right 2025. Contains National Statistics data © Crown copyright and database right 2025.",
];
