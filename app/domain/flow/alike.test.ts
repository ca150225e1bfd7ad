import * as fc from "fast-check";
import { expect, it } from "vitest";
import { runs } from "~tests/support/counts";
import { anyFact, many } from "~tests/support/part-facts";
import { alike, Lines } from "./alike";
import { linksOf, PathCounter, STAGES } from "./path";

interface Line {
  readonly service: string | null;
  readonly area: string | null;
}
const STEPS = [
  (line: Line) => line,
  (line: Line) => ({ ...line, area: null }),
  () => ({ service: null, area: null }),
];
const of = (count: number, service: string, area: string, from = 0) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${service} ${area} ${from + at}`,
    line: { service, area },
  }));

function linesOf(all: readonly { readonly id: string; readonly line: Line }[]): Lines<Line> {
  const lines = new Lines<Line>();
  for (const { id, line } of all) lines.add(id, line);
  return lines;
}

it("tells of five who are alike, and of fewer by what they share with others", () => {
  const lines = [
    ...of(6, "eyes", "LM1"),
    ...of(3, "eyes", "LM2"),
    ...of(2, "eyes", "LM3"),
    ...of(1, "feet", "LM1"),
  ];
  expect(alike(linesOf(lines), STEPS)).toEqual([
    { line: { service: "eyes", area: "LM1" }, count: 6 },
    // The one who is left is told of with the smallest of the others.
    { line: { service: null, area: null }, count: 6 },
  ]);
});

it("counts people, not what was asked of partners for one of them", () => {
  const one = of(1, "eyes", "LM1");
  expect(alike(linesOf([...one, ...one, ...one, ...one, ...one]), STEPS)).toEqual([]);
});

it("every line is of five people or more, and together they are all of them", () => {
  const anyLines = fc.array(
    fc.record({
      service: fc.constantFrom("eyes", "feet", "back"),
      area: fc.constantFrom("LM1", "LM2", "LM3"),
    }),
    { maxLength: 80 },
  );
  fc.assert(
    fc.property(anyLines, (lines) => {
      const told = alike(linesOf(lines.map((line, at) => ({ id: String(at), line }))), STEPS);
      for (const { count } of told) expect(count).toBeGreaterThanOrEqual(5);
      const all = told.reduce((sum, { count }) => sum + count, 0);
      expect(all).toBe(lines.length < 5 ? 0 : lines.length);
      expect(new Set(told.map(({ line }) => JSON.stringify(line))).size).toBe(told.length);
    }),
    { numRuns: runs(200, 5_000) },
  );
});

it("a path of the flow is of five people or more, and each column of the picture holds them all", () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 120 }), (facts) => {
      const counter = new PathCounter(() => "moving");
      for (const fact of facts) counter.add(fact);
      const paths = counter.alike();
      for (const { count } of paths) expect(count).toBeGreaterThanOrEqual(5);
      expect(paths.reduce((sum, { count }) => sum + count, 0)).toBe(facts.length < 5 ? 0 : facts.length);
      for (const { people } of linksOf(paths)) {
        expect(people).toBeGreaterThanOrEqual(5);
        expect(people % 5).toBe(0);
      }
    }),
    { numRuns: runs(100, 2_000) },
  );
});

it("who is shown of a front door of real names is nobody: only what is asked for", () => {
  const counter = new PathCounter(() => "moving");
  for (const fact of [...many(20), ...many(20, { organisationId: "hill" })]) counter.add(fact);
  const shown = JSON.stringify(linksOf(counter.alike(["need", "service"]), ["need", "service"]));
  expect(shown).toContain("physiotherapy");
  expect(shown).not.toMatch(/harbour|hill|both/);
  expect(JSON.stringify(linksOf(counter.alike(), STAGES))).toContain("harbour");
});
