import { Fieldset } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { LEGEND_HEADINGS } from "../form/legend";

/** For choices whose legend heads a section of a form. */
export const SECTION = { heading: "section" } as const;

/** Fields of a form that belong together, under a heading. */
export const Group = ({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) => (
  <Fieldset className="manage-group">
    <Fieldset.Legend {...LEGEND_HEADINGS.section}>{title}</Fieldset.Legend>
    {hint ? <p className="nhsuk-hint">{hint}</p> : null}
    {children}
  </Fieldset>
);
