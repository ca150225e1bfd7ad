import type { AppLoadContext } from "@remix-run/node";
import { plainRows, type TableData } from "~/components/board/charts/table-data";
import { FLOW, GROUP_WORDS, PERIOD_FORM, periodWords } from "~/content/board/flow";
import { BOX_NAMES } from "~/content/board/measures";
import { needGroup } from "~/content/needs";
import type { Directory } from "~/domain/directory/directory";
import { CALLED_OFF, NO_BOX, OTHER, type Stage } from "~/domain/flow/path";
import { stepOf } from "~/domain/flow/period";
import { type Dimension, NOBODY, NOT_KNOWN } from "~/domain/flow/tally";
import { localDate, localInstant } from "~/domain/shared/time";
import { csvFile } from "../csv-file";
import { inBoardRoom } from "./board-access";
import { readFlowPeriod } from "./flow-period";

/** Whose flow an address asks for, and of which weeks. */
export function flowHere(context: AppLoadContext, request: Request) {
  inBoardRoom(context, request);
  const { directory, now } = context;
  const today = localDate(now);
  const asked = readFlowPeriod(request, today);
  return {
    asked,
    weeks: { period: asked.period, today },
    // Of one day: what is over by then and what is not does not change while somebody looks.
    setting: { now: localInstant(today, "00:00"), step: stepOf(asked.period), needOf: needIn(directory) },
    nameOf: namesIn(directory),
  };
}
export type FlowHere = ReturnType<typeof flowHere>;

/** The need that a service stands under first. */
const needIn =
  (directory: Directory) =>
  (serviceId: string): string | undefined =>
    directory.service(serviceId)?.needs[0];

/** What a group is called. What the directory no longer has keeps its id for a name. */
const namesIn =
  (directory: Directory) =>
  (dimension: Dimension | Stage, key: string): string => {
    if (key === OTHER) return GROUP_WORDS.other;
    if (key === CALLED_OFF) return GROUP_WORDS["called-off"];
    if (key === NOT_KNOWN) return GROUP_WORDS.notKnown;
    switch (dimension) {
      case "partner":
        return key === NOBODY ? GROUP_WORDS.nobody : (directory.organisation(key)?.shortName ?? key);
      case "service":
        return directory.service(key)?.name ?? key;
      case "need":
        return needGroup(key)?.name ?? key;
      case "area":
        return key;
      case "box":
        return key === NO_BOX ? GROUP_WORDS.none : (BOX_NAMES[key as keyof typeof BOX_NAMES] ?? key);
      default:
        return dimension satisfies never;
    }
  };

/** What stands at the head of each page of the flow. */
export const headOf = ({ brand, paths }: AppLoadContext, { asked }: FlowHere) => ({
  real: brand.kind === "real",
  made: brand.kind === "real" ? FLOW.realOnly : FLOW.made,
  period: periodWords(asked.period.from, asked.period.until),
  choice: asked.choice,
  from: asked.from,
  until: asked.until,
  error: asked.error,
  label: PERIOD_FORM.label,
  back: paths.boardFlow(asked.query),
});

/** A table as a file for a spreadsheet: the same words as on the page. */
export const tableFile = (table: TableData, name: string): Response =>
  csvFile(`${name}.csv`, plainRows(table));

/** A measure of a front door of real names is no page: no partner of it is measured. */
export function notOfRealNames({ brand }: AppLoadContext): void {
  if (brand.kind === "real") throw new Response(null, { status: 404 });
}
