import { expect, it } from "vitest";
import { syntheticDirectory, syntheticWorld } from "./synthetic";

it("gives the same world for the same seed, and another for another", () => {
  expect(syntheticDirectory(1_000, 5)).toEqual(syntheticDirectory(1_000, 5));
  const { contents } = syntheticDirectory(1_000, 5);
  const other = syntheticDirectory(1_000, 6).contents;
  expect(other.locations).not.toEqual(contents.locations);
  expect(other.offers).not.toEqual(contents.offers);
});

it("makes each list anew whenever it is gone through, in whatever order", () => {
  const world = syntheticWorld(500, 5);
  const offers = [...world.offers()];
  const places = [...world.locations()];
  expect([...world.offers()]).toEqual(offers);
  expect([...world.locations()]).toEqual(places);
  expect(places).toEqual(syntheticDirectory(500, 5).contents.locations);
});

it.each([1, 4, 5, 1_003])("has exactly %d offers, five to an organisation", (count) => {
  const { contents } = syntheticDirectory(count);
  expect(contents.offers).toHaveLength(count);
  expect(contents.organisations).toHaveLength(Math.ceil(count / 5));
  expect(new Set(contents.offers.map(({ id }) => id)).size).toBe(count);
});
