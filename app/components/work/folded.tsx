import { Details } from "nhsuk-react-components";
import type { ReactNode } from "react";

/** What is seldom needed: a line until it is opened; open when there is something in it to put right. */
export const Folded = ({
  summary,
  open,
  children,
}: {
  readonly summary: string;
  readonly open: boolean;
  readonly children: ReactNode;
}) => (
  <Details className="case__seldom" open={open}>
    <Details.Summary>{summary}</Details.Summary>
    <Details.Text>{children}</Details.Text>
  </Details>
);
