import type { LoaderFunctionArgs } from "@remix-run/node";
import { codebook, codebookToRead } from "~/content/lab/codebook";
import { csvText } from "~/content/spreadsheet";
import { toJson } from "~/domain/shared/json";
import { answerRows, eventRows, pathRows, resultRows } from "~/domain/usability/results/rows";
import { notFound } from "../partner/partner-access";
import { picturesHere } from "./pictures-of";
import { filesByAddress, problemRows, problemsAsJson } from "./problem-list";
import { problemsZip } from "./problems-zip";
import { resultsHere } from "./results-of";

const [CSV, JSON_TYPE, MARKDOWN] = [
  "text/csv; charset=utf-8",
  "application/json; charset=utf-8",
  "text/markdown; charset=utf-8",
];

/** The results of a version as files for a spreadsheet or a program, each of what participants allow and nothing else. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const here = await resultsHere(context, request, params.study);
  const { study, sessions, results, now, version, record } = here;
  if (version === 0) throw notFound();
  const about = { id: record.id, name: study.name, version };
  const file = params.file ?? "";
  const csv = (rows: readonly (readonly string[])[]) => download(csvText(rows), about, file, CSV);
  const json = (value: object) => download(`${toJson(value)}\n`, about, file, JSON_TYPE);
  const filesHere = async () =>
    filesByAddress(
      context,
      await picturesHere(
        context,
        sessions.map(({ code }) => code),
      ),
    );
  switch (file) {
    case "results.csv":
      return csv(resultRows(study, sessions, now));
    case "answers.csv":
      return csv(answerRows(study, sessions));
    case "events.csv":
      return csv(eventRows(study, sessions));
    case "paths.csv":
      return csv(pathRows(results));
    case "problems.csv":
      return csv(problemRows(context, here, await filesHere()));
    case "problems.json":
      return json(problemsAsJson(context, here, await filesHere()));
    case "problems.zip":
      return download(await problemsZip(context, here), about, file, "application/zip");
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
  body: string | ReadableStream<Uint8Array>,
  { id, version }: { readonly id: string; readonly version: number },
  file: string,
  type: string,
): Response =>
  new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${id}-${version}-${file}"`,
      "Cache-Control": "no-store",
    },
  });
