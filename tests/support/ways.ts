import { long } from "./counts";

/** How somebody has a page before them. */
export interface Way {
  readonly scripts: boolean;
  /** Pixels. */
  readonly width: number;
}

const USUAL: readonly Way[] = [
  { scripts: false, width: 320 },
  { scripts: true, width: 1280 },
];

/** A patient's story is told in each of these ways: on an old phone and at a new screen; a long run crosses them. */
export const WAYS: readonly Way[] = long
  ? [...USUAL, { scripts: true, width: 320 }, { scripts: false, width: 1280 }]
  : USUAL;

/** Added to a story's name, for `test.each` and `describe.each`. */
export const IN_WAY = "scripts $scripts, $width wide";
