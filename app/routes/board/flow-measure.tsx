import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoardHead } from "~/components/board/board-head";
import { Chart } from "~/components/board/charts/chart";
import { NothingYet } from "~/components/board/charts/nothing-yet";
import { TrendLine } from "~/components/board/charts/trend-line";
import { FlowHead } from "~/components/board/flow-head";
import { CHART_WORDS, DIMENSION_WORDS, FLOW } from "~/content/board/flow";
import { MEASURE_WORDS, valueWords } from "~/content/board/measures";
import { DIMENSIONS } from "~/domain/flow/tally";
import { headOf } from "./flow-of";
import { groupTable, kindTable, topOf, trendPoints, trendTable, wholeFigure } from "./flow-tables";
import { measureHere, readMeasure } from "./measure-of";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page === undefined ? FLOW.title : `${page.name}: ${FLOW.title}` },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { here, id } = measureHere(context, request, params.measure);
  const { paths } = context;
  const { query } = here.asked;
  const tally = await readMeasure(context, here, id);
  const points = trendPoints(here, id, tally);
  const top = topOf(
    id,
    points.map(({ value }) => value),
  );
  const head = headOf(context, here);
  const kinds = kindTable(id, tally);
  const { name, means, counts, outOf } = MEASURE_WORDS[id];
  const page = {
    head,
    id,
    name,
    words: { means, counts, outOf },
    whole: wholeFigure(id, tally.whole),
    nothing: tally.whole.people.none,
    action: paths.boardMeasure(id),
    list: paths.boardMeasureList(id, query),
    trend: {
      view: {
        title: CHART_WORDS.trend(name, points[0]?.label ?? "", points.at(-1)?.label ?? ""),
        description: CHART_WORDS.trendPoints(points.map(({ label, words }) => `${label}: ${words}`)),
        points,
        top,
        topWords: valueWords(id, top),
        footWords: valueWords(id, 0),
      },
      table: trendTable(id, points),
      file: paths.boardMeasureCsv(id, { ...query, table: "trend" }),
    },
    kinds: kinds && { table: kinds, file: paths.boardMeasureCsv(id, { ...query, table: "kind" }) },
    groups: DIMENSIONS.map((dimension) => ({
      dimension,
      title: DIMENSION_WORDS[dimension].by,
      table: groupTable(context, here, id, dimension, tally),
      file: paths.boardMeasureCsv(id, { ...query, table: dimension }),
    })),
  };
  return data(page, { status: head.error === null ? 200 : 400 });
}

export default function Measure() {
  const page = useLoaderData<typeof loader>();
  const { whole, words } = page;
  return (
    <>
      <BoardHead at="flow" title={page.name} />
      <p className="no-print">
        <a href={page.head.back}>{FLOW.back}</a>
      </p>
      <FlowHead view={page.head} action={page.action} />
      <div className="board-figure">
        <strong className="board-figure__value">{whole.words}</strong>
        {whole.beside === null ? null : <span className="board-figure__beside">{whole.beside}</span>}
        <span className="board-figure__of">
          {FLOW.of} <a href={page.list}>{whole.of}</a>
        </span>
      </div>
      <dl className="board-definition">
        <dt>{FLOW.definition}</dt>
        <dd>{words.means}</dd>
        <dt>{FLOW.counted}</dt>
        <dd>{words.counts}</dd>
        <dt>{FLOW.outOf}</dt>
        <dd>{words.outOf}</dd>
      </dl>
      {page.nothing ? (
        <NothingYet command={null} />
      ) : (
        <>
          <Chart id="trend" title={FLOW.trend} file={page.trend.file} table={page.trend.table}>
            <TrendLine id="trend-picture" trend={page.trend.view} />
          </Chart>
          {page.kinds === undefined ? null : (
            <Chart
              id="kind"
              title={page.kinds.table.caption}
              file={page.kinds.file}
              table={page.kinds.table}
              folded={false}
            />
          )}
          {page.groups.map(({ dimension, title, table, file }) => (
            <Chart key={dimension} id={dimension} title={title} file={file} table={table} folded={false} />
          ))}
        </>
      )}
    </>
  );
}
