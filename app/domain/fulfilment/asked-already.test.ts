import { expect, test } from "vitest";
import { next, opened as openedPart, request, setting } from "~tests/support/fulfilment";
import { REJECTED_REASONS, type RejectedReason } from "../routing/types";
import { offersAsked, ruledOutBy } from "./asked-already";
import { letGo } from "./part-state";
import type { EndReason } from "./types";

const CODES = Object.keys(REJECTED_REASONS) as RejectedReason[];
const offersBy = (organisationId: string) => [
  { id: `offer-${organisationId}` },
  { id: `offer-${organisationId}-elsewhere` },
];

const { after: asked } = openedPart(request(), next("a"));
const [held] = asked.fulfilments;
if (!held) throw new Error("A new part is with nobody");
const ended = (reason: EndReason) => letGo(asked, held, "rejected", reason, "", setting());

test("every code rules out one offer, or the whole organisation", () => {
  const ofOnePlace = CODES.filter((code) => ruledOutBy(code) === "offer");
  expect(ofOnePlace).toEqual(["21", "31", "32", "41", "42"]);
  const ofAll = CODES.filter((code) => ruledOutBy(code) === "organisation");
  expect(ofAll).toEqual(["22", "23", "24", "26", "27", "40", "99"]);
});

test.each([...CODES, "silent", "transferred", "partner-left"] as const)(
  "%s leaves out the same before it is written and after",
  (reason) => {
    const expected = ruledOutBy(reason) === "organisation" ? ["offer-a", "offer-a-elsewhere"] : ["offer-a"];
    expect(offersAsked(asked, offersBy, reason)).toEqual(expected);
    expect(offersAsked(ended(reason), offersBy)).toEqual(expected);
  },
);

test("whoever has it is not asked for the same offer again, by whoever sends it on", () => {
  expect(offersAsked(asked, offersBy)).toEqual(["offer-a"]);
  expect(offersAsked(ended("desk"), offersBy)).toEqual(["offer-a"]);
});

test("who missed an appointment, and whose record was a mistake, may be with the same partner again", () => {
  for (const reason of ["did-not-attend", "error"] as const)
    expect(offersAsked(ended(reason), offersBy)).toEqual([]);
});
