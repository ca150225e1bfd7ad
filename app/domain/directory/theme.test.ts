import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colourOf } from "~/integrations/published/names";
import { runs } from "~tests/support/counts";
import { contrastOf } from "../shared/contrast";
import {
  BRAND_PAIRS,
  brandFaults,
  markFaults,
  ORGANISATION_PAIRS,
  organisationFaults,
  themeFaults,
} from "./theme";

const hex = (channels: readonly number[]) =>
  `#${channels.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
const channel = fc.integer({ min: 0, max: 255 });
const anyColour = fc.tuple(channel, channel, channel);
const brand = (colour: string) => ({ name: "Larkmouth Care", mark: { letters: "LC", colour } });
const numRuns = runs(500, 20_000);

describe("the contrast of two colours", () => {
  it("is that of WCAG's own examples", () => {
    expect(contrastOf("#000", "#ffffff")).toBe(21);
    expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrastOf("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });

  it("is the same either way round, and from 1 to 21", () => {
    fc.assert(
      fc.property(anyColour, anyColour, (one, other) => {
        const ratio = contrastOf(hex(one), hex(other));
        expect(ratio).toBe(contrastOf(hex(other), hex(one)));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21);
      }),
      { numRuns },
    );
  });
});

describe("a mark's colour", () => {
  it("is taken when each pair that it is used in can be told apart, and refused with that pair when not", () => {
    fc.assert(
      fc.property(anyColour, (channels) => {
        const colour = hex(channels);
        const faults = brandFaults(brand(colour));
        const wrong = BRAND_PAIRS.filter((pair) => contrastOf(colour, pair.with) < pair.least);
        expect(faults).toHaveLength(wrong.length);
        for (const [index, pair] of wrong.entries()) {
          expect(faults[index]).toContain(colour);
          expect(faults[index]).toContain(pair.with);
          expect(Number(/contrast of ([\d.]+)/.exec(faults[index] ?? "")?.[1])).toBeLessThan(pair.least);
        }
      }),
      { numRuns },
    );
  });

  it("that is taken is taken when it is darker too", () => {
    fc.assert(
      fc.property(anyColour, fc.double({ min: 0, max: 1, noNaN: true }), (channels, by) => {
        fc.pre(brandFaults(brand(hex(channels))).length === 0);
        const darker = hex(channels.map((value) => Math.floor(value * by)));
        expect(brandFaults(brand(darker))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("names the pair, the ratio and what to do", () => {
    expect(brandFaults(brand("#77aa99"))[0]).toBe(
      "The colour of Larkmouth Care, #77aa99, has a contrast of 2.62 with #ffffff, and white words on it needs 4.5. Choose a darker one",
    );
    expect(markFaults("Hill", { letters: "H", colour: "teal" }, ORGANISATION_PAIRS)).toEqual([
      "The colour of Hill must be a hex colour, like #0a3b40: teal",
    ]);
    expect(
      themeFaults({ brand: { ...brand("#fff") } as never, organisations: [brand("#eee") as never] }).length,
    ).toBe(BRAND_PAIRS.length + ORGANISATION_PAIRS.length);
  });

  it("made up from a published code can always be used", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 8 }), (code) => {
        expect(organisationFaults(brand(colourOf(code)))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("meets the colours that the pages really have", () => {
    const tokens = readFileSync(resolve(import.meta.dirname, "../../styles/_tokens.scss"), "utf8");
    for (const { with: other } of [...BRAND_PAIRS, ...ORGANISATION_PAIRS]) expect(tokens).toContain(other);
  });
});
