import type { LoaderFunctionArgs } from "@remix-run/node";
import { COVERED } from "~/content/board/partners";
import { csvFile } from "../csv-file";
import { inBoardRoom } from "./board-access";
import { listsOf, membersNow } from "./partners-of";

/** The practices' lists as a file for a spreadsheet. */
export function loader({ context, request }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const { lines } = listsOf(membersNow(context));
  return csvFile("practices.csv", [
    [COVERED.practice, COVERED.list, COVERED.share, COVERED.asOf],
    ...lines.map(({ name, people, share, asOf }) => [name, String(people), share, asOf]),
  ]);
}
