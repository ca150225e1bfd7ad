import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

export interface TrendPoint {
  /** Under the line: "5 Jan". */
  readonly label: string;
  /** Null where it is not known or not shown: the line has a gap there. */
  readonly value: number | null;
  /** The value in words. */
  readonly words: string;
}

export interface Trend {
  readonly title: string;
  readonly description: string;
  readonly points: readonly TrendPoint[];
  /** Where the line ends at the top; left out: the largest value. */
  readonly top?: number;
  /** The top and the foot of the scale in words. */
  readonly topWords: string;
  readonly footWords: string;
}

/** As wide as a screen, and as wide as a phone: each is drawn in its own size, so that its words can be read. */
const SIZES = [
  { name: "wide", width: 960, height: 300, text: 18, labels: 8 },
  { name: "narrow", width: 320, height: 220, text: 15, labels: 3 },
] as const;

/** A line over time, from zero, its last value written at its end. */
export const TrendLine = ({ id, trend }: { readonly id: string; readonly trend: Trend }) => (
  <>
    {SIZES.map((size) => (
      <OneSize key={size.name} id={`${id}-${size.name}`} trend={trend} size={size} />
    ))}
  </>
);

function OneSize({
  id,
  trend: { title, description, points, top, topWords, footWords },
  size: { name, width, height, text, labels },
}: {
  readonly id: string;
  readonly trend: Trend;
  readonly size: (typeof SIZES)[number];
}) {
  const pad = { left: 8, right: text * 5, top: text * 1.6, foot: text * 1.8 };
  const most = top ?? Math.max(0, ...points.flatMap(({ value }) => value ?? []));
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [pad.left, width - pad.right]);
  const y = scaleLinear([0, most > 0 ? most : 1], [height - pad.foot, pad.top]);
  const drawn = points.map(({ value }, at) => [x(at), value === null ? null : y(value)] as const);
  const path = line<(typeof drawn)[number]>()
    .defined(([, at]) => at !== null)
    .x(([at]) => round(at))
    .y(([, at]) => round(at ?? 0))([...drawn]);
  const every = Math.max(1, Math.ceil(points.length / labels));
  const last = points.findLastIndex(({ value }) => value !== null);
  const [lastX, lastY] = drawn[last] ?? [0, null];
  return (
    <svg
      className={`board-trend board-trend--${name}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <line className="board-trend__axis" x1={pad.left} x2={width - pad.right} y1={y(0)} y2={y(0)} />
      <line className="board-trend__top" x1={pad.left} x2={width - pad.right} y1={pad.top} y2={pad.top} />
      <text className="board-trend__scale" x={pad.left} y={pad.top - 5} fontSize={text * 0.85}>
        {topWords}
      </text>
      <text className="board-trend__scale" x={width - pad.right + 6} y={y(0)} fontSize={text * 0.85}>
        {footWords}
      </text>
      {path === null ? null : <path className="board-trend__line" d={path} />}
      {drawn.map(([at, height], place) =>
        height === null ? null : (
          <circle
            key={points[place]?.label}
            className="board-trend__dot"
            cx={round(at)}
            cy={round(height)}
            r={place === last ? 5 : 3}
          />
        ),
      )}
      {lastY === null ? null : (
        <text
          className="board-trend__last"
          x={round(lastX + 9)}
          y={round(Math.min(lastY + text / 3, y(0) - text))}
          fontSize={text}
        >
          {points[last]?.words}
        </text>
      )}
      {points.map(({ label }, at) =>
        at % every === 0 ? (
          <text
            key={label}
            className="board-trend__label"
            x={round(x(at))}
            y={height - text * 0.4}
            fontSize={text * 0.85}
            textAnchor={at === 0 ? "start" : "middle"}
          >
            {label}
          </text>
        ) : null,
      )}
    </svg>
  );
}

/** A line of the size of a word, for a table: it says only whether it goes up or down. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const most = Math.max(0, ...values.flatMap((value) => value ?? []));
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [2, 118]);
  const y = scaleLinear([0, most > 0 ? most : 1], [26, 3]);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => round(x(at)))
    .y((value) => round(y(value ?? 0)))([...values]);
  return (
    <svg className="board-spark" viewBox="0 0 120 28" aria-hidden="true" focusable={false}>
      <line className="board-trend__axis" x1="2" x2="118" y1="26" y2="26" />
      {path === null ? null : <path className="board-trend__line" d={path} />}
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
