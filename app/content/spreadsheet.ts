import { stringify } from "csv-stringify/sync";
import { type Instant, localDate, localTime } from "~/domain/shared/time";

/**
 * One line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula is set apart by a quotation
 * mark, so that what a person typed is never run (OWASP, CSV injection).
 */
export const csvLine = (cells: readonly string[]): string =>
  stringify([[...cells]], { record_delimiter: "windows", escape_formulas: true });

/** A whole CSV file, marked so that spreadsheets keep letters with accents as they are. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(csvLine).join("")}`;

/** "2026-11-30 17:00", as spreadsheets read a moment; local time. */
export const sheetMoment = (at: Instant): string => `${localDate(at)} ${localTime(at)}`;
