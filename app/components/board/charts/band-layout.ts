import { sankey, sankeyLinkHorizontal } from "d3-sankey";
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

/** Where everything of the bands stands in their picture. To lay them out takes a while, so that a page does so before it is drawn. */
export interface BandsDrawn extends Bands {
  readonly width: number;
  readonly height: number;
  /** Where each column begins. */
  readonly columnsAt: readonly number[];
  readonly paths: readonly {
    readonly id: string;
    readonly path: string | null;
    readonly width: number;
    readonly nobody: boolean;
  }[];
  readonly boxesAt: readonly {
    readonly id: string;
    readonly nobody: boolean;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly name: NameAt;
  }[];
}

/** A name beside its box, a line after the other, and the number of its people after its last word. */
export interface NameAt {
  readonly x: number;
  readonly lines: readonly { readonly words: string; readonly y: number }[];
  readonly number: string;
}

export function drawBands(drawn: Bands): BandsDrawn {
  const { columns, boxes, bands } = drawn;
  const most = Math.max(
    0,
    ...columns.map((_, column) => boxes.filter((box) => box.column === column).length),
  );
  const height = Math.max(320, most * (BETWEEN + 14));
  const room = columns.length >= MANY_COLUMNS ? ROOM.many : ROOM.few;
  const size = { width: WIDTH, height: HEAD + height + 16 };
  if (bands.length === 0) return { ...drawn, ...size, columnsAt: [], paths: [], boxesAt: [] };
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
  return {
    ...drawn,
    ...size,
    columnsAt: columns.map((_, column) => layout.nodes.find((box) => box.column === column)?.x0 ?? 0),
    paths: layout.links.map((link) => ({
      id: `${link.from} ${link.to}`,
      path: path(link),
      width: Math.max(1, link.width ?? 0),
      nobody: isNobody(link.target),
    })),
    boxesAt: layout.nodes.map((box) => {
      const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = box;
      return {
        id: box.id,
        nobody: box.nobody === true,
        x: x0,
        y: y0,
        width: BOX_WIDTH,
        height: Math.max(2, y1 - y0),
        name: nameAt(box.name, box.value ?? 0, { x: x1 + 6, middle: (y0 + y1) / 2, letters: room.letters }),
      };
    }),
  };
}

const isNobody = (end: unknown): boolean =>
  typeof end === "object" && end !== null && "nobody" in end && end.nobody === true;

function nameAt(
  name: string,
  people: number,
  { x, middle, letters }: { readonly x: number; readonly middle: number; readonly letters: number },
): NameAt {
  const number = people.toLocaleString("en-GB");
  const lines = linesWithNumber(name, number, letters);
  const top = middle + 5 - ((lines.length - 1) * LINE) / 2;
  return { x, number, lines: lines.map((words, at) => ({ words, y: top + at * LINE })) };
}
