import type { EndReason } from "./types";

/** Who looks at what ended without care: the next partner, the person themselves, or the front desk. */
export type NextStep = "next" | "patient" | "desk";

/**
 * A reason about the partner (no room, no appointment, silence) sends it to the next one. A reason about the person
 * does not: who could not be reached or would rather go elsewhere is asked, and where other care is right somebody at
 * the front desk finds out which. What the person is not eligible for with one partner may be had from another.
 */
const NEXT_STEP: Readonly<Record<EndReason, NextStep>> = {
  "21": "next",
  "22": "next",
  "23": "desk",
  "24": "next",
  "26": "patient",
  "27": "patient",
  "31": "next",
  "32": "next",
  "40": "next",
  "41": "next",
  "42": "next",
  "99": "next",
  silent: "next",
  transferred: "next",
  "partner-left": "next",
  patient: "patient",
  moved: "patient",
  "did-not-attend": "patient",
  desk: "desk",
  error: "desk",
};

export const afterRefusal = (reason: EndReason): NextStep => NEXT_STEP[reason];
