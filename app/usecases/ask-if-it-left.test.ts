import { expect, it } from "vitest";
import { workShared } from "./ask-if-it-left";
import type { HandedOn } from "./hand-on-open-work";

const handedOn = (change: Partial<HandedOn>): HandedOn => ({
  fulfilments: 0,
  toPartners: {},
  toDesk: 0,
  toPatients: 0,
  kept: 0,
  told: 0,
  ...change,
});

it("a board is told of open work to the nearest five, in all and by where it goes", () => {
  const work = workShared(
    handedOn({ toPartners: { hill: 13, mead: 6 }, toDesk: 7, toPatients: 8, kept: 11, told: 33 }),
  );
  expect(work).toEqual({
    has: 45,
    toPartners: [
      { organisationId: "hill", count: 15 },
      { organisationId: "mead", count: 5 },
    ],
    toDesk: 5,
    toPatients: 10,
    kept: 10,
    told: 35,
  });
});

it("one person more or fewer is not told from another answer", () => {
  const told = (many: number) =>
    workShared(handedOn({ toPartners: { hill: many, mead: 20 }, toDesk: 10, told: many + 30 }));
  expect(told(28)).toEqual(told(29));
  expect(told(31)).toEqual(told(30));
});
