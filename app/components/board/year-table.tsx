import { YEAR_PAGE } from "~/content/board/year";
import { MemberTable, type MemberTableRow } from "./member-table";

/** Columns of figures that are seen as bars, from nothing up. */
export interface YearBars {
  readonly title: string;
  /** `label` stands under the bar, where there is little room; `name` is what it stands for. */
  readonly bars: readonly { readonly label: string; readonly name: string; readonly value: number }[];
}

export interface YearTable {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** The first names the row; the others are figures. */
  readonly columns: readonly string[];
  readonly rows: readonly MemberTableRow[];
  readonly bars: readonly YearBars[];
}

const HEIGHT = { svg: 132, top: 22, bars: 84 } as const;
const IN_THE_MIDDLE = { textAnchor: "middle" } as const;
/** How much of its place a bar fills. */
const FILLS = 0.72;

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;
const shown = (value: number): string =>
  value >= 100 ? value.toLocaleString("en-GB") : String(Math.round(value * 10) / 10);

/** Bars side by side; the highest says how much it is, and the table has them all. */
export const YearPicture = ({ title, bars }: YearBars) => {
  const values = bars.map(({ value }) => value);
  const most = Math.max(...values, 0);
  const least = Math.min(...values);
  const nameOf = (wanted: number) => bars.find(({ value }) => value === wanted)?.name ?? "";
  const width = 1 / Math.max(bars.length, 1);
  const bottom = HEIGHT.top + HEIGHT.bars;
  const isHighest = bars.findIndex(({ value }) => value === most);
  return (
    <svg
      className="year-picture"
      width="100%"
      height={HEIGHT.svg}
      role="img"
      aria-label={YEAR_PAGE.picture(title, nameOf(least), nameOf(most))}
    >
      {bars.map(({ name, label, value }, place) => {
        const height = most === 0 ? 0 : (value / most) * HEIGHT.bars;
        const middle = percent((place + 0.5) * width);
        return (
          <g key={name}>
            <rect
              className="year-picture__bar"
              x={percent((place + (1 - FILLS) / 2) * width)}
              y={bottom - height}
              width={percent(width * FILLS)}
              height={height}
            />
            <text className="year-picture__words" x={middle} y={bottom + 18} {...IN_THE_MIDDLE}>
              {label}
            </text>
            {place === isHighest && most > 0 ? (
              <text className="year-picture__words" x={middle} y={HEIGHT.top - 6} {...IN_THE_MIDDLE}>
                {shown(value)}
              </text>
            ) : null}
          </g>
        );
      })}
      <line className="year-picture__ground" x1="0" x2="100%" y1={bottom} y2={bottom} />
    </svg>
  );
};

/** Few columns fit on any screen; more scroll sideways by themselves. */
const FITS = 2;

/** One table of what the year was made from, with its picture where it has one. */
export const YearSection = ({ id, title, about, columns, rows, bars }: YearTable) => {
  const table = (
    <MemberTable
      caption={title}
      columns={columns.map((name, place) => ({ name, number: place > 0 }))}
      rows={rows}
    />
  );
  const head = `year-${id}`;
  return (
    <section className="year" aria-labelledby={head}>
      <h2 className="nhsuk-heading-m" id={head}>
        {title}
      </h2>
      <p>{about}</p>
      {bars.length === 0 ? null : (
        <div className={bars.length > 1 ? "year__pictures" : "year__picture"}>
          {bars.map((each) => (
            <div key={each.title}>
              {bars.length > 1 ? <p className="year__name">{each.title}</p> : null}
              <YearPicture {...each} />
            </div>
          ))}
        </div>
      )}
      {columns.length <= FITS ? (
        table
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a narrow screen must be reached by keys
        <section className="year__wide" aria-label={YEAR_PAGE.table(title)} tabIndex={0}>
          {table}
        </section>
      )}
    </section>
  );
};
