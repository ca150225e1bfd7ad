import type { CapacityStatus } from "~/domain/directory/types";

/** What partners have said of themselves where it differs from what their wait would tell. */
export const LARKMOUTH_CAPACITY: Readonly<Record<string, CapacityStatus>> = {
  "speech-therapy-capstan-house": "no-capacity",
  "befriending-kettle-club-home-visit": "waitlist",
  "strength-classes-fenny-lark-hall": "waitlist",
  "talking-therapies-beacon-house": "waitlist",
  "physiotherapy-highcombe-clinic": "waitlist",
  "social-prescribing-ropewalk-practice": "no-capacity",
};
