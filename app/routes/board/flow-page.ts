import type { AppLoadContext } from "@remix-run/node";
import { drawBands } from "~/components/board/charts/band-layout";
import { drawMap, MAP_SIZES, type MapDrawn } from "~/components/board/charts/map-layout";
import type { TableData } from "~/components/board/charts/table-data";
import type { MeasureLine } from "~/components/board/measure-table";
import { FLOW } from "~/content/board/flow";
import { MEASURE_WORDS } from "~/content/board/measures";
import { MEASURES } from "~/domain/flow/measures";
import { othersFirst } from "~/usecases/others-first";
import { middlesOfOutcodes } from "~db/queries/places";
import { readFlow } from "./flow-figures";
import type { FlowHere } from "./flow-of";
import { costOf, flowPicture, mapPicture, settingsOf, shownOf } from "./flow-pictures";
import { trendPoints, wholeFigure } from "./flow-tables";

/** The tables of the page of the flow, by the name that their files' addresses have. */
export const FLOW_TABLES = ["measures", "flow", "map", "cost", "settings"] as const;

/** What the page of the flow shows; of a front door of real names, what is asked for and nothing else. */
export async function flowPage(context: AppLoadContext, here: FlowHere) {
  const { brand, onedoor, paths } = context;
  const { figures: flow, halves } = await readFlow(context, here);
  // What a page is drawn from is sent along with it: a count that is not shown is not in it either.
  const nothing = flow.parts === 0;
  const shown = shownOf(brand);
  const { bands, table } = flowPicture(here, flow.paths, shown);
  await othersFirst();
  const picture = { bands: drawBands(bands), table };
  await othersFirst();
  if (shown === "asked") return { nothing, shown, picture, partners: null };
  const measures: MeasureLine[] = [];
  for (const id of MEASURES) {
    const tally = flow.tally(id);
    const { words, beside, of } = wholeFigure(id, tally.whole);
    await othersFirst();
    measures.push({
      id,
      name: MEASURE_WORDS[id].name,
      means: MEASURE_WORDS[id].means,
      href: paths.boardMeasure(id, here.asked.query),
      figure: words,
      beside,
      of,
      trend: trendPoints(here, id, tally).map(({ value }) => value),
    });
    await othersFirst();
  }
  const asks = flow.tally("choice").by("area");
  const gives = [...flow.places].map(([key, sum]) => ({ key, sum }));
  const middles = await middlesOfOutcodes(
    onedoor.db.kysely,
    asks.flatMap(({ key }) => (key === "" ? [] : [key])),
  );
  const { map: view, table: places } = mapPicture(context, here, asks, gives, middles);
  await othersFirst();
  const drawn: MapDrawn[] = [];
  for (const size of MAP_SIZES) {
    drawn.push(drawMap(view.places, size));
    await othersFirst();
  }
  const map = { map: { ...view, drawn }, table: places };
  const cost = costOf(context, here, flow.tally("spread"));
  const settings = settingsOf(here, halves);
  await othersFirst();
  return { nothing, shown, picture, partners: { measures, map, cost, settings } };
}

/** One of the page's tables; undefined when it has none of that name. */
export async function flowTable(
  context: AppLoadContext,
  here: FlowHere,
  name: (typeof FLOW_TABLES)[number],
): Promise<TableData | undefined> {
  const { picture, partners } = await flowPage(context, here);
  switch (name) {
    case "flow":
      return picture.table;
    case "measures":
      return partners === null ? undefined : measuresTable(partners.measures);
    case "map":
      return partners?.map.table;
    case "cost":
      return partners?.cost.table;
    case "settings":
      return partners?.settings.table;
    default:
      return name satisfies never;
  }
}

const measuresTable = (lines: readonly MeasureLine[]): TableData => ({
  caption: FLOW.measures,
  columns: [{ name: FLOW.measure }, { name: FLOW.figure }, { name: FLOW.of }],
  rows: lines.map(({ name, figure, beside, of }) => [
    { text: name },
    { text: figure, ...(beside === null ? {} : { small: beside }) },
    { text: of },
  ]),
});
