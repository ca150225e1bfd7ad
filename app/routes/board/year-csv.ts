import type { LoaderFunctionArgs } from "@remix-run/node";
import { YEAR_PAGE } from "~/content/board/year";
import { csvFile } from "../csv-file";
import { inBoardRoom } from "./board-access";
import { yearHere } from "./year-of";

/** Every table of the page as a file for a spreadsheet: each under its name, with its columns. Without a year it says so. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const year = await yearHere(context);
  const rows = (year?.tables ?? []).flatMap(({ title, columns, rows }) => [
    [title, ...columns.slice(1)],
    ...rows.map(({ cells }) => cells),
    [""],
  ]);
  return csvFile("year.csv", year === null ? [[YEAR_PAGE.none]] : rows);
}
