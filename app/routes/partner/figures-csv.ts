import type { LoaderFunctionArgs } from "@remix-run/node";
import { FIGURES_PAGE } from "~/content/figures";
import { csvLine } from "~/content/spreadsheet";
import { localDate } from "~/domain/shared/time";
import { figureLines, figuresHere } from "./figures-of";

/** An organisation's figures as a file for a spreadsheet. */
export async function loader({ context, request }: LoaderFunctionArgs): Promise<Response> {
  const here = figuresHere(context, request);
  if (here.kind === "no-membership") throw new Response(null, { status: 403 });
  const { organisation, weeks, service } = here;
  const { lines, declines } = await figureLines(context, organisation, { weeks, service });
  const { figure, yours, of, middle, means, reason, times } = FIGURES_PAGE;
  const text = [
    csvLine([figure, yours, of, middle, means]),
    ...lines.map((line) => csvLine([line.name, line.yours, line.of, line.middle, line.means])),
    csvLine([reason, times, "", "", ""]),
    ...declines.map(({ words, many }) => csvLine([words, String(many), "", "", ""])),
  ].join("");
  return new Response(`\uFEFF${text}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="figures-${organisation.id}-${localDate(context.now)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
