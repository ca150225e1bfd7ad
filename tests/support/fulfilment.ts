import type { Box } from "~/domain/boxes/types";
import type { Policy } from "~/domain/directory/types";
import type { Setting } from "~/domain/fulfilment/deadlines";
import { type NewPart, openPart } from "~/domain/fulfilment/open-part";
import type { Appointment, NextPartner } from "~/domain/fulfilment/part-state";
import type { CareRequest, DeliveryPromise } from "~/domain/fulfilment/types";

/** Builders for fulfilments: one policy, one Monday morning, partners called by a letter. */
export const MONDAY = "2026-11-23T09:00:00.000Z";

export const policy: Policy = {
  version: 1,
  reachKm: 40,
  judged: 30,
  points: { distance: 40, wait: 30, continuity: 20, preference: 10, capacity: 10, kept: 10, share: 5 },
  answerWithin: { routine: { workingDays: 2 }, urgent: { hours: 4 }, asap: { hours: 1 } },
  promiseWithin: { routine: { workingDays: 5 }, urgent: { hours: 24 }, asap: { hours: 2 } },
  deskWithin: { routine: { workingDays: 1 }, urgent: { hours: 2 }, asap: { hours: 1 } },
  patientWithin: { workingDays: 3 },
  capacityStaleHours: 72,
};

export const setting = (now = MONDAY): Setting => ({
  now,
  brandKind: "demo",
  policy,
  bankHolidays: new Set(),
});

export const request = (change: Partial<CareRequest> = {}): CareRequest => ({
  id: "request-1",
  brandId: "larkmouth",
  reference: "K7PM-3QXR",
  serviceId: "physiotherapy",
  priority: "routine",
  submittedAt: MONDAY,
  consentToPassOn: true,
  ...change,
});

export const box = (partner: string): Box => ({
  style: "partner",
  brand: { name: "Larkmouth Care", mark: { letters: "L", colour: "#005eb8" } },
  partner: { id: partner, name: `Partner ${partner}`, mark: { letters: "P", colour: "#005eb8" } },
  lead: null,
  lines: {
    letter: `Partner ${partner}`,
    text: `Partner ${partner}`,
    call: `Partner ${partner}`,
    door: `Partner ${partner}`,
    accountable: `Partner ${partner}`,
    record: `Partner ${partner}`,
    questions: `Partner ${partner}`,
  },
  questionsPhone: "01632 960 001",
});

/** Partner "a" with its offer "offer-a", and a fulfilment that is called by both the partner and a number. */
export const next = (partner: string, number = 1): NextPartner => ({
  fulfilmentId: `fulfilment-${partner}-${number}`,
  decisionId: `decision-${partner}-${number}`,
  offerId: `offer-${partner}`,
  organisationId: partner,
  box: box(partner),
});

/** A request's first part, opened with the partner that routing chose, or none. */
export const opened = (
  asked: CareRequest,
  partner: NextPartner | null,
  { now = MONDAY, appointment = null, ...change }: Partial<NewPart> & { readonly now?: string } = {},
) =>
  openPart(
    asked,
    {
      id: "part-1",
      position: 1,
      serviceId: asked.serviceId,
      priority: asked.priority,
      after: [],
      shortlist: [],
      next: partner,
      appointment: appointment satisfies Appointment | null,
      ...change,
    },
    setting(now),
  );

/** A promise that is open still, by a moment. */
export const promised = (by: string): DeliveryPromise => ({
  by,
  what: "answer-with-a-time",
  rule: "",
  madeAt: MONDAY,
  warnAt: by,
  warned: false,
  settled: null,
});
