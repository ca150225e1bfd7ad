import { stat } from "node:fs/promises";
import { Command } from "commander";
import { z } from "zod";
import { type LoadedFile, type LoadWatch, loadArea } from "~/usecases/load-area";
import type { Kept } from "~/usecases/load-area/decided";
import { UNDATED } from "~/usecases/load-area/find-files";
import type { AreaRules } from "~/usecases/load-area/rules";
import { BRISTOL } from "~seeds/areas/bristol";
import { ENGLAND } from "~seeds/areas/england";
import { Problem, parsed, say, tell, withOnedoor } from "./verb";

const AREAS: Readonly<Record<string, AreaRules>> = { bristol: BRISTOL, england: ENGLAND };

const Options = z.object({
  from: z.string().min(1, "--from needs a folder"),
  json: z.boolean().optional(),
});

export const loadVerb = (): Command =>
  new Command("load")
    .description("Loads a real area from a folder of published files; loading again changes nothing")
    .argument("<area>", `one of: ${Object.keys(AREAS).join(", ")}`)
    .requiredOption("--from <folder>", "the folder of published files, as in ../shared/data")
    .option("--json", "print the reports as JSON instead of text")
    .action(async (area: string, given: unknown) => {
      const options = parsed(Options, given);
      const rules = AREAS[area];
      if (rules === undefined) {
        throw new Problem(
          `There are no rules for "${area}"; there are for: ${Object.keys(AREAS).join(", ")}`,
        );
      }
      const folder = await stat(options.from).catch(() => undefined);
      if (!folder?.isDirectory()) throw new Problem(`${options.from} is not a folder`);
      await withOnedoor(async (onedoor) => {
        const result = await loadArea(onedoor, rules, { folder: options.from, watch: watchOnTerminal() });
        if (result.kind !== "loaded") throw new Problem(`${result.problem}. Nothing was changed.`);
        if (options.json) say(JSON.stringify(result, null, 2));
        else {
          for (const file of result.files) for (const line of reportLines(file)) say(line);
          for (const what of result.kept) say(`left as people have decided: ${KEPT[what]}`);
          say(`${rules.brand.name}: directory version ${result.directoryVersion}`);
        }
      });
    });

const KEPT: Readonly<Record<Kept, string>> = {
  look: "what the front door is called, and how it looks",
  policy: "the points, and the times for an answer",
  constitution: "the rules by which members decide",
  boxes: "how care arrives",
};

/** A line a file on standard error, and a running count where somebody is watching. */
function watchOnTerminal(): LoadWatch {
  const clear = process.stderr.isTTY ? "\r\u001b[K" : "";
  return {
    started: ({ path }) => tell(`${clear}Reading ${path}`),
    rows: (file, rows) => {
      if (process.stderr.isTTY) process.stderr.write(`${clear}${file}: ${rows.toLocaleString("en-GB")} rows`);
    },
    written: ({ file }) => tell(`${clear}Written ${file}`),
  };
}

const REASONS_SHOWN = 8;
const ROWS_SHOWN = 3;

function reportLines({ file, edition, report }: LoadedFile): string[] {
  // What one file says of another's rows is written with those, and counted there.
  const written = report.added + report.updated + report.unchanged + report.closed;
  const counts = [
    `${report.read} read`,
    `${report.outside ?? 0} of elsewhere or of another kind`,
    `${report.taken} taken`,
    ...(written === 0 && report.taken > 0
      ? ["with nothing of its own to write"]
      : [
          `${report.added} new`,
          `${report.updated} updated`,
          `${report.unchanged} unchanged`,
          `${report.closed} closed`,
        ]),
    `${report.refusedInAll} refused`,
  ];
  const reasons = Object.entries(report.refusedByReason ?? {}).sort(([, a], [, b]) => b - a);
  return [
    `${file} (${edition === UNDATED ? "not dated" : `edition ${edition}`}): ${counts.join(", ")}`,
    ...reasons.slice(0, REASONS_SHOWN).map(([reason, count]) => {
      const rows = report.refused.filter((each) => each.reason === reason).map(({ row }) => row);
      const shown = rows.slice(0, ROWS_SHOWN).join(", ");
      return `  refused ${count}: ${reason} (row ${shown}${count > ROWS_SHOWN ? " …" : ""})`;
    }),
    ...(reasons.length > REASONS_SHOWN ? [`  and ${reasons.length - REASONS_SHOWN} more reasons`] : []),
  ];
}
