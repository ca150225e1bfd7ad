import type { Standing } from "../directory/standing";
import { isHeld } from "./transitions";
import type { Fulfilment } from "./types";

/**
 * Whether open work goes on to others, as its partner stands now. What it never answered always goes. Said to `finish`,
 * a partner that is suspended keeps what it took on, and one that has left what is under way or has a time: without a
 * time nobody would know for how long it is still there.
 */
export function goesOn(fulfilment: Fulfilment, standing: Standing): boolean {
  if (!isHeld(fulfilment.status) || !("openWork" in standing)) return false;
  const at = fulfilment.hold?.from ?? fulfilment.status;
  if (at === "requested" || standing.openWork === "reroute") return true;
  return standing.kind === "left" && at !== "in-progress" && fulfilment.appointment === null;
}
