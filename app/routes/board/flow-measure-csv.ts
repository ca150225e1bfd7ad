import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { DIMENSIONS } from "~/domain/flow/tally";
import { tableFile } from "./flow-of";
import { groupTable, kindTable, trendPoints, trendTable } from "./flow-tables";
import { measureHere, readMeasure } from "./measure-of";

const Asked = z.enum([...DIMENSIONS, "trend", "kind"]).catch("trend");

/** One of a measure's tables as a file for a spreadsheet. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const { here, id } = measureHere(context, request, params.measure);
  if (here.asked.error !== null) throw new Response(null, { status: 400 });
  const name = Asked.parse(new URL(request.url).searchParams.get("table"));
  const tally = await readMeasure(context, here, id);
  const table =
    name === "trend"
      ? trendTable(id, trendPoints(here, id, tally))
      : name === "kind"
        ? kindTable(id, tally)
        : groupTable(context, here, id, name, tally);
  if (table === undefined) throw new Response(null, { status: 404 });
  return tableFile(table, `flow-${id}-${name}-${here.asked.period.from}`);
}
