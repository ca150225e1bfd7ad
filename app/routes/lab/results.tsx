import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "nhsuk-react-components";
import { Select } from "~/components/form/select";
import { LabHead } from "~/components/lab/lab-head";
import { ResultsSections } from "~/components/lab/results/results-sections";
import { Section } from "~/components/lab/section";
import { people, RESULTS } from "~/content/lab/results";
import { useFrontDoor } from "~/front-door";
import { resultsHere, versionQuery } from "./results-of";
import { resultsView } from "./results-view";

export { labResultsStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page === undefined ? RESULTS.title : RESULTS.titleOf(page.head.name) },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const here = await resultsHere(context, request, params.study);
  const { head, version, record } = here;
  const { paths } = context;
  const query = versionQuery(here);
  const file = (name: string) => paths.labResultsFile(head.id, name, query);
  return {
    head,
    version,
    versions: Array.from({ length: record.version }, (_, place) => place + 1),
    results: version === 0 ? null : resultsView(here),
    nobody: here.results.people.tookPart === 0,
    report: paths.labReport(head.id, query),
    problems: paths.labProblems(head.id, query),
    files: [
      [RESULTS.file.results, file("results.csv")],
      [RESULTS.file.answers, file("answers.csv")],
      [RESULTS.file.events, file("events.csv")],
      [RESULTS.file.paths, file("paths.csv")],
      [RESULTS.file.problems, file("problems.csv")],
      [RESULTS.file.json, file("results.json")],
      [RESULTS.file.codebook, file("codebook.md")],
      [RESULTS.file.codebookJson, file("codebook.json")],
    ] as const,
    replays: here.sessions.flatMap(({ code, record: told }) =>
      told.length === 0 ? [] : [[code, paths.labReplay(code)] as const],
    ),
  };
}

export default function ResultsPage() {
  const { head, version, versions, results, nobody, report, problems, files, replays } =
    useLoaderData<typeof loader>();
  const { paths } = useFrontDoor();
  return (
    <>
      <LabHead title={RESULTS.titleOf(head.name)} study={head} at="results" />
      {results === null ? (
        <p>{RESULTS.none}</p>
      ) : (
        <>
          <div className="lab-choose">
            <p>{RESULTS.ofVersion(version)}</p>
            {versions.length < 2 ? null : (
              <form method="get" action={paths.labResults(head.id)}>
                <Select name="version" label={RESULTS.version} value={String(version)}>
                  {versions.map((each) => (
                    <option key={each} value={each}>
                      {each}
                    </option>
                  ))}
                </Select>
                <Button type="submit" secondary small>
                  {RESULTS.show}
                </Button>
              </form>
            )}
          </div>
          {nobody ? (
            <p>{RESULTS.nobody}</p>
          ) : (
            <>
              <p>
                <a href={report}>{RESULTS.report}</a>
              </p>
              <ResultsSections results={results} problemsHref={problems} />
              <Section id="sessions" title={RESULTS.sessions} gist={people(replays.length)}>
                <ul className="lab-codes">
                  {replays.map(([code, href]) => (
                    <li key={code}>
                      <a href={href}>{code}</a>
                    </li>
                  ))}
                </ul>
              </Section>
            </>
          )}
          <Section id="files" title={RESULTS.files} gist={RESULTS.filesOf}>
            <ul className="nhsuk-list">
              {files.map(([words, href]) => (
                <li key={href}>
                  <a href={href}>{words}</a>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </>
  );
}
