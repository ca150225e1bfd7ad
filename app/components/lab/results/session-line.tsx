import { REPLAY } from "~/content/lab/replay";

/** A task on the line of time, in milliseconds from the beginning; its pages and marks with it. */
export interface LinePart {
  readonly name: string;
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly pages: readonly number[];
  readonly marks: readonly number[];
}

/** As wide as a screen, and as wide as a telephone: each is drawn in its own size, so that its words can be read. */
const SIZES = [
  { name: "wide", width: 900, longest: 70 },
  { name: "narrow", width: 320, longest: 36 },
] as const;
const [ROW, TEXT] = [42, 15];

/** A session as a line of time for each of its tasks, drawn on the server; the list beside it says the same. */
export const SessionLine = (line: { readonly lastsMs: number; readonly parts: readonly LinePart[] }) => (
  <>
    {SIZES.map((size) => (
      <OneSize key={size.name} {...line} size={size} />
    ))}
  </>
);

function OneSize({
  lastsMs,
  parts,
  size: { name: sizeName, width, longest },
}: {
  readonly lastsMs: number;
  readonly parts: readonly LinePart[];
  readonly size: (typeof SIZES)[number];
}) {
  const at = (ms: number) => Math.round((ms / Math.max(1, lastsMs)) * (width - 12) * 10) / 10 + 6;
  const count = (list: "pages" | "marks") => parts.reduce((sum, part) => sum + part[list].length, 0);
  const id = `timeline-${sizeName}`;
  return (
    <svg
      className={`lab-timeline lab-timeline--${sizeName}`}
      viewBox={`0 0 ${width} ${parts.length * ROW}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      fontSize={TEXT}
    >
      <title id={`${id}-title`}>{REPLAY.timeline}</title>
      <desc id={`${id}-desc`}>{REPLAY.picturesOf(parts.length, count("pages"), count("marks"))}</desc>
      {parts.map(({ name, sinceMs, untilMs, pages, marks }, row) => {
        const top = row * ROW;
        return (
          <g key={`${sinceMs} ${name}`}>
            <text className="lab-timeline__words" x="6" y={top + TEXT + 2}>
              {name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`}
            </text>
            <rect
              className="lab-timeline__task"
              x={at(sinceMs)}
              y={top + 22}
              width={Math.max(2, at(untilMs) - at(sinceMs))}
              height="14"
            />
            {[...new Set(pages)].map((ms) => (
              <rect
                key={ms}
                className="lab-timeline__page"
                x={at(ms) - 1}
                y={top + 22}
                width="2"
                height="14"
              />
            ))}
            {[...new Set(marks)].map((ms) => (
              <circle key={ms} className="lab-timeline__tag" cx={at(ms)} cy={top + 29} r="5" />
            ))}
          </g>
        );
      })}
    </svg>
  );
}
