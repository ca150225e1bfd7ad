import type { DeadlineRow } from "./deadlines";

const COLUMNS: readonly (readonly [heading: string, of: keyof DeadlineRow])[] = [
  ["Priority", "called"],
  ["An answer with a time", "promise"],
  ["A partner answers", "partnerAnswers"],
  ["asked late, at least", "partnerAnswersAtLeast"],
  ["The front desk acts", "deskActs"],
  ["The person chooses", "patientChooses"],
];

/** What each priority promises and by when everybody must act, as a board reads it: one line a priority. */
export function deadlinesText(brand: string, rows: readonly DeadlineRow[]): string {
  const lines = [COLUMNS.map(([heading]) => heading), ...rows.map((row) => COLUMNS.map(([, of]) => row[of]))];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [
    `${brand}: within how long of being asked`,
    "",
    ...table,
    "",
    "A partner never has longer than the promise to the person leaves, but for the least it can answer in.",
    "A front desk that is late hands over to the manager, who has the same time; the person is told.",
    "Hours run day and night. A working day ends at 5 pm, and is no Saturday, Sunday or bank holiday.",
  ].join("\n");
}
