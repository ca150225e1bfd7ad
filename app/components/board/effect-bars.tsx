import { scaleLinear } from "d3-scale";
import { RESULT } from "~/content/board/what-if";
import { wordLines } from "./charts/word-lines";

interface EffectLine {
  readonly effect: string;
  readonly worse: string;
  readonly worseCount: string;
  readonly betterCount: string;
  readonly size: { readonly worse: number; readonly better: number };
  /** The figures in the middle, in words. */
  readonly middles: { readonly worse: string; readonly better: string };
}

/** As wide as a screen, and as wide as a phone: each is drawn in its own size, so that its words can be read. */
const SIZES = [
  { name: "wide", width: 640, text: 16, lines: 1, letters: 60, beside: 90 },
  { name: "narrow", width: 288, text: 15, lines: 2, letters: 27, beside: 64 },
] as const;
const HEAD = 34;
const LINE = 18;
const BAR = 16;

const ENDS_THERE = { textAnchor: "end" } as const;
const ABOUT_THERE = { textAnchor: "middle" } as const;

/**
 * How many people are worse off to the left of a line, in solid ink, and better off to its right, in outline: the side
 * and the filling tell them apart, not the colour. The table beneath says the same.
 */
export const EffectBars = ({ lines }: { readonly lines: readonly EffectLine[] }) => (
  <figure className="what-if__picture">
    {SIZES.map((size) => (
      <OneSize key={size.name} lines={lines} size={size} />
    ))}
  </figure>
);

function OneSize({
  lines,
  size: { name, width, text, lines: most, letters, beside },
}: {
  readonly lines: readonly EffectLine[];
  readonly size: (typeof SIZES)[number];
}) {
  const middle = width / 2;
  const row = most * LINE + BAR + 16;
  const longest = Math.max(1, ...lines.flatMap(({ size }) => [size.worse, size.better]));
  const length = scaleLinear([0, longest], [0, middle - beside]);
  const height = HEAD + lines.length * row;
  const id = `effects-${name}`;
  return (
    <svg
      className={`what-if__${name}`}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={text}
      role="img"
      aria-labelledby={`${id}-title ${id}-says`}
    >
      <title id={`${id}-title`}>{RESULT.who}</title>
      <desc id={`${id}-says`}>
        {lines
          .map(({ worse, worseCount, betterCount }) => `${worse}: ${worseCount}, ${betterCount}`)
          .join(". ")}
      </desc>
      <text x={middle - 12} y={20} {...ENDS_THERE} className="what-if__head">
        {RESULT.worseColumn}
      </text>
      <text x={middle + 12} y={20} className="what-if__head">
        {RESULT.betterColumn}
      </text>
      <line className="what-if__axis" x1={middle} x2={middle} y1={HEAD - 6} y2={height} />
      {lines.map(({ effect, worse, size, middles }, place) => {
        const words = wordLines(worse, letters, most);
        const top = HEAD + place * row + (most - words.length) * LINE;
        const bar = HEAD + place * row + most * LINE + 2;
        return (
          <g key={effect}>
            <text {...ABOUT_THERE} className="what-if__effect">
              {words.map((line, at) => (
                <tspan key={line} x={middle} y={top + 14 + at * LINE}>
                  {at < words.length - 1 ? `${line} ` : line}
                </tspan>
              ))}
            </text>
            <rect
              className="what-if__bar"
              x={middle - length(size.worse)}
              y={bar}
              width={length(size.worse)}
              height={BAR}
            />
            <text x={middle - length(size.worse) - 6} y={bar + 13} {...ENDS_THERE}>
              {middles.worse}
            </text>
            <rect
              className="what-if__bar what-if__bar--better"
              x={middle}
              y={bar}
              width={length(size.better)}
              height={BAR}
            />
            <text x={middle + length(size.better) + 6} y={bar + 13}>
              {middles.better}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
