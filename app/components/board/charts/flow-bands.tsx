import { FLOW } from "~/content/board/flow";
import { FoldedWhenLong } from "../../work/folded-when-long";
import type { Band, BandBox, BandsDrawn, NameAt } from "./band-layout";
import { BESIDE_A_FIGURE } from "./table-data";

/**
 * Bands from column to column, as wide as their people are many. A phone has no room for it: there the same is told
 * as a list, column by column.
 */
export function FlowBands({ id, bands }: { readonly id: string; readonly bands: BandsDrawn }) {
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
  bands: { title, description, width, height, columns, columnsAt, paths, boxesAt },
}: {
  readonly id: string;
  readonly bands: BandsDrawn;
}) {
  return (
    <svg
      className="board-flow__picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {columns.map((name, column) => (
        <text key={name} className="board-flow__column" x={columnsAt[column]} y="18">
          {name}
        </text>
      ))}
      {paths.map((band) => (
        <path
          key={band.id}
          className={band.nobody ? "board-flow__band board-flow__band--nobody" : "board-flow__band"}
          d={band.path ?? undefined}
          strokeWidth={band.width}
        />
      ))}
      {boxesAt.map(({ id: box, nobody, x, y, width, height }) => (
        <rect
          key={box}
          className={nobody ? "board-flow__box board-flow__box--nobody" : "board-flow__box"}
          x={x}
          y={y}
          width={width}
          height={height}
        />
      ))}
      {boxesAt.map(({ id: box, name }) => (
        <BoxName key={box} name={name} />
      ))}
    </svg>
  );
}

const BoxName = ({ name: { x, lines, number } }: { readonly name: NameAt }) => (
  <text className="board-flow__name" x={x} y={lines[0]?.y}>
    {lines.map(({ words, y }, at) => (
      <tspan key={words} x={x} y={y}>
        {words === "" ? null : `${words} `}
        {at < lines.length - 1 ? null : <tspan className="board-flow__people">{number}</tspan>}
      </tspan>
    ))}
  </text>
);

const AsList = ({ bands: { columns, boxes, bands } }: { readonly bands: BandsDrawn }) => (
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
