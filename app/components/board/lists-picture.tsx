import { COVERED } from "~/content/board/partners";
import { POPULATION } from "~/domain/directory/members";
import { MemberTable } from "./member-table";

export interface ListLine {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly share: string;
  readonly asOf: string;
}

const HEIGHT = { svg: 96, top: 30, bar: 34 } as const;
/** Words that end where they are set. */
const TO_THE_LEFT = { textAnchor: "end" } as const;
const percent = (share: number): string => `${Math.round(share * 1_000) / 10}%`;

/** The lists of the practices end to end, against what a front door needs and what it usually covers. */
export const ListsPicture = ({
  lines,
  people,
}: {
  readonly lines: readonly ListLine[];
  readonly people: number;
}) => {
  const most = Math.max(POPULATION.usual, people);
  const least = percent(POPULATION.least / most);
  const usual = percent(POPULATION.usual / most);
  const begins = lines.map((_, place) => lines.slice(0, place).reduce((sum, line) => sum + line.people, 0));
  const bottom = HEIGHT.top + HEIGHT.bar;
  return (
    <svg className="lists-picture" width="100%" height={HEIGHT.svg} role="img" aria-label={COVERED.picture}>
      <rect className="lists-picture__whole" y={HEIGHT.top} width="100%" height={HEIGHT.bar} />
      {lines.map(({ id, people: own }, place) => (
        <rect
          key={id}
          className={
            place % 2 === 0 ? "lists-picture__list" : "lists-picture__list lists-picture__list--other"
          }
          x={percent((begins[place] ?? 0) / most)}
          y={HEIGHT.top}
          width={percent(own / most)}
          height={HEIGHT.bar}
        />
      ))}
      <line className="lists-picture__mark" x1={least} x2={least} y1={HEIGHT.top - 8} y2={bottom + 4} />
      <text className="lists-picture__words" x={least} y={HEIGHT.top - 12}>
        {COVERED.least(POPULATION.least)}
      </text>
      <line className="lists-picture__mark" x1={usual} x2={usual} y1={HEIGHT.top - 4} y2={bottom + 8} />
      <text className="lists-picture__words" x={usual} y={bottom + 26} {...TO_THE_LEFT}>
        {COVERED.usual(POPULATION.usual)}
      </text>
    </svg>
  );
};

/** The same in figures. Lists that were counted on one day say it once, beside the sum. */
export const ListsTable = ({
  lines,
  people,
}: {
  readonly lines: readonly ListLine[];
  readonly people: number;
}) => {
  const [day, ...others] = new Set(lines.map(({ asOf }) => asOf));
  const once = day !== undefined && others.length === 0 ? COVERED.counted(day) : null;
  return (
    <MemberTable
      caption={COVERED.title}
      columns={[
        { name: COVERED.practice },
        { name: COVERED.list, number: true },
        { name: COVERED.share, number: true },
      ]}
      rows={[
        ...lines.map(({ id, name, people: own, share, asOf }) => ({
          id,
          cells: [name, own.toLocaleString("en-GB"), share],
          ...(once === null ? { small: COVERED.counted(asOf) } : {}),
        })),
        {
          id: "",
          cells: [COVERED.all, people.toLocaleString("en-GB"), COVERED.whole],
          ...(once === null ? {} : { small: once }),
          all: true,
        },
      ]}
    />
  );
};
