import type { AppLoadContext } from "@remix-run/node";
import { isMeasure, type MeasureId } from "~/domain/flow/measures";
import { DIMENSIONS, Tally } from "~/domain/flow/tally";
import { flowSums } from "~/usecases/flow-facts";
import { keptAs } from "./flow-figures";
import { type FlowHere, flowHere, notOfRealNames } from "./flow-of";

/** Which measure an address is of, and whose figures: 404 for no measure, and for a front door of real names. */
export function measureHere(
  context: AppLoadContext,
  request: Request,
  measure: string | undefined,
): { readonly here: FlowHere; readonly id: MeasureId } {
  const here = flowHere(context, request);
  notOfRealNames(context);
  if (!isMeasure(measure)) throw new Response(null, { status: 404 });
  return { here, id: measure };
}

/** A measure added up in every way that its page shows. */
export async function readMeasure(context: AppLoadContext, here: FlowHere, id: MeasureId): Promise<Tally> {
  const { onedoor, directory } = context;
  const start = () => new Tally(id, here.setting, DIMENSIONS);
  const tally = start();
  const weeks = flowSums(onedoor, directory, here.weeks, keptAs(context, here, id), start);
  for await (const [, week] of weeks) tally.addAll(week);
  return tally;
}
