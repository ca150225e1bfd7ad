import { z } from "zod";

const { ONEDOOR_LONG } = z
  .object({ ONEDOOR_LONG: z.enum(["1"]).optional() })
  .parse({ ONEDOOR_LONG: process.env.ONEDOOR_LONG });

/** Whether this is `npm run test:long`. */
export const long = ONEDOOR_LONG === "1";

/** How often a test with chance in it is run: a usual number, or the full one of a long run. */
export const runs = (usual: number, full: number): number => (long ? full : usual);
