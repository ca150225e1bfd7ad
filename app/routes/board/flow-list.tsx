import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoardHead } from "~/components/board/board-head";
import { ChartTable } from "~/components/board/charts/chart-table";
import { FLOW } from "~/content/board/flow";
import { MEASURE_WORDS } from "~/content/board/measures";
import { flowLines, listTable, readAskedLines } from "./flow-lines";
import { headOf } from "./flow-of";
import { measureHere } from "./measure-of";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page === undefined ? FLOW.title : `${FLOW.list}: ${page.name}` },
];

const ON_A_PAGE = 50;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { here, id } = measureHere(context, request, params.measure);
  const { paths } = context;
  const asked = readAskedLines(request);
  const lines = await flowLines(context, here, id, asked);
  const pages = Math.max(1, Math.ceil(lines.length / ON_A_PAGE));
  const page = Math.min(asked.page, pages);
  const { by, key } = asked;
  const query = { ...here.asked.query, ...(by === null ? {} : { by, key }) };
  const head = headOf(context, here);
  return data(
    {
      head,
      name: MEASURE_WORDS[id].name,
      whose: by === null ? FLOW.all : here.nameOf(by, key),
      few: lines.length === 0,
      table: listTable(here, id, lines.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)),
      file: paths.boardMeasureListCsv(id, query),
      measure: paths.boardMeasure(id, here.asked.query),
      page: FLOW.page(page, pages),
      more: page < pages ? paths.boardMeasureList(id, { ...query, page: String(page + 1) }) : null,
    },
    { status: head.error === null ? 200 : 400 },
  );
}

export default function List() {
  const { head, name, whose, few, table, file, measure, page, more } = useLoaderData<typeof loader>();
  return (
    <>
      <BoardHead at="flow" title={FLOW.list} />
      <p className="no-print">
        <a href={measure}>{name}</a>
      </p>
      <p className="board-flow__period">
        <strong>{whose}</strong>, {head.period}
      </p>
      <p className="board-made">{head.made}</p>
      {few ? (
        <p>{FLOW.listFew}</p>
      ) : (
        <>
          <p>{FLOW.listHow}</p>
          <div className="board-list">
            <ChartTable table={table} />
          </div>
          <p>
            {page} {more === null ? null : <a href={more}>{FLOW.next}</a>}
          </p>
          <p className="no-print">
            <a href={file}>{FLOW.file}</a>
          </p>
        </>
      )}
    </>
  );
}
