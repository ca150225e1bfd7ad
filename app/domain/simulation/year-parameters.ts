import { z } from "zod";
import { Behaviour } from "./behaviour";
import { Demand } from "./demand";

const PlainDay = z.iso.date();

/** Everything that a brand's made-up year follows from, but for its directory. */
export const YearParameters = z.object({
  seed: z.int().min(0).max(2_147_483_647),
  /** Both inclusive. */
  from: PlainDay,
  until: PlainDay,
  demand: Demand,
  /** Null for a brand of real names: no behaviour is made up for them, so that nothing is known of what became of a part. */
  behaviour: Behaviour.nullable(),
});
export type YearParameters = Readonly<z.output<typeof YearParameters>>;
