import { z } from "zod";
import { FromBrowser } from "./log";
import { LONGEST_KEPT_DAYS } from "./study";

/** Of one sending: a browser that was without a connection for long sends several, one after the other. */
export const MOST_TOLD = 60;
/** What waited in a browser for longer is of nobody whom anything is kept of. */
export const LONGEST_AGO_MS = LONGEST_KEPT_DAYS * 86_400_000;

/**
 * What a browser tells of itself, oldest first. Each has an id of its own, so that what is told again is recorded once, and
 * says how many milliseconds ago it was: no two clocks need agree.
 */
export const Told = z
  .array(
    z.object({
      id: z.string().regex(/^[0-9a-f]{32}$/),
      ago: z
        .number()
        .min(0)
        .transform((ms) => Math.min(ms, LONGEST_AGO_MS)),
      event: FromBrowser,
    }),
  )
  .min(1)
  .max(MOST_TOLD);
export type Told = z.infer<typeof Told>;
