import type { ReactNode } from "react";
import { Folded } from "./folded";

/** More lines than these are read by few: they are one line until it is opened. */
const MOST_UNFOLDED = 6;

/** A list or a table, folded when it has many lines. On paper it is open. */
export const FoldedWhenLong = ({
  lines,
  summary,
  children,
}: {
  readonly lines: number;
  readonly summary: string;
  readonly children: ReactNode;
}) =>
  lines > MOST_UNFOLDED ? (
    <Folded summary={summary} open={false}>
      {children}
    </Folded>
  ) : (
    children
  );
