import { RESULTS } from "~/content/lab/results";

/** Where grades begin that are worth a line, and the middle of all studies. */
const MARKS = [
  [0, "F"],
  [51.7, "D"],
  [62.7, "C"],
  [72.6, "B"],
  [78.9, "A"],
] as const;
const [WIDTH, LEFT] = [320, 4];
const MIDDLE = { textAnchor: "middle" } as const;
const at = (score: number) => Math.round((LEFT + (score / 100) * (WIDTH - 2 * LEFT)) * 10) / 10;

/** A mean score on its scale, with its interval and where the grades begin. */
export const SusScale = ({
  score,
  low,
  high,
  words,
}: {
  readonly score: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly words: string;
}) => (
  <svg
    className="lab-sus"
    viewBox={`0 0 ${WIDTH} 66`}
    role="img"
    aria-label={`${RESULTS.sus}: ${words}`}
    fontSize="13"
  >
    <rect className="lab-sus__scale" x={LEFT} y="22" width={WIDTH - 2 * LEFT} height="18" />
    {MARKS.map(([from, grade], place) => (
      <g key={grade}>
        <line className="lab-sus__grade" x1={at(from)} x2={at(from)} y1="18" y2="44" />
        <text
          className="lab-sus__words"
          x={(at(from) + at(MARKS[place + 1]?.[0] ?? 100)) / 2}
          y="60"
          {...MIDDLE}
        >
          {grade}
        </text>
      </g>
    ))}
    {low === null || high === null ? null : (
      <rect
        className="lab-sus__interval"
        x={at(low)}
        y="27"
        width={Math.max(1, at(high) - at(low))}
        height="8"
      />
    )}
    <line className="lab-sus__score" x1={at(score)} x2={at(score)} y1="16" y2="46" />
    <text className="lab-sus__mean" x={Math.min(WIDTH - 18, Math.max(18, at(score)))} y="12" {...MIDDLE}>
      {score.toFixed(1)}
    </text>
  </svg>
);
