import { describe, expect, it } from "vitest";
import {
  contents,
  HARBOUR,
  location,
  NOW,
  northOf,
  offer,
  organisation,
  service,
} from "../../../tests/support/directory";
import { buildDirectory } from "../directory/directory";
import { type OfferOrder, offersInOrder } from "./offer-order";
import { route } from "./route";
import type { Need } from "./types";

const wait = (days: number) => ({ days, asOf: "2026-11-01", source: "the town" });

/** Near and slow, far and quick, by phone, and one of which little is known. */
const town = buildDirectory(
  contents({
    organisations: ["near", "far", "phone", "unknown"].map((id) => organisation(id)),
    services: [service("physio")],
    locations: [
      location("near-clinic", "near", northOf(1)),
      location("far-clinic", "far", northOf(9)),
      location("unknown-clinic", "unknown", northOf(3)),
    ],
    offers: [
      offer("near", "near", { locationId: "near-clinic", wait: wait(30) }),
      offer("far", "far", { locationId: "far-clinic", wait: wait(2) }),
      offer("phone", "phone", { modes: ["phone"], wait: wait(10) }),
      offer("unknown", "unknown", { locationId: "unknown-clinic" }),
    ],
  }),
);

const need = (knownTo: readonly string[] = []): Need => ({
  serviceId: "physio",
  priority: "routine",
  person: { bornOn: "1984-03-14", sex: "female", registeredWith: null },
  place: { postcode: "LK1 1AA", position: HARBOUR },
  preferences: { modes: [], first: "recommended", knownTo },
  alreadyAsked: [],
});

const listed = (order: OfferOrder, knownTo: readonly string[] = []) => {
  const decision = route(town, new Map(), need(knownTo), NOW);
  const [first, ...others] = offersInOrder(decision, order).map(({ offerId }) => offerId);
  expect(first).toBe(decision.chosen);
  return others;
};

describe("the list of who can be asked", () => {
  it("keeps the recommended one first, and puts the others in the order asked for", () => {
    expect(listed("best")).toHaveLength(3);
    const left = (ids: readonly string[], order: OfferOrder) =>
      ids.filter((id) => listed(order).includes(id));
    expect(listed("nearest")).toEqual(left(["near", "unknown", "far", "phone"], "nearest"));
    expect(listed("soonest")).toEqual(left(["far", "phone", "near", "unknown"], "soonest"));
  });

  it("puts those who know the person before the others, and leaves the rest as it was", () => {
    const others = listed("known", ["unknown", "far"]);
    const known = others.filter((id) => ["unknown", "far"].includes(id));
    expect(others.slice(0, known.length)).toEqual(known);
    expect(listed("known")).toEqual(listed("best"));
  });
});
