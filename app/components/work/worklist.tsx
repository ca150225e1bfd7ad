import { Tag } from "nhsuk-react-components";
import type { ReactNode } from "react";
import type { DeadlineWords } from "~/content/deadlines";
import type { TagColour } from "~/content/statuses";

/** One line of a list of work. What a partner may no longer see is not in it. */
export interface WorkLine {
  readonly id: string;
  /** Where it leads; null when there is nothing more to see. */
  readonly href: string | null;
  readonly reference: string;
  /** "Ada Bryce, 66"; empty when only the reference is left. */
  readonly person: string;
  readonly service: string;
  /** "Part 2 of 3 of Falls check"; empty when it is all of what was asked for. */
  readonly partOf: string;
  readonly deadline: DeadlineWords | null;
  /** What nobody here has seen or answered yet, told apart from the state; nothing where there is none. */
  readonly unseen?: { readonly tag: string; readonly colour: TagColour } | null;
}

/** A list of work: one line an item, the same columns at every width where there is room for them. */
export function Worklist<Line extends WorkLine>({
  label,
  lines,
  columns,
  last,
  first,
  below,
  desk = false,
}: {
  readonly label: string;
  readonly lines: readonly Line[];
  /** The five columns' names, for those who see them side by side. */
  readonly columns: readonly [string, string, string, string, string];
  /** What the last column holds. */
  readonly last: (line: Line) => ReactNode;
  /** What stands before each line: a box to choose it by. */
  readonly first?: (line: Line) => ReactNode;
  /** What stands under each line, in a row of its own. */
  readonly below?: (line: Line) => ReactNode;
  readonly desk?: boolean;
}) {
  const kind = desk ? " worklist__head--desk" : first === undefined ? "" : " worklist__head--choose";
  return (
    <>
      <p className={`worklist__head${kind}`} aria-hidden="true">
        {first === undefined ? null : <span />}
        {columns.map((column) => (
          <span key={column}>{column}</span>
        ))}
      </p>
      <ul className={`worklist${kind.replace("__head", "")}`} aria-label={label}>
        {lines.map((line) => (
          <li key={line.id} className="worklist__line">
            {first === undefined ? null : <span className="worklist__choose">{first(line)}</span>}
            <span className="worklist__reference">
              {line.href === null ? (
                line.reference
              ) : (
                // Its id keeps the focus on it when the list is drawn anew under somebody's hands.
                <a id={`line-${line.id}`} href={line.href}>
                  {line.reference}
                </a>
              )}
            </span>
            <span className="worklist__person">{line.person}</span>
            <span className="worklist__service">
              {line.service}
              {line.partOf ? <span className="worklist__part">{line.partOf}</span> : null}
            </span>
            <span className={`worklist__deadline${line.deadline?.late ? " worklist__deadline--late" : ""}`}>
              {line.deadline === null ? "" : capital(line.deadline.text)}
              {line.unseen ? (
                <span className="worklist__unseen">
                  <Tag modifier={line.unseen.colour}>{line.unseen.tag}</Tag>
                </span>
              ) : null}
            </span>
            <span className="worklist__state">{last(line)}</span>
            {below === undefined ? null : <div className="worklist__below">{below(line)}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Earlier and later pages of a list, and where in it this one stands. Nothing when all of it is here. */
export function Paging({
  page,
  pages,
  at,
}: {
  readonly page: number;
  readonly pages: number;
  readonly at: (page: number) => string;
}) {
  if (pages <= 1) return null;
  return (
    <nav className="paging" aria-label="Pages of the list">
      {page > 1 ? (
        <a href={at(page - 1)} rel="prev">
          Earlier page
        </a>
      ) : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={at(page + 1)} rel="next">
          Next page
        </a>
      ) : null}
    </nav>
  );
}
