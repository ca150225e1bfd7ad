import { FLOW } from "~/content/board/flow";
import { Folded } from "../../work/folded";
import type { AreaMapView, MapDrawn, MapPlace } from "./map-layout";
import type { MarkName } from "./place-names";

/** The area from nobody's tiles, north at the top: rings where people ask from, squares where care is given. */
export const AreaMap = ({ id, map }: { readonly id: string; readonly map: AreaMapView }) =>
  map.places.length === 0 ? (
    <p>{FLOW.pictureFew}</p>
  ) : (
    map.drawn.map((drawn) => <OneSize key={drawn.name} id={`${id}-${drawn.name}`} map={map} drawn={drawn} />)
  );

function OneSize({
  id,
  map: { title, description, places },
  drawn: { name: size, width, height, text, marks, names },
}: {
  readonly id: string;
  readonly map: AreaMapView;
  readonly drawn: MapDrawn;
}) {
  const markOf = new Map(marks.map((mark) => [mark.id, mark]));
  return (
    <div className={`board-map board-map--${size}`}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        fontSize={text}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {marks.map(({ id: place, kind, x, y, reach }) =>
          kind === "asks" ? (
            <circle key={place} className="board-map__asks" cx={x} cy={y} r={reach} />
          ) : (
            <rect
              key={place}
              className="board-map__gives"
              x={x - reach}
              y={y - reach}
              width={reach * 2}
              height={reach * 2}
            />
          ),
        )}
        {names
          .filter(({ isAway }) => isAway)
          .map(({ id: place, x, y }) => (
            <line
              key={place}
              className="board-map__leader"
              x1={markOf.get(place)?.x}
              y1={markOf.get(place)?.y}
              x2={x}
              y2={y - text / 3}
            />
          ))}
        {names.map(({ id: place, words, number, x, y, anchor }) => (
          <text
            key={place}
            className={
              number !== null || markOf.get(place)?.kind === "asks"
                ? "board-map__name board-map__name--strong"
                : "board-map__name"
            }
            x={x}
            y={y}
            textAnchor={anchor}
          >
            {words}
          </text>
        ))}
      </svg>
      <MapKey names={names} places={places} folded={size === "narrow"} />
    </div>
  );
}

/** Whose the numbers are: of the places that stand too close to have their names beside them. */
function MapKey({
  names,
  places,
  folded,
}: {
  readonly names: readonly MarkName[];
  readonly places: readonly MapPlace[];
  /** It is a line until it is opened. */
  readonly folded: boolean;
}) {
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  const numbered = names.filter(({ number }) => number !== null);
  if (numbered.length === 0) return null;
  const key = (
    <ol className="board-map__key" aria-label={FLOW.mapKey}>
      {numbered.map(({ id, number }) => (
        <li key={id} value={number ?? undefined}>
          {nameOf.get(id)}
        </li>
      ))}
    </ol>
  );
  return folded ? (
    <Folded summary={FLOW.mapKey} open={false}>
      {key}
    </Folded>
  ) : (
    key
  );
}
