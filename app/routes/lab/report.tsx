import type { AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink, Button } from "nhsuk-react-components";
import { type EvidenceShown, ProblemEvidence } from "~/components/lab/results/problem-evidence";
import { AboutStudy, Method } from "~/components/lab/results/report-parts";
import { ResultsSections } from "~/components/lab/results/results-sections";
import { PageModule } from "~/components/page-module";
import { REPORT, RESULTS } from "~/content/lab/results";
import { PRINT } from "~/content/print";
import { dateInWords } from "~/domain/shared/in-words";
import { localDate } from "~/domain/shared/time";
import { notFound } from "../partner/partner-access";
import { type PicturesHere, picturesHere } from "./pictures-of";
import { problemShown } from "./problem-list";
import { type ResultsHere, resultsHere, versionQuery } from "./results-of";
import { resultsView } from "./results-view";

export { labResultsStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page === undefined ? REPORT.title : REPORT.titleOf(page.name) },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const here = await resultsHere(context, request, params.study);
  const { study, head, version } = here;
  if (version === 0) throw notFound();
  const query = versionQuery(here);
  return {
    name: study.name,
    aims: study.aims,
    about: aboutOf(context, here),
    foot: REPORT.foot(study.name, version, here.results.people.tookPart),
    back: context.paths.labResults(head.id, query),
    problems: context.paths.labProblems(head.id, query),
    results: here.results.people.tookPart === 0 ? null : resultsView(here),
    evidence: evidenceOf(context, here, await picturesHere(context, codesOf(here))),
  };
}

/** The whole of it is on the page of the problems; paper has room for what tells of each. */
const MOST = { problems: 20, pictures: 3 } as const;

const codesOf = ({ results }: ResultsHere) => [
  ...new Set(results.problems.flatMap(({ moments }) => moments.map(({ code }) => code))),
];

function evidenceOf(
  context: LoaderFunctionArgs["context"],
  here: ResultsHere,
  pictures: PicturesHere,
): readonly EvidenceShown[] {
  return here.results.problems
    .map((problem) => {
      const { id, title, words, moments } = problemShown(context, here, pictures, problem);
      const shown = moments.flatMap(({ picture, of, note }) =>
        picture === null ? [] : [{ picture, of, note }],
      );
      const different = [...new Map(shown.map((each) => [each.picture.src, each])).values()];
      return {
        id,
        title,
        words,
        moments: moments.map(({ code, event, note, of }) => ({ id: `${code} ${event}`, note, of })),
        pictures: different.slice(0, MOST.pictures),
        of: different.length,
      };
    })
    .slice(0, MOST.problems);
}

/** What study it is, of when and of how many. */
function aboutOf({ brand }: AppLoadContext, { version, results, sessions, now }: ResultsHere) {
  const { about } = REPORT;
  const days = sessions
    .flatMap(({ record }) =>
      record.flatMap(({ at, event }) => (event.kind === "consented" ? [localDate(at)] : [])),
    )
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return [
    [about.brand, [brand.name]],
    [about.version, [String(version)]],
    ...(first === undefined || last === undefined
      ? []
      : [[about.sessions, [REPORT.between(dateInWords(first), dateInWords(last))]] as const]),
    [about.people, [RESULTS.people(results.people)]],
    [about.variants, results.variants.map(({ name, people }) => REPORT.variant(name, people))],
    [about.printed, [dateInWords(localDate(now))]],
  ] as const;
}

export default function Report() {
  const { name, aims, about, foot, back, problems, evidence, results } = useLoaderData<typeof loader>();
  return (
    <div className="lab-report">
      <div className="lab-report__body">
        <div className="lab-not-printed">
          <BackLink href={back}>{RESULTS.title}</BackLink>
          <Button type="button" hidden data-print="">
            {PRINT.print}
          </Button>
        </div>
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{REPORT.title}</span>
          {name}
        </h1>
        <AboutStudy lines={about} />
        <h2 className="nhsuk-heading-s">{REPORT.aims}</h2>
        <p className="lab-task-words">{aims}</p>
        {results === null ? (
          <p>{RESULTS.nobody}</p>
        ) : (
          <>
            <ResultsSections
              results={results}
              whole
              problemsHref={problems}
              evidence={<ProblemEvidence problems={evidence} />}
            />
            <Method />
          </>
        )}
      </div>
      <p className="lab-report__foot" aria-hidden="true">
        {foot}
      </p>
      <PageModule name="print" />
    </div>
  );
}
