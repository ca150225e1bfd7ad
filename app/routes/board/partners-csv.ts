import type { LoaderFunctionArgs } from "@remix-run/node";
import { COVERED } from "~/content/board/partners";
import { csvLine } from "~/content/spreadsheet";
import { inBoardRoom } from "./board-access";
import { listsOf, membersNow } from "./partners-of";

/** The practices' lists as a file for a spreadsheet. */
export function loader({ context, request }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const { lines } = listsOf(membersNow(context));
  const rows = [
    [COVERED.practice, COVERED.list, COVERED.share, COVERED.asOf],
    ...lines.map(({ name, people, share, asOf }) => [name, String(people), share, asOf]),
  ];
  return new Response(`\uFEFF${rows.map(csvLine).join("")}`, {
    headers: {
      "Cache-Control": "no-store",
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="practices.csv"',
    },
  });
}
