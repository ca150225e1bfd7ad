import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import type { Offer } from "~/domain/directory/types";
import { worlds } from "~tests/properties/routing-worlds";
import { runs } from "~tests/support/counts";
import {
  contents,
  HARBOUR,
  location,
  need,
  northOf,
  offer,
  organisation,
  service,
} from "~tests/support/directory";
import { compare } from "./compare";
import { type RecordedRequest, replay } from "./replay";

const MONDAY = "2026-11-23T09:00:00.000Z";
const day = (count: number) => new Date(Date.parse(MONDAY) + count * 86_400_000).toISOString();
const asked = (id: string, at: string): RecordedRequest => ({
  id,
  at,
  need: need({ place: { postcode: "LK1 1AA", position: HARBOUR } }),
});

const town = (offers: readonly Offer[]) =>
  buildDirectory(
    contents({
      services: [service("physio")],
      organisations: [organisation("near"), organisation("far")],
      locations: [location("quay", "near", HARBOUR), location("hill", "far", northOf(1))],
      offers,
    }),
  );
const wait = { days: 1, asOf: "2026-11-01", source: "Larkmouth Care" };
const near = offer("near-physio", "near", { locationId: "quay", wait });
const far = offer("far-physio", "far", { locationId: "hill", wait });
const chosen = (requests: readonly RecordedRequest[], offers = [near, far]) =>
  replay(town(offers), new Map(), requests, { otherwise: 2 }).choices.map(({ offerId }) => offerId);

describe("a replay", () => {
  it("sends who comes after the week's last place to the next one, and comes back the week after", () => {
    const requests = [asked("a", day(0)), asked("b", day(1)), asked("c", day(2)), asked("d", day(7))];
    expect(chosen(requests)).toEqual(["near-physio", "near-physio", "far-physio", "near-physio"]);
  });

  it("goes by the time of asking, whatever the order of the record", () => {
    const requests = [asked("d", day(7)), asked("c", day(2)), asked("a", day(0)), asked("b", day(1))];
    expect(chosen(requests)).toEqual(["near-physio", "near-physio", "far-physio", "near-physio"]);
  });

  it("hides nobody: where all are full, the weeks ahead are used up in turn", () => {
    const requests = Array.from({ length: 9 }, (_, number) => asked(`r${number}`, day(0)));
    expect(chosen(requests, [near])).toEqual(Array(9).fill("near-physio"));
  });

  it("counts a week's places by the offer's own diary, where it has one", () => {
    const sessions = [{ weekday: 1 as const, opens: "09:00", closes: "09:30" }];
    const short = { ...near, slots: { minutes: 30, sessions } };
    expect(chosen([asked("a", day(0)), asked("b", day(0))], [short, far])).toEqual([
      "near-physio",
      "far-physio",
    ]);
  });

  it("says who would get how many, and compares it with another directory", () => {
    const requests = [asked("a", day(0)), asked("b", day(1)), asked("c", day(2))];
    const before = replay(town([near, far]), new Map(), requests);
    const after = replay(town([far]), new Map(), requests);
    expect(before.byOrganisation).toEqual(new Map([["near", 3]]));
    expect(after.outcomes).toEqual({ offered: 3, referral: 0, none: 0 });
    expect(compare(before, after).organisations).toEqual([
      { id: "far", before: 0, after: 3 },
      { id: "near", before: 3, after: 0 },
    ]);
    expect(compare(before, after).moved.map(({ before }) => before.requestId)).toEqual(["a", "b", "c"]);
    expect(compare(before, before).moved).toEqual([]);
    expect(() => compare(before, replay(town([far]), new Map(), requests.slice(1)))).toThrow(/same requests/);
  });

  it("makes the same choices with explanations on, and again", () => {
    const hours = fc.array(fc.nat(24 * 30), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(
        worlds,
        hours,
        fc.integer({ min: 1, max: 4 }),
        ({ contents, overlay, need }, at, otherwise) => {
          const directory = buildDirectory(contents);
          const requests = at.map((hour, place) => ({ id: `r${place}`, at: day(hour / 24), need }));
          const bare = replay(directory, overlay, requests, { otherwise });
          expect(replay(directory, overlay, requests, { otherwise, explain: true })).toEqual(bare);
          expect(replay(directory, overlay, requests.reverse(), { otherwise })).toEqual(bare);
        },
      ),
      { numRuns: runs(60, 5_000) },
    );
  });
});
