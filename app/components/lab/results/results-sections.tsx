import type { ReactNode } from "react";
import { ChartTable } from "~/components/board/charts/chart-table";
import type { TableData } from "~/components/board/charts/table-data";
import { RESULTS } from "~/content/lab/results";
import type { TaskPath } from "~/domain/usability/results/path";
import { OnPaper, Section } from "../section";
import { ResultsSummary, type SummaryLine } from "./results-summary";
import { SusScale } from "./sus-scale";
import { WayPicture } from "./way-picture";

/** A question, and what was answered to it. */
export interface QuestionShown {
  readonly id: string;
  readonly words: string;
  readonly table: TableData;
  /** What was said that was not so, or in people's own words. */
  readonly lines: readonly string[];
  readonly kind: string;
}

/** The results of a version, for a screen or for paper. */
export interface ResultsShown {
  readonly people: string;
  readonly few: string;
  readonly summary: readonly SummaryLine[];
  readonly atOnce: TableData;
  readonly tasks: readonly {
    readonly id: string;
    readonly name: string;
    readonly words: string;
    /** What it comes to, in a line. */
    readonly gist: string;
    readonly notes: readonly string[];
    readonly table: TableData;
    readonly tables: readonly TableData[];
    readonly path: TaskPath;
    readonly way: TableData;
    readonly questions: readonly QuestionShown[];
  }[];
  readonly end: {
    readonly table: TableData;
    readonly sus: {
      readonly score: number;
      readonly low: number | null;
      readonly high: number | null;
      readonly words: string;
      readonly range: string;
    } | null;
    readonly questions: readonly QuestionShown[];
  };
  /** Every comparison, with how many of them are more than luck. */
  readonly compared:
    | { readonly table: TableData; readonly few: string; readonly unlikely: number }
    | { readonly none: string };
  readonly quotes: readonly { readonly id: string; readonly words: string; readonly of: string }[];
  readonly problems: TableData | null;
  /** What the other parts come to, in a line each. */
  readonly gists: Readonly<Record<"overall" | "compared" | "problems" | "quotes", string>>;
}

/** Of many comparisons, so many are read first; and all that are more than luck. */
const FIRST_LINES = 8;

/** First what it comes to, then each part. `whole`: all stands open, and tables beside their pictures, for paper. */
export function ResultsSections({
  results,
  whole = false,
  problemsHref,
  evidence = null,
}: {
  readonly results: ResultsShown;
  readonly whole?: boolean;
  readonly problemsHref: string;
  /** What shows the problems, below their table. */
  readonly evidence?: ReactNode;
}) {
  const { atOnce, tasks, end, compared, quotes, problems, gists } = results;
  const first = "none" in compared ? 0 : Math.max(FIRST_LINES, compared.unlikely);
  return (
    <OnPaper.Provider value={whole}>
      {whole ? null : <p className="lab-people">{results.people}</p>}
      {results.few === "" ? null : <p className="lab-few">{results.few}</p>}
      <ResultsSummary lines={results.summary} />
      <p className="lab-small">{RESULTS.how}</p>
      <Section id="at-once" title={RESULTS.atOnce} open>
        <Wide table={atOnce} />
        <p className="lab-small">{RESULTS.lostHow}</p>
      </Section>
      <Section id="overall" title={RESULTS.overall} gist={gists.overall}>
        <Wide table={end.table} />
        <div className="lab-whole">
          <h3 className="nhsuk-heading-s">{RESULTS.sus}</h3>
          {end.sus === null ? (
            <p>{RESULTS.noSus}</p>
          ) : (
            <>
              <p>
                {end.sus.words}. {end.sus.range}
              </p>
              <SusScale {...end.sus} />
              <p className="lab-small">{RESULTS.susHow}</p>
            </>
          )}
        </div>
        <Questions questions={end.questions} />
      </Section>
      <Section id="compared" title={RESULTS.compared} gist={gists.compared}>
        {"none" in compared ? (
          <p>{compared.none}</p>
        ) : (
          <>
            {compared.few === "" ? null : <p className="lab-few">{compared.few}</p>}
            <p>{RESULTS.comparedHow}</p>
            <Wide table={{ ...compared.table, rows: compared.table.rows.slice(0, first) }} />
            {whole ? (
              <p>{RESULTS.othersOf(Math.max(0, compared.table.rows.length - first))}</p>
            ) : (
              <AsTable
                summary={RESULTS.others(compared.table.rows.length - first)}
                table={{ ...compared.table, rows: compared.table.rows.slice(first) }}
                open={false}
              />
            )}
          </>
        )}
      </Section>
      <Section id="problems" title={RESULTS.problems} gist={gists.problems}>
        {problems === null ? <p>{RESULTS.noProblems}</p> : <Wide table={problems} />}
        {evidence}
        <p className="lab-not-printed">
          <a href={problemsHref}>{RESULTS.problemsAll}</a>
        </p>
      </Section>
      {tasks.map((task) => (
        <Section key={task.id} id={`task-${task.id}`} title={task.name} gist={task.gist}>
          {task.name.endsWith("…") ? <p className="lab-task-words">{task.words}</p> : null}
          {task.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <div className="lab-together">
            <Wide table={task.table} />
          </div>
          <div className="lab-whole">
            <h3 className="nhsuk-heading-s">{RESULTS.way}</h3>
            <p className="lab-small">{task.path.of === 0 ? RESULTS.noWay : RESULTS.wayHow}</p>
            {task.path.of === 0 ? null : <WayPicture id={`way-${task.id}`} path={task.path} />}
          </div>
          {task.path.of === 0 ? null : <AsTable table={task.way} open={whole} />}
          <div className="lab-side-by-side">
            {task.tables.map((table) => (
              <div key={table.caption} className="lab-narrow-table">
                <ChartTable table={table} />
              </div>
            ))}
          </div>
          <Questions questions={task.questions} />
        </Section>
      ))}
      <Section id="quotes" title={RESULTS.quotes} gist={gists.quotes}>
        <p className="lab-small">{quotes.length === 0 ? RESULTS.noQuotes : RESULTS.quotesHow}</p>
        <div className="lab-quotes">
          {quotes.map(({ id, words, of }) => (
            <figure key={id} className="lab-quote">
              <blockquote>{words}</blockquote>
              <figcaption>{of}</figcaption>
            </figure>
          ))}
        </div>
      </Section>
    </OnPaper.Provider>
  );
}

/** A table of many columns: where there is no room, each of its lines is a small block. */
const Wide = ({ table }: { readonly table: TableData }) => (
  <div className="board-list lab-wide">
    <ChartTable table={table} />
  </div>
);

/** A table that is folded on a screen, where there is anything in it. */
const AsTable = ({
  summary = RESULTS.asTable,
  table,
  open,
}: {
  readonly summary?: string;
  readonly table: TableData;
  readonly open: boolean;
}) =>
  table.rows.length === 0 ? null : open ? (
    <Wide table={table} />
  ) : (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">
        <Wide table={table} />
      </div>
    </details>
  );

const Questions = ({ questions }: { readonly questions: readonly QuestionShown[] }) => (
  <div className="lab-side-by-side">{questions.map(oneQuestion)}</div>
);

const oneQuestion = ({ id, words, table, lines, kind }: QuestionShown) => (
  <div key={id} className="lab-question">
    <h3 className="nhsuk-heading-s">{words}</h3>
    {kind === "text" ? <p className="lab-small">{table.rows[0]?.[1]?.text}</p> : <ChartTable table={table} />}
    {lines.length === 0 ? null : (
      <>
        {kind === "comprehension" ? <p className="lab-small">{RESULTS.wrongly}</p> : null}
        <ul className="nhsuk-list nhsuk-list--bullet">
          {[...new Set(lines)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </>
    )}
  </div>
);
