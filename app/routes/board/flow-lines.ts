import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { TableData } from "~/components/board/charts/table-data";
import { DIMENSION_WORDS, FLOW, whenWords } from "~/content/board/flow";
import { BOX_NAMES, MEASURE_WORDS } from "~/content/board/measures";
import { alike, Lines } from "~/domain/flow/alike";
import { roundedCount } from "~/domain/flow/few";
import { type FlowLine, happened, LESS } from "~/domain/flow/happened";
import { type MeasureId, measureOf } from "~/domain/flow/measures";
import { weekAsked } from "~/domain/flow/period";
import { isShownApart } from "~/domain/flow/shown";
import { DIMENSIONS, keyOf } from "~/domain/flow/tally";
import { milliseconds } from "~/domain/shared/time";
import { flowFacts } from "~/usecases/flow-facts";
import type { FlowHere } from "./flow-of";
import { kindWords } from "./flow-tables";
import { readMeasure } from "./measure-of";

const Asked = z.object({
  by: z.enum(DIMENSIONS).nullable().catch(null),
  key: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AskedLines = z.output<typeof Asked>;

export const readAskedLines = (request: Request): AskedLines => {
  const query = new URL(request.url).searchParams;
  return Asked.parse({ by: query.get("by"), key: query.get("key") ?? "", page: query.get("page") ?? 1 });
};

/** The people behind a figure, five or more who are alike a line, biggest first. */
export async function flowLines(
  context: AppLoadContext,
  here: FlowHere,
  id: MeasureId,
  { by, key }: AskedLines,
) {
  const { onedoor, directory } = context;
  const { setting, weeks } = here;
  const measure = measureOf(id);
  const at = milliseconds(setting.now);
  const lines = new Lines<FlowLine>();
  if (by !== null && !isShownApart((await readMeasure(context, here, id)).by(by), key)) return [];
  for await (const facts of flowFacts(onedoor, directory, weeks))
    for (const fact of facts)
      for (const point of measure.points(fact, at)) {
        if (by !== null && keyOf(by, fact, point.partner, setting.needOf) !== key) continue;
        lines.add(fact.person, {
          when: weekAsked(fact.askedAt),
          need: setting.needOf(fact.serviceId) ?? null,
          service: fact.serviceId,
          partner: point.partner,
          box: fact.box,
          area: fact.outcode,
          happened: happened(measure, point),
        });
      }
  return alike(lines, LESS);
}

/** The list as a table. */
export function listTable(
  { nameOf }: FlowHere,
  id: MeasureId,
  lines: Awaited<ReturnType<typeof flowLines>>,
): TableData {
  const name = (dimension: "need" | "service" | "partner" | "area", key: string | null) => ({
    text: key === null ? "–" : nameOf(dimension, key),
  });
  return {
    caption: `${MEASURE_WORDS[id].name}: ${FLOW.list}`,
    columns: [
      { name: FLOW.happened },
      { name: FLOW.people, number: true },
      { name: FLOW.when },
      { name: FLOW.need },
      { name: FLOW.service },
      { name: DIMENSION_WORDS.partner.one },
      { name: FLOW.box },
      { name: FLOW.area },
    ],
    rows: lines.map(({ line, count }) => [
      { text: kindWords(id, line.happened) },
      { text: roundedCount(count).toLocaleString("en-GB") },
      { text: line.when === null ? "–" : whenWords(line.when) },
      name("need", line.need),
      name("service", line.service),
      name("partner", line.partner),
      { text: line.box === null ? "–" : BOX_NAMES[line.box] },
      name("area", line.area),
    ]),
  };
}
