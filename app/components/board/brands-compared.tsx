import { REPLICATE } from "~/content/board/replicate";
import { MemberTable } from "./member-table";

export interface BrandLine {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** That it is this one, or was made from it; else empty. */
  readonly note: string;
  readonly people: number;
  /** A figure for each of the columns. */
  readonly cells: readonly string[];
}

/** The columns of figures, in their order. */
export const FIGURE_COLUMNS: readonly string[] = [
  REPLICATE.members,
  REPLICATE.people,
  REPLICATE.services,
  REPLICATE.offers,
  REPLICATE.openWork,
  REPLICATE.kept,
];

const ROW = 52;
const percent = (share: number): string => `${Math.round(share * 1_000) / 10}%`;

/** The people on the lists of each front door, a bar each, and the same with the rest in figures. */
export const BrandsCompared = ({
  lines,
  together,
}: {
  readonly lines: readonly BrandLine[];
  /** The people on all of their lists. */
  readonly together: number;
}) => {
  const most = Math.max(1, ...lines.map(({ people }) => people));
  return (
    <>
      <svg
        className="brands-picture"
        width="100%"
        height={ROW * lines.length}
        role="img"
        aria-label={REPLICATE.picture}
      >
        {lines.map(({ id, name, people }, row) => (
          <g key={id}>
            <text className="brands-picture__words" y={ROW * row + 18}>
              {[name, people.toLocaleString("en-GB")].join(": ")}
            </text>
            <rect
              className="brands-picture__bar"
              y={ROW * row + 25}
              width={percent(people / most)}
              height="14"
            />
          </g>
        ))}
      </svg>
      <div className="brands-figures">
        <MemberTable
          caption={REPLICATE.beside}
          columns={[
            { name: REPLICATE.door },
            ...FIGURE_COLUMNS.map((name) => ({ name, number: true as const })),
          ]}
          rows={[
            ...lines.map(({ id, name, href, note, cells }) => ({
              id,
              cells: [name, ...cells],
              href,
              ...(note === "" ? {} : { small: note }),
            })),
            {
              id: "",
              cells: [
                REPLICATE.sum,
                ...FIGURE_COLUMNS.map((name) =>
                  name === REPLICATE.people ? together.toLocaleString("en-GB") : "",
                ),
              ],
              small: REPLICATE.sumHint,
              all: true,
            },
          ]}
        />
      </div>
    </>
  );
};
