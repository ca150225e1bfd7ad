import type { LoaderFunctionArgs } from "@remix-run/node";
import { GROUPING_WORDS, RESULT } from "~/content/board/what-if";
import {
  type BothLine,
  effectLines,
  groupLines,
  lookUp,
  measureLines,
  PARTNER_MEASURES,
  partnerLines,
  partnerMeasureName,
} from "~/content/board/what-if-lines";
import { toJson } from "~/domain/shared/json";
import { GROUPINGS } from "~/domain/simulation/worse-off";
import type { ScenarioFile } from "~/usecases/keep-scenario";
import { csvFile } from "../csv-file";
import { notFound } from "../partner/partner-access";
import { inBoardRoom } from "./board-access";
import { namesOf, runOf, scenarioAt } from "./scenario-of";

/** A scenario as a file that can be brought in elsewhere, and what it came to as files for a spreadsheet. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  inBoardRoom(context, request);
  const scenario = await scenarioAt(context, params.scenario);
  const result = (await runOf(context, scenario))?.result ?? null;
  const names = lookUp(namesOf(context, scenario));
  const { name, note, changes } = scenario;
  const file: ScenarioFile = { format: "onedoor-scenario-1", name, note, changes: [...changes] };
  if (params.file === "scenario.json") return json(params.file, file);
  if (result === null) throw notFound();
  switch (params.file) {
    case "result.json":
      return json(params.file, { ...file, result });
    case "measures.csv":
      return csv(params.file, bothLines(RESULT.measure, measureLines(result)));
    case "partners.csv": {
      const asked = new URL(request.url).searchParams.get("measure");
      const wanted = PARTNER_MEASURES.filter((id) => asked === null || id === asked);
      if (wanted.length === 0) throw notFound();
      const lines = wanted.flatMap((id) =>
        partnerLines(result, id, names).map((line) => ({ ...line, of: partnerMeasureName(id) })),
      );
      return csv(params.file, [
        [RESULT.measure, ...bothHead(RESULT.partner)],
        ...lines.map((line) => [line.of, ...bothCells(line)]),
      ]);
    }
    case "people.csv":
      return csv(params.file, [
        [RESULT.effect, RESULT.worseColumn, RESULT.betterColumn],
        ...effectLines(result).map(({ worse, worseCount, betterCount }) => [worse, worseCount, betterCount]),
        ...GROUPINGS.flatMap((grouping) => [
          [GROUPING_WORDS[grouping].one, RESULT.groupWorse, RESULT.groupOf],
          ...groupLines(result, grouping, names).map(({ name, worse, of }) => [name, worse, of]),
        ]),
      ]);
    default:
      throw notFound();
  }
}

const bothHead = (one: string): readonly string[] => [
  one,
  ...[RESULT.before, RESULT.after].flatMap((side) => [
    side,
    `${side}: ${RESULT.low}`,
    `${side}: ${RESULT.high}`,
  ]),
  RESULT.difference,
  RESULT.inWords(RESULT.before),
  RESULT.inWords(RESULT.after),
];
const bothCells = ({ name, cells, moved, before, after }: BothLine): readonly string[] => [
  name,
  ...cells,
  moved.words,
  before,
  after,
];
const bothLines = (one: string, lines: readonly BothLine[]) => [bothHead(one), ...lines.map(bothCells)];

const csv = (name: string, lines: readonly (readonly string[])[]): Response =>
  csvFile(`what-if-${name}`, lines);

const json = (name: string, value: unknown): Response =>
  new Response(`${toJson(value)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="what-if-${name}"`,
      "Cache-Control": "no-store",
    },
  });
