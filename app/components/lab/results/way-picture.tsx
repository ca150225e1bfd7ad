import { RESULTS } from "~/content/lab/results";
import type { PathStep, TaskPath } from "~/domain/usability/results/path";

/** As wide as a screen, and as wide as a telephone: each is drawn in its own size, so that its words can be read. */
const SIZES = [
  { name: "wide", width: 960, bar: 420, away: 66, text: 16, longest: 46 },
  { name: "narrow", width: 340, bar: 90, away: 52, text: 15, longest: 20 },
] as const;
type Size = (typeof SIZES)[number];
const [ROW, BAR, GAP] = [84, 26, 10];

/**
 * The shortest way from top to foot: a bar for every page, as wide as the people who came so far, and to its right where
 * they went instead. It is drawn on the server, and the table beside it says the same.
 */
export const WayPicture = ({ id, path }: { readonly id: string; readonly path: TaskPath }) => (
  <>
    {SIZES.map((size) => (
      <OneSize key={size.name} id={`${id}-${size.name}`} path={path} size={size} />
    ))}
  </>
);

function OneSize({
  id,
  path: { of, steps, gotThere },
  size,
}: {
  readonly id: string;
  readonly path: TaskPath;
  readonly size: Size;
}) {
  const { name, width, bar, text } = size;
  const wide = (people: number) => Math.round((people / Math.max(1, of)) * bar * 10) / 10;
  const foot = steps.length * ROW;
  return (
    <svg
      className={`lab-way lab-way--${name}`}
      viewBox={`0 0 ${width} ${foot + ROW - GAP}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      fontSize={text}
    >
      <title id={`${id}-title`}>{RESULTS.way}</title>
      <desc id={`${id}-desc`}>{RESULTS.wayPicture(of, gotThere)}</desc>
      {steps.map((step, place) => {
        const next = steps[place + 1]?.people ?? gotThere;
        const top = place * ROW + text + GAP;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way may come to the same page twice, and never moves
          <g key={place}>
            <text className="lab-way__page" x="0" y={place * ROW + text}>
              {shortened(named(step), size.longest + (name === "wide" ? 60 : 16))}
            </text>
            <Band top={top + BAR} foot={top + ROW} from={wide(step.people)} to={wide(next)} />
            <rect className="lab-way__bar" x="0" y={top} width={wide(step.people)} height={BAR} />
            <Count people={step.people} x={wide(step.people)} y={top + BAR - 7} />
            <Away step={step} size={size} top={top} />
          </g>
        );
      })}
      <text className="lab-way__page" x="0" y={foot + text}>
        {RESULTS.gotThere}
      </text>
      <rect
        className="lab-way__bar lab-way__bar--there"
        x="0"
        y={foot + text + GAP}
        width={wide(gotThere)}
        height={BAR}
      />
      <Count people={gotThere} x={wide(gotThere)} y={foot + text + GAP + BAR - 7} />
    </svg>
  );
}

const named = ({ title, pages }: PathStep): string =>
  pages > 1 ? `${title}: ${RESULTS.pages(pages)}` : title;

const Count = ({ people, x, y }: { readonly people: number; readonly x: number; readonly y: number }) => (
  <text className="lab-way__count" x={x + 8} y={y}>
    {people}
  </text>
);

/** What goes on from one page to the next. */
const Band = ({
  top,
  foot,
  from,
  to,
}: {
  readonly top: number;
  readonly foot: number;
  readonly from: number;
  readonly to: number;
}) => <path className="lab-way__band" d={`M0 ${top}H${from}L${to} ${foot}H0Z`} />;

/** Where they went instead, the page of most people first, and who ended here. */
function Away({ step, size, top }: { readonly step: PathStep; readonly size: Size; readonly top: number }) {
  const x = size.bar + size.away;
  const [first, ...others] = step.strayed;
  const lines = [
    ...(first === undefined
      ? []
      : [
          `${RESULTS.elsewhere(shortened(first.title, size.longest - 6), first.people)}${others.length === 0 ? "" : ` +${others.length}`}`,
        ]),
    ...(step.ended === 0 ? [] : [RESULTS.endedHere(step.ended)]),
  ];
  return lines.map((line, place) => {
    const isEnd = place === lines.length - 1 && step.ended > 0;
    const y = top + 18 + place * (size.text + 7);
    return (
      <g key={line}>
        <path className="lab-way__arrow" d={`M${x - 18} ${y - 5}h10m-4 -4l4 4l-4 4`} />
        <text className={isEnd ? "lab-way__end" : "lab-way__away"} x={x} y={y}>
          {line}
        </text>
      </g>
    );
  });
}

const shortened = (name: string, longest: number): string =>
  name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`;
