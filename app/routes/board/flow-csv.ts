import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { flowHere, tableFile } from "./flow-of";
import { FLOW_TABLES, flowTable } from "./flow-page";

const Asked = z.enum(FLOW_TABLES).catch("measures");

/** One of the flow's tables as a file for a spreadsheet. */
export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  const here = flowHere(context, request);
  if (here.asked.error !== null) throw new Response(null, { status: 400 });
  const name = Asked.parse(new URL(request.url).searchParams.get("table"));
  const table = await flowTable(context, here, name);
  if (table === undefined) throw new Response(null, { status: 404 });
  return tableFile(table, `flow-${name}-${here.asked.period.from}`);
}
