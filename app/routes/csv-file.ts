import { csvText } from "~/content/spreadsheet";

/** A table as a file for a spreadsheet. */
export const csvFile = (name: string, rows: readonly (readonly string[])[]): Response =>
  new Response(csvText(rows), {
    headers: {
      "Cache-Control": "no-store",
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
