import { z } from "zod";
import { type Instant, milliseconds } from "../shared/time";

/**
 * How a run of a scenario stands: it waits in line, it goes on, it is over; somebody stopped it; it cannot be played as it
 * is (`refused`); or something went wrong (`failed`).
 */
export type RunState = "waiting" | "running" | "done" | "stopped" | "refused" | "failed";

const Shown = z.object({ middle: z.number(), low: z.number(), high: z.number() }).nullable();

export const Progress = z.object({
  /** Requests that were played again so far, and all that there are to play. */
  done: z.number(),
  of: z.number(),
  /** How many scenarios are before it in line. */
  ahead: z.number(),
  /** Why it cannot be played, by the place of the change in the list; a place of null is about none of them. */
  reasons: z.array(z.object({ at: z.number().nullable(), reason: z.string() })),
  /** Of a run that is over: how many would be worse off, and better. Null is too few to show. */
  headline: z.object({ compared: Shown, worse: Shown, better: Shown }).nullable(),
});
export type Progress = z.infer<typeof Progress>;

export const NO_PROGRESS: Progress = { done: 0, of: 0, ahead: 0, reasons: [], headline: null };

/** The last time that a scenario was played again, or is. */
export interface ScenarioRun {
  readonly scenarioId: string;
  readonly state: RunState;
  /** The scenario's version that it is of. */
  readonly ofVersion: number;
  /** Moments of real time. */
  readonly askedAt: Instant;
  readonly seenAt: Instant;
  readonly progress: Progress;
}

/** A process that plays one says so every second; of which nothing was heard for this long, its process is gone. */
const LOST_AFTER_MS = 20_000;

/** How a run stands as of a moment of real time: one of which nothing is heard any more is `lost`. */
export function standingOfRun({ state, seenAt }: ScenarioRun, at: Instant): RunState | "lost" {
  const isLost =
    (state === "waiting" || state === "running") && milliseconds(at) - milliseconds(seenAt) > LOST_AFTER_MS;
  return isLost ? "lost" : state;
}

export const isGoing = (state: RunState | "lost"): boolean => state === "waiting" || state === "running";
