import type { LoaderFunctionArgs } from "@remix-run/node";
import { FIGURES_PAGE } from "~/content/figures";
import { localDate } from "~/domain/shared/time";
import { csvFile } from "../csv-file";
import { figureLines, figuresHere } from "./figures-of";

/** An organisation's figures as a file for a spreadsheet. */
export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  const here = figuresHere(context, request);
  if (here.kind === "no-membership") throw new Response(null, { status: 403 });
  const { organisation, weeks, service } = here;
  const { lines, declines } = await figureLines(context, organisation, { weeks, service });
  const { figure, yours, of, middle, means, reason, times } = FIGURES_PAGE;
  return csvFile(`figures-${organisation.id}-${localDate(context.now)}.csv`, [
    [figure, yours, of, middle, means],
    ...lines.map((line) => [line.name, line.yours, line.of, line.middle, line.means]),
    [reason, times, "", "", ""],
    ...declines.map(({ words, many }) => [words, String(many), "", "", ""]),
  ]);
}
