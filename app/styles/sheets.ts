import type { LinksFunction } from "@remix-run/node";
import demo from "./demo.scss?url";
import sheet from "./sheet.scss?url";
import work from "./work.scss?url";

const beside =
  (href: string): LinksFunction =>
  () => [{ rel: "stylesheet", href }];

/**
 * What only some pages wear, beside the styles of all. A patient on a slow line waits for every byte of those, so what
 * is worn at work, in a demonstration or on a page to print stands apart.
 */
export const workStyles = beside(work);
export const demoStyles = beside(demo);
export const sheetStyles = beside(sheet);
/** A page to print that people at work take along. */
export const workSheetStyles: LinksFunction = () => [
  { rel: "stylesheet", href: work },
  { rel: "stylesheet", href: sheet },
];
