import { expect, test } from "vitest";
import { qrCodeOf } from "./code";

const ADDRESS = "https://larkmouth.example/requests/K7PM-3QXR";

/** The squares that a path draws, within their quiet zone. */
function gridOf({ size, path }: { size: number; path: string }): boolean[][] {
  const side = size - 8;
  const grid = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
  const strokes = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
  expect(strokes.map(([stroke]) => stroke).join("")).toBe(path);
  for (const [, x, y, width, back] of strokes) {
    expect(width).toBe(back);
    for (let step = 0; step < Number(width); step += 1) {
      const row = grid[Number(y) - 4];
      if (row === undefined) throw new Error("A stroke is in the quiet zone");
      row[Number(x) - 4 + step] = true;
    }
  }
  return grid;
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/**
 * Reads a clean code of version 3, medium correction, in bytes (ISO/IEC 18004): one block of 44 bytes of data. The three
 * finders with the format, the timing lines and the one alignment square hold no data.
 */
function readVersion3(grid: boolean[][]): string {
  expect(grid.length).toBe(29);
  const dark = (row: number, column: number) => grid[row]?.[column] === true;
  const format = [2, 3, 4].reduce((bits, column) => bits * 2 + (dark(8, column) ? 1 : 0), 0) ^ 0b101;
  const mask = MASKS[format] ?? (() => false);
  const holdsNoData = (row: number, column: number) =>
    (row < 9 && (column < 9 || column > 20)) ||
    (row > 20 && column < 9) ||
    row === 6 ||
    column === 6 ||
    (row > 19 && row < 25 && column > 19 && column < 25);
  const bits: number[] = [];
  let up = true;
  for (let right = 28; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < 29; step += 1) {
      const row = up ? 28 - step : step;
      for (const column of [right, right - 1]) {
        if (!holdsNoData(row, column)) bits.push(dark(row, column) !== mask(row, column) ? 1 : 0);
      }
    }
    up = !up;
  }
  const number = (from: number, length: number) =>
    bits.slice(from, from + length).reduce((sum, bit) => sum * 2 + bit, 0);
  expect(number(0, 4), "written in bytes").toBe(0b0100);
  const length = number(4, 8);
  expect(length).toBeLessThanOrEqual(42);
  return Buffer.from(Array.from({ length }, (_, place) => number(12 + place * 8, 8))).toString("utf8");
}

test("a reader of QR codes gets the address back", () => {
  // Forty-two bytes fill a code of version 3.
  for (const address of [ADDRESS.replace("larkmouth", "a-town"), "http://localhost:3000/b/x/requests/AB"]) {
    expect(address.length).toBeLessThanOrEqual(42);
    expect(readVersion3(gridOf(qrCodeOf(address)))).toBe(address);
  }
});

test("four squares round it stay white, whatever the address is", () => {
  const { size, path } = qrCodeOf(ADDRESS);
  expect(size).toBe(29 + 4 + 8);
  expect(gridOf({ size, path }).flat().some(Boolean)).toBe(true);
});
