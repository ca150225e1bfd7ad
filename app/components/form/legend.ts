import type { LegendProps } from "nhsuk-react-components";

/** A legend may be the page's own heading, or that of a section of it. */
export type LegendHeading = "page" | "section";

export const LEGEND_HEADINGS: Readonly<Record<LegendHeading, LegendProps>> = {
  page: { isPageHeading: true, size: "l" },
  section: { headingLevel: "h2", size: "m" },
};
