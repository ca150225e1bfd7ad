import { milesInWords } from "~/content/offers";
import type { RoundMap } from "~/domain/shared/round-map";

/** Where those who can be asked are, as far as they have a place; the numbers are those of the list. */
export interface OfferMapView {
  readonly drawn: RoundMap;
  /** The postcode in the middle. */
  readonly from: string;
  /** How many of the list are on it, from the first on; null when all of them are. */
  readonly first: number | null;
  /** Those without a place of their own, by number: how they give care. */
  readonly elsewhere: readonly { readonly number: number; readonly name: string; readonly how: string }[];
}

/**
 * A map that is drawn here, from nobody's tiles. It says nothing that the list does not: so it is not read out, and the
 * list stands in its place.
 */
export function OfferMap({ map }: { readonly map: OfferMapView }) {
  const { size, rings, marks } = map.drawn;
  const middle = size / 2;
  return (
    <figure className="offer-map">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        aria-hidden="true"
        focusable="false"
        className="offer-map__drawing"
      >
        <title>{`A map of who can help, round ${map.from}`}</title>
        <desc>{`The numbers are those of the list. Each ring is a distance from ${map.from}.`}</desc>
        {rings.map(({ miles, radius }) => (
          <circle key={miles} className="offer-map__ring" cx={middle} cy={middle} r={radius} />
        ))}
        {rings.map(({ miles, radius }) => (
          <text key={miles} className="offer-map__distance" x={middle} y={middle + radius + 4}>
            {milesInWords(miles)}
          </text>
        ))}
        <path className="offer-map__home" d={`M${middle - 10} ${middle + 9}v-9l10-9 10 9v9h-7v-6h-6v6z`} />
        {marks.map(({ numbers, lines, x, y, width, height }) => (
          <g key={numbers.join()}>
            <rect
              className={numbers.includes(1) ? "offer-map__mark offer-map__mark--first" : "offer-map__mark"}
              x={x - width / 2}
              y={y - height / 2}
              width={width}
              height={height}
              rx="11"
            />
            {lines.map((line, at) => (
              <text
                key={line}
                className={
                  numbers.includes(1) ? "offer-map__number offer-map__number--first" : "offer-map__number"
                }
                x={x}
                y={y + (at - (lines.length - 1) / 2) * 16 + 5}
              >
                {line}
              </text>
            ))}
          </g>
        ))}
      </svg>
      <figcaption>
        <p>
          The house is {map.from}. The numbers are those of the list
          {map.first === null ? "" : `, for the first ${map.first} of it`}. North is at the top.
        </p>
        {map.elsewhere.length > 0 ? (
          <>
            <p className="offer-map__elsewhere">Not on the map, as you need not go there:</p>
            <ul>
              {map.elsewhere.map(({ number, name, how }) => (
                <li key={number}>
                  <OfferNumber number={number} /> {name}: {how}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </figcaption>
    </figure>
  );
}

/** A card's number on the map. Whoever does not see the map needs no number. */
export const OfferNumber = ({ number }: { readonly number: number }) => (
  <span className={number === 1 ? "offer-number offer-number--first" : "offer-number"} aria-hidden="true">
    {number}
  </span>
);
