import type { Onedoor } from "~/usecases/context";
import { recordYear, type YearAsked, type YearWatch } from "~/usecases/record-year";
import { BRISTOL_DEMAND } from "./areas/bristol/demand";
import { LARKMOUTH_BEHAVIOUR } from "./reference/larkmouth/behaviour";
import { LARKMOUTH_DEMAND } from "./reference/larkmouth/demand";

/** What the past year of a brand is made from, by the brand's id. */
export const YEARS: Readonly<Record<string, YearAsked>> = {
  larkmouth: {
    seed: 1951,
    demand: LARKMOUTH_DEMAND,
    behaviour: LARKMOUTH_BEHAVIOUR,
    districts: ["Larkmouth"],
  },
  // Real names: nothing is made up of how they answer.
  bristol: { seed: 1373, demand: BRISTOL_DEMAND, behaviour: null, districts: ["E06000023"] },
};

/** Gives the demonstration its past year, where it is not there yet. */
export async function recordDemoYear(onedoor: Onedoor, watch: YearWatch = {}): Promise<void> {
  const asked = YEARS.larkmouth;
  if (asked === undefined) throw new Error("Larkmouth has no year");
  const result = await recordYear(onedoor, "larkmouth", asked, watch);
  if (result.kind === "refused") throw new Error(result.problem);
}
