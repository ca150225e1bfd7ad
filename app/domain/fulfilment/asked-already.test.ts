import { expect, test } from "vitest";
import { next, request, setting } from "~tests/support/fulfilment";
import { REJECTED_REASONS, type RejectedReason } from "../routing/types";
import { type EndReason, offersAsked, ruledOutBy } from "./asked-already";
import { openPart } from "./decide";
import { letGo } from "./part-state";

const CODES = Object.keys(REJECTED_REASONS) as RejectedReason[];
const offersBy = (organisationId: string) => [
  { id: `offer-${organisationId}` },
  { id: `offer-${organisationId}-elsewhere` },
];

const { after: asked } = openPart(request(), "part-1", 1, next("a"), null, setting());
const [held] = asked.fulfilments;
if (!held) throw new Error("A new part is with nobody");
const ended = (reason: EndReason) => letGo(asked, held, "rejected", reason, "", setting());

test("every code rules out one offer, or the whole organisation", () => {
  const ofOnePlace = CODES.filter((code) => ruledOutBy(code) === "offer");
  expect(ofOnePlace).toEqual(["21", "31", "32", "41", "42"]);
  const ofAll = CODES.filter((code) => ruledOutBy(code) === "organisation");
  expect(ofAll).toEqual(["22", "23", "24", "26", "27", "40", "99"]);
});

test.each([...CODES, "silent"] as const)(
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
