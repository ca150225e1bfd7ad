import type { LoaderFunctionArgs } from "@remix-run/node";
import { codebook, codebookToRead } from "~/content/lab/codebook";
import { csvLine } from "~/content/spreadsheet";
import { toJson } from "~/domain/shared/json";
import { answerRows, eventRows, pathRows, resultRows } from "~/domain/usability/results/rows";
import { notFound } from "../partner/partner-access";
import { problemList, problemRows } from "./problem-list";
import { resultsHere } from "./results-of";

const [CSV, JSON_TYPE, MARKDOWN] = [
  "text/csv; charset=utf-8",
  "application/json; charset=utf-8",
  "text/markdown; charset=utf-8",
];

/** The results of a version as files for a spreadsheet or a program, each of what participants allow and nothing else. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const here = await resultsHere(context, request, params.study);
  const { study, sessions, results, version, record } = here;
  if (version === 0) throw notFound();
  const about = { id: record.id, name: study.name, version };
  const file = params.file ?? "";
  const csv = (rows: readonly (readonly string[])[]) =>
    download(`\uFEFF${rows.map((cells) => csvLine(cells)).join("")}`, about, file, CSV);
  const json = (value: object) => download(`${toJson(value)}\n`, about, file, JSON_TYPE);
  switch (file) {
    case "results.csv":
      return csv(resultRows(study, sessions));
    case "answers.csv":
      return csv(answerRows(study, sessions));
    case "events.csv":
      return csv(eventRows(study, sessions));
    case "paths.csv":
      return csv(pathRows(results));
    case "problems.csv":
      return csv(problemRows(context, here));
    case "problems.json":
      return json({ format: "onedoor-study-problems-1", study: about, problems: problemList(context, here) });
    case "results.json":
      return json({ format: "onedoor-study-results-1", study: about, results });
    case "codebook.json":
      return json(codebook(about));
    case "codebook.md":
      return download(codebookToRead(about), about, file, MARKDOWN);
    default:
      throw notFound();
  }
}

const download = (
  text: string,
  { id, version }: { readonly id: string; readonly version: number },
  file: string,
  type: string,
): Response =>
  new Response(text, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${id}-${version}-${file}"`,
      "Cache-Control": "no-store",
    },
  });
