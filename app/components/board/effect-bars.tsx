import { scaleLinear } from "d3-scale";
import { RESULT } from "~/content/board/what-if";

interface EffectLine {
  readonly effect: string;
  readonly worse: string;
  readonly worseCount: string;
  readonly betterCount: string;
  readonly size: { readonly worse: number; readonly better: number };
  /** The figures in the middle, in words. */
  readonly middles: { readonly worse: string; readonly better: string };
}

const ROW = 50;
const HEAD = 34;
const WIDTH = 640;
const MIDDLE = WIDTH / 2;
/** Beside the longest bar there is room for its number, and above each for what it is. */
const LONGEST = MIDDLE - 90;

const ENDS_THERE = { textAnchor: "end" } as const;
const ABOUT_THERE = { textAnchor: "middle" } as const;

/**
 * How many people are worse off to the left of a line, in solid ink, and better off to its right, in outline: the side
 * and the filling tell them apart, not the colour. The table beneath says the same.
 */
export function EffectBars({ lines }: { readonly lines: readonly EffectLine[] }) {
  const most = Math.max(1, ...lines.flatMap(({ size }) => [size.worse, size.better]));
  const length = scaleLinear([0, most], [0, LONGEST]);
  const height = HEAD + lines.length * ROW;
  return (
    <figure className="what-if__picture">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby="effects-title effects-says">
        <title id="effects-title">{RESULT.who}</title>
        <desc id="effects-says">
          {lines
            .map(({ worse, worseCount, betterCount }) => `${worse}: ${worseCount}, ${betterCount}`)
            .join(". ")}
        </desc>
        <text x={MIDDLE - 12} y={20} {...ENDS_THERE} className="what-if__head">
          {RESULT.worseColumn}
        </text>
        <text x={MIDDLE + 12} y={20} className="what-if__head">
          {RESULT.betterColumn}
        </text>
        <line className="what-if__axis" x1={MIDDLE} x2={MIDDLE} y1={HEAD - 6} y2={height} />
        {lines.map(({ effect, worse, size, middles }, place) => {
          const top = HEAD + place * ROW;
          return (
            <g key={effect}>
              <text x={MIDDLE} y={top + 14} {...ABOUT_THERE} className="what-if__effect">
                {worse}
              </text>
              <rect
                className="what-if__bar"
                x={MIDDLE - length(size.worse)}
                y={top + 20}
                width={length(size.worse)}
                height={16}
              />
              <text x={MIDDLE - length(size.worse) - 6} y={top + 33} {...ENDS_THERE}>
                {middles.worse}
              </text>
              <rect
                className="what-if__bar what-if__bar--better"
                x={MIDDLE}
                y={top + 20}
                width={length(size.better)}
                height={16}
              />
              <text x={MIDDLE + length(size.better) + 6} y={top + 33}>
                {middles.better}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
