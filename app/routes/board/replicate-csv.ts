import type { LoaderFunctionArgs } from "@remix-run/node";
import { FIGURE_COLUMNS } from "~/components/board/brands-compared";
import { REPLICATE } from "~/content/board/replicate";
import { csvFile } from "../csv-file";
import { inBoardRoom } from "./board-access";
import { brandLines, brandsBeside } from "./brands-beside";

/** The front doors side by side as a file for a spreadsheet. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  inBoardRoom(context, request);
  const lines = brandLines(await brandsBeside(context));
  return csvFile("front-doors.csv", [
    [REPLICATE.door, ...FIGURE_COLUMNS],
    ...lines.map(({ name, cells }) => [name, ...cells]),
  ]);
}
