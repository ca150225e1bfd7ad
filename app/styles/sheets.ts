import type { LinksFunction } from "@remix-run/node";
import board from "./board.scss?url";
import console from "./console.scss?url";
import demo from "./demo.scss?url";
import lab from "./lab.scss?url";
import labPictures from "./lab-pictures.scss?url";
import labResults from "./lab-results.scss?url";
import sheet from "./sheet.scss?url";
import stage from "./stage.scss?url";
import take from "./take.scss?url";

const beside =
  (...sheets: readonly string[]): LinksFunction =>
  () =>
    sheets.map((href) => ({ rel: "stylesheet", href }));

/**
 * What only some pages wear, beside the styles of all. A patient on a slow line waits for every byte of those, so what
 * is worn in a demonstration or on a page to print stands apart; so does what every page at work wears, which the root
 * sees to.
 */
export const boardStyles = beside(board);
export const consoleStyles = beside(console, labPictures);
export const demoStyles = beside(demo);
export const labStyles = beside(lab);
/** Figures are shown as the board room shows them. */
export const labResultsStyles = beside(board, lab, labResults, labPictures);
export const sheetStyles = beside(sheet);
export const stageStyles = beside(stage);
export const takeStyles = beside(take);
