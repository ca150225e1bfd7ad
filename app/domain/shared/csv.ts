/**
 * One line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula is set apart by a quotation
 * mark, so that what a person typed is never run (OWASP, CSV injection).
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(",")}\r\n`;

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
