import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "~tests/support/counts";
import { lastFirst, readyParts, statusOfRequest } from "./order";
import type { Part } from "./types";

type Ordered = Pick<Part, "id" | "position" | "status" | "waiting" | "after">;

/** Up to six parts that never wait in a circle, in an order that has nothing to do with which comes first. */
const graphs = fc
  .record({
    waits: fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
    shuffle: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  })
  .map(({ waits, shuffle }): readonly Ordered[] => {
    const places = waits
      .map((_, index) => index)
      .sort((a, b) => (shuffle[a] ?? 0) - (shuffle[b] ?? 0) || a - b);
    const positionOf = (index: number) => places.indexOf(index) + 1;
    return waits
      .map((row, index): Ordered => {
        const after = waits.flatMap((_, before) =>
          before < index && row[before] ? [positionOf(before)] : [],
        );
        const position = positionOf(index);
        return { id: `part-${position}`, position, status: "open", waiting: after.length > 0, after };
      })
      .sort((one, other) => one.position - other.position);
  });

/** The parts once one of them is over, and all that waited for it and for nothing else was let go. */
function over(parts: readonly Ordered[], id: string, status: "complete" | "closed"): readonly Ordered[] {
  const ended = parts.map((part) => (part.id === id ? { ...part, status, waiting: false } : part));
  const ready = new Set(readyParts(ended).map((part) => part.id));
  return ended.map((part) => (ready.has(part.id) ? { ...part, waiting: false } : part));
}

test("whatever comes first and however it ends, a request is never stuck, and is complete when all is over and some was given", () => {
  fc.assert(
    fc.property(
      graphs,
      fc.array(fc.record({ which: fc.nat(), done: fc.boolean() }), { maxLength: 6 }),
      (graph, ends) => {
        let parts = graph;
        const left = [...ends];
        while (statusOfRequest(parts) === "open") {
          const active = parts.filter(({ status, waiting }) => status === "open" && !waiting);
          expect(active.length).toBeGreaterThan(0);
          for (const { after } of parts.filter(({ waiting }) => waiting)) {
            const before = parts.filter(({ position }) => after.includes(position));
            expect(before.some(({ status }) => status === "open")).toBe(true);
            expect(before.some(({ status }) => status === "closed")).toBe(false);
          }
          const { which, done } = left.shift() ?? { which: 0, done: true };
          parts = over(parts, active[which % active.length]?.id ?? "", done ? "complete" : "closed");
        }
        expect(statusOfRequest(parts)).toBe(
          parts.some(({ status }) => status === "complete") ? "complete" : "closed",
        );
      },
    ),
    { numRuns: runs(500, 100_000) },
  );
});

test("all of a request is cancelled last first, so that nothing is let go on the way", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      let parts = graph;
      const order = lastFirst(graph);
      expect(order.map(({ id }) => id).sort()).toEqual(graph.map(({ id }) => id).sort());
      for (const { id } of order) {
        parts = parts.map((part) => (part.id === id ? { ...part, status: "closed", waiting: false } : part));
        expect(readyParts(parts)).toEqual([]);
      }
    }),
    { numRuns: runs(300, 20_000) },
  );
});

test("a part that waits for one that is not there is a bug", () => {
  const part: Ordered = { id: "part-1", position: 1, status: "open", waiting: true, after: [2] };
  expect(() => readyParts([part])).toThrow("waits for part 2");
});
