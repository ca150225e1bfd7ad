import { REPLAY } from "~/content/lab/replay";

/** A task on the line of time, in milliseconds from the beginning; its pages and marks with it. */
export interface LinePart {
  readonly name: string;
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly pages: readonly number[];
  readonly marks: readonly number[];
}

const [WIDTH, ROW, TEXT] = [640, 40, 14];

/** A session as a line of time for each of its tasks, drawn on the server; the list beside it says the same. */
export function SessionLine({
  lastsMs,
  parts,
}: {
  readonly lastsMs: number;
  readonly parts: readonly LinePart[];
}) {
  const at = (ms: number) => Math.round((ms / Math.max(1, lastsMs)) * (WIDTH - 4) * 10) / 10 + 2;
  const count = (list: "pages" | "marks") => parts.reduce((sum, part) => sum + part[list].length, 0);
  return (
    <svg
      className="lab-timeline"
      viewBox={`0 0 ${WIDTH} ${parts.length * ROW}`}
      role="img"
      aria-labelledby="timeline-title timeline-desc"
      fontSize={TEXT}
    >
      <title id="timeline-title">{REPLAY.timeline}</title>
      <desc id="timeline-desc">{REPLAY.picturesOf(parts.length, count("pages"), count("marks"))}</desc>
      {parts.map(({ name, sinceMs, untilMs, pages, marks }, row) => {
        const top = row * ROW;
        const left = at(sinceMs);
        return (
          <g key={`${sinceMs} ${name}`}>
            <text
              className="lab-timeline__words"
              x={left > WIDTH / 2 ? at(untilMs) : left}
              y={top + TEXT}
              textAnchor={left > WIDTH / 2 ? "end" : "start"}
            >
              {name}
            </text>
            <rect
              className="lab-timeline__task"
              x={left}
              y={top + 20}
              width={Math.max(2, at(untilMs) - left)}
              height="14"
            />
            {pages.map((ms) => (
              <rect
                key={ms}
                className="lab-timeline__page"
                x={at(ms) - 1}
                y={top + 20}
                width="2"
                height="14"
              />
            ))}
            {marks.map((ms) => (
              <circle key={ms} className="lab-timeline__tag" cx={at(ms)} cy={top + 27} r="5" />
            ))}
          </g>
        );
      })}
    </svg>
  );
}
