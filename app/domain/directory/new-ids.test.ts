import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "./new-ids";

describe("an id from a name", () => {
  it.each([
    ["Lantern Winter Pharmacy", [], "lantern-winter-pharmacy"],
    ["St Piran’s Café & Clinic", [], "st-pirans-cafe-clinic"],
    ["The Lantern", ["the-lantern"], "the-lantern-2"],
    ["The Lantern", ["the-lantern", "the-lantern-2"], "the-lantern-3"],
    ["مركز", [], "new"],
  ])("%s beside %j is %s", (name, taken, id) => {
    expect(newId(name, new Set(taken))).toBe(id);
  });

  it("is never one that is taken, and can stand in an address as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 30 }), (names) => {
        const taken = new Set<string>();
        for (const name of names) {
          const id = newId(name, taken);
          expect(taken.has(id)).toBe(false);
          expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          taken.add(id);
        }
      }),
    );
  });
});
