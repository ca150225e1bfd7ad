import type { LoaderFunctionArgs } from "@remix-run/node";
import { flowLines, listTable, readAskedLines } from "./flow-lines";
import { tableFile } from "./flow-of";
import { measureHere } from "./measure-of";

/** The list behind a figure as a file for a spreadsheet, all of it. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const { here, id } = measureHere(context, request, params.measure);
  if (here.asked.error !== null) throw new Response(null, { status: 400 });
  const lines = await flowLines(context, here, id, readAskedLines(request));
  return tableFile(listTable(here, id, lines), `flow-${id}-list-${here.asked.period.from}`);
}
