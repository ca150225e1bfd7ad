import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoardHead } from "~/components/board/board-head";
import { YearSection } from "~/components/board/year-table";
import { YEAR_PAGE } from "~/content/board/year";
import { useFrontDoor } from "~/front-door";
import { inBoardRoom } from "./board-access";
import { yearHere } from "./year-of";

export { boardStyles as links } from "~/styles/sheets";

export const meta: MetaFunction = () => [{ title: YEAR_PAGE.title }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  return { year: await yearHere(context) };
}

export default function Year() {
  const { year } = useLoaderData<typeof loader>();
  const { brand, paths } = useFrontDoor();
  return (
    <>
      <BoardHead at="year" title={YEAR_PAGE.title} />
      {year === null ? (
        <>
          <h2 className="nhsuk-heading-m">{YEAR_PAGE.none}</h2>
          <p>{brand.kind === "real" ? YEAR_PAGE.notMade : YEAR_PAGE.beingMade}</p>
        </>
      ) : (
        <>
          <div className="year-made-up">
            <h2 className="nhsuk-heading-s">{YEAR_PAGE.madeUp}</h2>
            <p>{year.hasBehaviour ? YEAR_PAGE.madeUpDemo : YEAR_PAGE.madeUpReal}</p>
          </div>
          <p>
            {YEAR_PAGE.how(year.from, year.until)} {year.hasBehaviour ? YEAR_PAGE.thenDemo : null}
          </p>
          <p>
            {YEAR_PAGE.parts(year.parts)} {YEAR_PAGE.seed(year.seed)}
          </p>
          <p className="no-print">
            <a href={paths.boardYearCsv()}>{YEAR_PAGE.file}</a>
          </p>
          {year.tables.map((table) => (
            <YearSection key={table.id} {...table} />
          ))}
        </>
      )}
    </>
  );
}
