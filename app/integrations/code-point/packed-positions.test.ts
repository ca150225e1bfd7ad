import fc from "fast-check";
import { expect, it } from "vitest";
import { runs } from "~tests/support/counts";
import { PackedPositions } from "./packed-positions";

const letter = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const digit = fc.constantFrom(..."0123456789");
const postcode = fc
  .tuple(
    letter,
    fc.option(letter, { nil: "" }),
    digit,
    fc.oneof(letter, digit, fc.constant("")),
    digit,
    letter,
    letter,
  )
  .map(([a, b, c, d, e, f, g]) => `${a}${b}${c}${d} ${e}${f}${g}`);

it("gives back what was put in, in the order of its text, whatever the order it came in", () => {
  const rows = fc.array(fc.tuple(postcode, fc.double({ min: 49, max: 61, noNaN: true }), fc.nat()));
  fc.assert(
    fc.property(rows, postcode, (given, other) => {
      const packed = new PackedPositions();
      const expected = new Map<string, { lat: number; lon: number }>();
      for (const [text, lat, lon] of given) {
        packed.add(text, lat, lon);
        expected.set(text, { lat, lon });
      }
      for (const [text, position] of expected) expect(packed.position(text)).toEqual(position);
      if (!expected.has(other)) expect(packed.position(other)).toBeUndefined();
      const all = [...packed.all()];
      expect(all.map((each) => each.postcode)).toEqual([...expected.keys()].sort());
      expect(new Map(all.map((each) => [each.postcode, each.position]))).toEqual(expected);
      expect(packed.size).toBe(expected.size);
    }),
    { numRuns: runs(300, 20_000) },
  );
});

it("grows to more than its first room", () => {
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const packed = new PackedPositions();
  const named = (number: number) => {
    const area = `${LETTERS[number % 26]}${LETTERS[Math.floor(number / 26) % 26]}`;
    return `${area}${Math.floor(number / 676) % 10} ${Math.floor(number / 6_760)}AA`;
  };
  for (let number = 0; number < 67_600; number += 1) packed.add(named(number), 51, number);
  expect(packed.size).toBe(67_600);
  for (const number of [0, 65_535, 65_536, 67_599])
    expect(packed.position(named(number))).toEqual({ lat: 51, lon: number });
});
