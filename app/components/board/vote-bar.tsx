import { CHOICE_WORDS, number, percent, SUM, share } from "~/content/board/governance";
import { WHOLE } from "~/domain/governance/constitution";
import type { Tally } from "~/domain/governance/tally";

const WIDTH = 640;
const HEIGHT = 40;
/** Room for the mark of what is needed, above and below the bar. */
const MARK = 8;
const HATCHED = "url(#against)";

/** The votes for and against as one bar, with a mark at what is needed. What is against is hatched: it reads in grey. */
export function VoteBar({ tally }: { readonly tally: Tally }) {
  const said = tally.for + tally.against;
  if (said === 0) return <p>{SUM.noBar}</p>;
  const yes = (tally.for / said) * WIDTH;
  const needed = (tally.threshold / WHOLE) * WIDTH;
  const [threshold, forIt] = [percent(tally.threshold), share(tally.for, said)];
  return (
    <figure className="board-decide__bar">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 2 * MARK}`}
        role="img"
        aria-label={SUM.bar(forIt, threshold)}
        focusable="false"
      >
        <defs>
          <pattern
            id="against"
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="board-decide__paper" width="8" height="8" />
            <rect className="board-decide__hatch" width="2.5" height="8" />
          </pattern>
        </defs>
        <rect className="board-decide__for" y={MARK} width={yes} height={HEIGHT} />
        <rect
          className="board-decide__against"
          fill={HATCHED}
          x={yes}
          y={MARK}
          width={WIDTH - yes}
          height={HEIGHT}
        />
        <rect className="board-decide__edge" x="1" y={MARK} width={WIDTH - 2} height={HEIGHT} />
        <rect className="board-decide__halo" x={needed - 4} width="8" height={HEIGHT + 2 * MARK} />
        <line className="board-decide__mark" x1={needed} x2={needed} y2={HEIGHT + 2 * MARK} />
      </svg>
      <figcaption>
        <span>
          <Key of={KEYS.for} />
          {CHOICE_WORDS.for}: <strong>{number(tally.for)}</strong> ({forIt})
        </span>
        <span>
          <Key of={KEYS.against} />
          {CHOICE_WORDS.against}: <strong>{number(tally.against)}</strong> ({share(tally.against, said)})
        </span>
        <span>
          <Key of={KEYS.mark} />
          {SUM.mark(threshold)}
        </span>
      </figcaption>
    </figure>
  );
}

const KEYS = { for: "for", against: "against", mark: "mark" } as const;
const KEY = 14;

/** A mark of the picture, drawn beside its word: a background is not printed. */
const Key = ({ of }: { readonly of: keyof typeof KEYS }) => (
  <svg viewBox={`0 0 ${KEY} ${KEY}`} aria-hidden="true" focusable="false">
    {of === KEYS.mark ? (
      <line className="board-decide__mark" x1={KEY / 2} x2={KEY / 2} y2={KEY} />
    ) : (
      <>
        <rect
          className={`board-decide__${of}`}
          fill={of === KEYS.against ? HATCHED : undefined}
          width={KEY}
          height={KEY}
        />
        <rect className="board-decide__edge" x="1" y="1" width={KEY - 2} height={KEY - 2} />
      </>
    )}
  </svg>
);
