import type { AppLoadContext } from "@remix-run/node";
import { FlowFigures } from "~/domain/flow/flow-figures";
import { mondaysOf } from "~/domain/flow/period";
import { inTheCommunity } from "~/domain/flow/prices";
import { Tally } from "~/domain/flow/tally";
import { flowSums } from "~/usecases/flow-facts";
import type { FlowHere } from "./flow-of";

/** What sums are kept under: all that they depend on beside the parts. */
export const keptAs = ({ directory }: AppLoadContext, { setting, weeks }: FlowHere, what: string): string =>
  [what, setting.step, directory.version, weeks.today].join(" ");

/** Everything that the page of the flow adds up, and what is given outside the hospital in each half of the time. */
export async function readFlow(context: AppLoadContext, here: FlowHere) {
  const { onedoor, directory } = context;
  const { asked, setting } = here;
  const start = () => new FlowFigures(setting, directory);
  const half = () =>
    new Tally(
      inTheCommunity((id) => directory.organisation(id)?.kind),
      setting,
      ["need"],
    );
  const figures = start();
  const halves: readonly [Tally, Tally] = [half(), half()];
  const mondays = mondaysOf(asked.period);
  const secondHalf = mondays[Math.ceil(mondays.length / 2)] ?? asked.period.until;
  const sums = flowSums(onedoor, directory, here.weeks, keptAs(context, here, "flow"), start);
  for await (const [monday, week] of sums) {
    figures.addAll(week);
    halves[monday < secondHalf ? 0 : 1].addAll(week.outside);
  }
  return { figures, halves };
}
