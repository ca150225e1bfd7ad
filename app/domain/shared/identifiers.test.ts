import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNhsNumber, normalPostcode, normalReference, outcodeOf, referenceFrom } from "./identifiers";

describe("postcodes", () => {
  it.each([
    ["bs31tf", "BS3 1TF"],
    ["BS3  1TF", "BS3 1TF"],
    [" w1a 1aa ", "W1A 1AA"],
    ["LM1-2AB", "LM1 2AB"],
  ])("reads %s as %s", (typed, normal) => {
    expect(normalPostcode(typed)).toBe(normal);
  });

  it.each(["", "BS3", "BS3 1T", "12345", "BS3 1TF BS3 1TF", "BS3 1TF\u0000"])("does not take %j", (typed) => {
    expect(normalPostcode(typed)).toBeUndefined();
  });

  it("knows the part before the space", () => {
    expect(outcodeOf("BS3 1TF")).toBe("BS3");
  });
});

describe("NHS numbers", () => {
  it("takes a number whose check digit is right", () => {
    expect(isNhsNumber("9990000018")).toBe(true);
  });

  it("notices any one wrong digit", () => {
    const right = "9990000018";
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const wrong = `${right.slice(0, place)}${(Number(right[place]) + by) % 10}${right.slice(place + 1)}`;
        return !isNhsNumber(wrong);
      }),
    );
  });
});

describe("references", () => {
  const bytes = fc.uint8Array({ minLength: 7, maxLength: 7 });

  it("are read back however they are typed", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const reference = referenceFrom(random);
        expect(normalReference(` ${reference.toLowerCase().replace("-", " ")} `)).toBe(reference);
      }),
    );
  });

  it("notice any one wrong character", () => {
    fc.assert(
      fc.property(
        bytes,
        fc.nat({ max: 7 }),
        fc.constantFrom(..."23456789BCDFGHJKMNPQRTVWXY"),
        (random, place, letter) => {
          const bare = referenceFrom(random).replace("-", "");
          fc.pre(bare[place] !== letter);
          expect(normalReference(bare.slice(0, place) + letter + bare.slice(place + 1))).toBeUndefined();
        },
      ),
    );
  });
});
