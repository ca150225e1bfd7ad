import type { AppLoadContext } from "@remix-run/node";
import { roundedCount } from "~/domain/flow/few";
import { dateInWords } from "~/domain/shared/in-words";
import { readPastYear } from "~db/queries/past-weeks";
import { yearTables } from "./year-tables";

/** What the brand's past year was made from; null when it has none. The past of a copy is that of the brand it was made from. */
export async function yearHere({ onedoor, directory }: AppLoadContext) {
  const { id, historyOf } = directory.brand;
  const year = await readPastYear(onedoor.db.kysely, historyOf ?? id);
  if (year === null) return null;
  const { parameters, weeks } = year;
  return {
    seed: parameters.seed,
    from: dateInWords(parameters.from),
    until: dateInWords(parameters.until),
    parts: roundedCount(weeks.reduce((sum, { parts }) => sum + parts, 0)),
    hasBehaviour: parameters.behaviour !== null,
    tables: yearTables(parameters, weeks, directory),
  };
}
