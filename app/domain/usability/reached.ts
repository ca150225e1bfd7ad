import type { FulfilmentEvent } from "../fulfilment/types";

/** What a person does themselves that can make a task a success. */
export const EVENT_TYPES_OF_A_REQUEST = [
  "request-submitted",
  "appointment-booked",
  "fulfilment-moved",
  "fulfilment-cancelled",
  "information-given",
  "information-added",
  "question-asked",
  "earlier-time-wanted",
  "red-flag-told",
] as const satisfies readonly FulfilmentEvent["type"][];
export type EventTypeOfARequest = (typeof EVENT_TYPES_OF_A_REQUEST)[number];
