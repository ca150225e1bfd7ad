import { csvLine } from "~/content/spreadsheet";

/** A table as a file for a spreadsheet, which keeps letters with accents as they are. */
export const csvFile = (name: string, rows: readonly (readonly string[])[]): Response =>
  new Response(`\uFEFF${rows.map(csvLine).join("")}`, {
    headers: {
      "Cache-Control": "no-store",
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
