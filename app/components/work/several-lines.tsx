import { SEVERAL, SEVERAL_OF } from "~/content/together";
import { ButtonLink } from "../form/button-link";
import type { Together } from "./together";
import type { WorkLine } from "./worklist";

interface Line {
  readonly line: WorkLine;
  /** What will happen to it, or did, or why nothing did. */
  readonly what: string;
}

/** Pieces of work that are answered together, and what each comes to. */
export const SeveralLines = ({
  heading,
  lines,
}: {
  readonly heading: string;
  readonly lines: readonly Line[];
}) => (
  <section aria-label={heading}>
    <h2 className="nhsuk-heading-m">{heading}</h2>
    <ul className="several__lines">
      {lines.map(({ line, what }) => (
        <li key={line.id}>
          <span className="worklist__reference">{line.reference}</span>
          <span>
            <strong>{line.person}</strong> <span className="worklist__part">{line.service}</span>
          </span>
          <span>{what}</span>
        </li>
      ))}
    </ul>
  </section>
);

/** What came of it, each by itself: what was not done comes first, for it is still to do. */
export function SeveralDone({
  intent,
  did,
  lines,
  back,
}: {
  readonly intent: Together;
  readonly did: number;
  readonly lines: readonly { readonly line: WorkLine; readonly why: string | null }[];
  readonly back: string;
}) {
  const done = lines.filter(({ why }) => why === null);
  const not = lines.filter(({ why }) => why !== null);
  return (
    <div className="several">
      <h1 className="nhsuk-heading-l">{SEVERAL_OF[intent].did(did)}</h1>
      {not.length > 0 ? (
        <SeveralLines
          heading={SEVERAL.notDone}
          lines={not.map(({ line, why }) => ({ line, what: why ?? "" }))}
        />
      ) : null}
      {done.length > 0 ? (
        <SeveralLines
          heading={SEVERAL.done}
          lines={done.map(({ line }) => ({ line, what: SEVERAL_OF[intent].one }))}
        />
      ) : null}
      <ButtonLink href={back}>{SEVERAL.toList}</ButtonLink>
    </div>
  );
}
