import { sankey, sankeyLinkHorizontal } from "d3-sankey";
import { FLOW } from "~/content/board/flow";
import { FoldedWhenLong } from "../../work/folded-when-long";
import { BESIDE_A_FIGURE } from "./table-data";
import { linesWithNumber } from "./word-lines";

export interface Band {
  /** The ids of two columns' boxes, each written once in `boxes`. */
  readonly from: string;
  readonly to: string;
  readonly people: number;
}

export interface BandBox {
  readonly id: string;
  readonly column: number;
  readonly name: string;
  /** It is striped: nobody has what goes there. */
  readonly nobody?: boolean;
}

export interface Bands {
  readonly title: string;
  readonly description: string;
  /** The headings of the columns, from left to right. */
  readonly columns: readonly string[];
  readonly boxes: readonly BandBox[];
  readonly bands: readonly Band[];
}

const WIDTH = 960;
const HEAD = 34;
/**
 * Room at the right for the names of the last column; so long that a line of a name touches neither the next column nor
 * the edge, in letters. Fewer columns leave more room.
 */
const ROOM = { few: { names: 330, letters: 38 }, many: { names: 200, letters: 23 } } as const;
const MANY_COLUMNS = 3;
const LINE = 17;
const BOX_WIDTH = 12;
/** Room for the two lines of a name, however few people its box is of. */
const BETWEEN = 2 * LINE + 4;

/**
 * Bands from column to column, as wide as their people are many. A phone has no room for it: there the same is told
 * as a list, column by column.
 */
export function FlowBands({ id, bands }: { readonly id: string; readonly bands: Bands }) {
  if (bands.bands.length === 0) return <p>{FLOW.pictureFew}</p>;
  return (
    <>
      <Picture id={id} bands={bands} />
      <AsList bands={bands} />
    </>
  );
}

function Picture({
  id,
  bands: { title, description, columns, boxes, bands },
}: {
  readonly id: string;
  readonly bands: Bands;
}) {
  const most = Math.max(...columns.map((_, column) => boxes.filter((box) => box.column === column).length));
  const height = Math.max(320, most * (BETWEEN + 14));
  const room = columns.length >= MANY_COLUMNS ? ROOM.many : ROOM.few;
  const layout = sankey<BandBox, Band>()
    .nodeId((box) => box.id)
    .nodeAlign((box) => box.column)
    .nodeWidth(BOX_WIDTH)
    .nodePadding(BETWEEN)
    .extent([
      [0, HEAD + 14],
      [WIDTH - room.names, HEAD + height],
    ])({
    nodes: boxes.map((box) => ({ ...box })),
    links: bands.map(({ from, to, people }) => ({
      from,
      to,
      people,
      source: from,
      target: to,
      value: people,
    })),
  });
  const path = sankeyLinkHorizontal<BandBox, Band>();
  const columnAt = (column: number): number => layout.nodes.find((box) => box.column === column)?.x0 ?? 0;
  const isNobody = (end: unknown): boolean =>
    typeof end === "object" && end !== null && "nobody" in end && end.nobody === true;
  return (
    <svg
      className="board-flow__picture"
      viewBox={`0 0 ${WIDTH} ${HEAD + height + 16}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {columns.map((name, column) => (
        <text key={name} className="board-flow__column" x={columnAt(column)} y="18">
          {name}
        </text>
      ))}
      {layout.links.map((link) => (
        <path
          key={`${link.from} ${link.to}`}
          className={isNobody(link.target) ? "board-flow__band board-flow__band--nobody" : "board-flow__band"}
          d={path(link) ?? undefined}
          strokeWidth={Math.max(1, link.width ?? 0)}
        />
      ))}
      {layout.nodes.map((box) => (
        <rect
          key={box.id}
          className={box.nobody ? "board-flow__box board-flow__box--nobody" : "board-flow__box"}
          x={box.x0}
          y={box.y0}
          width={BOX_WIDTH}
          height={Math.max(2, (box.y1 ?? 0) - (box.y0 ?? 0))}
        />
      ))}
      {layout.nodes.map((box) => (
        <BoxName
          key={box.id}
          name={box.name}
          people={box.value ?? 0}
          x={(box.x1 ?? 0) + 6}
          middle={((box.y0 ?? 0) + (box.y1 ?? 0)) / 2}
          longest={room.letters}
        />
      ))}
    </svg>
  );
}

/** A name beside its box, and the number of its people after its last word. */
function BoxName({
  name,
  people,
  x,
  middle,
  longest,
}: {
  readonly name: string;
  readonly people: number;
  readonly x: number;
  readonly middle: number;
  /** How many letters a line has at most. */
  readonly longest: number;
}) {
  const number = people.toLocaleString("en-GB");
  const lines = linesWithNumber(name, number, longest);
  const top = middle + 5 - ((lines.length - 1) * LINE) / 2;
  return (
    <text className="board-flow__name" x={x} y={top}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} y={top + at * LINE}>
          {line === "" ? null : `${line} `}
          {at < lines.length - 1 ? null : <tspan className="board-flow__people">{number}</tspan>}
        </tspan>
      ))}
    </text>
  );
}

const AsList = ({ bands: { columns, boxes, bands } }: { readonly bands: Bands }) => (
  <div className="board-flow__list">
    {columns.map((name, column) => {
      const inColumn = boxes
        .filter((box) => box.column === column)
        .map((box) => ({ ...box, people: peopleOf(box, bands) }))
        .sort((a, b) => b.people - a.people);
      return (
        <section key={name} aria-label={name}>
          <h3 className="nhsuk-heading-s">{name}</h3>
          {column === 0 ? (
            <ColumnList boxes={inColumn} />
          ) : (
            <FoldedWhenLong lines={inColumn.length} summary={FLOW.column(inColumn.length)}>
              <ColumnList boxes={inColumn} />
            </FoldedWhenLong>
          )}
        </section>
      );
    })}
  </div>
);

function ColumnList({
  boxes,
}: {
  readonly boxes: readonly (Pick<BandBox, "id" | "name"> & { readonly people: number })[];
}) {
  const most = Math.max(1, ...boxes.map(({ people }) => people));
  return (
    <ol>
      {boxes.map(({ id, name, people }) => (
        <li key={id}>
          <span>{name}</span>
          <strong>{people.toLocaleString("en-GB")}</strong>
          <svg className="board-bar" viewBox="0 0 100 6" aria-hidden="true" {...BESIDE_A_FIGURE}>
            <rect className="board-bar__part" width={Math.round((people / most) * 1000) / 10} height="6" />
          </svg>
        </li>
      ))}
    </ol>
  );
}

/** As the picture has it: the more of what comes and what goes. */
function peopleOf({ id }: BandBox, bands: readonly Band[]): number {
  const sum = (end: "from" | "to") =>
    bands.filter((band) => band[end] === id).reduce((total, { people }) => total + people, 0);
  return Math.max(sum("from"), sum("to"));
}
