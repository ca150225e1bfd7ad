import { expect, it } from "vitest";
import { countInWords } from "~/content/board/partners";
import { brandLines } from "~/routes/board/brands-beside";
import type { SisterBrand } from "~db/queries/sister-brands";
import { brand } from "../support/small-town";

const sister = (openWork: number): SisterBrand => ({
  brand: brand(),
  shared: [],
  members: 3,
  lists: [],
  services: 2,
  offers: 5,
  openWork,
  kept: { kept: 0, broken: 0 },
});
const openWork = (many: number) => brandLines([sister(many)])[0]?.cells[4];

it("front doors side by side tell of their open work to the nearest five, and of a few nothing", () => {
  expect([0, 5, 6, 7, 8, 12, 13, 1_234].map(openWork)).toEqual([
    "0",
    "5",
    "5",
    "5",
    "10",
    "10",
    "15",
    "1,235",
  ]);
  for (const few of [1, 2, 3, 4]) expect(openWork(few)).toBe(countInWords(null));
});
