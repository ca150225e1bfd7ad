import { describe, expect, it } from "vitest";
import { contents, location, NOW, need, northOf, offer, organisation } from "~tests/support/directory";
import { buildDirectory } from "../directory/directory";
import { UNKNOWN_STATE } from "../directory/types";
import { decideJson, decisionText, reasonsForPatient } from "./explain";
import { route } from "./route";

const directory = buildDirectory(
  contents({
    organisations: [
      organisation("harbour", { name: "Harbour Community Trust", odsCode: "RLK" }),
      organisation("hill", { name: "Hill Street Clinic", odsCode: null }),
      organisation("young", { name: "Young Larkmouth", odsCode: "YLK" }),
    ],
    locations: [
      location("quay", "harbour", northOf(2.13), { name: "Quay Clinic" }),
      location("hill", "hill", northOf(0.4), { name: "Hill Street" }),
      location("club", "young", northOf(1), { name: "The Club" }),
    ],
    offers: [
      offer("harbour-physio", "harbour", {
        locationId: "quay",
        wait: { days: 9, asOf: "2026-11-01", source: "Larkmouth Care" },
      }),
      offer("hill-physio", "hill", { locationId: "hill" }),
      offer("young-physio", "young", { locationId: "club", ages: { from: null, until: 17 } }),
    ],
  }),
);
const decision = route(
  directory,
  new Map([
    [
      "harbour-physio",
      {
        ...UNKNOWN_STATE,
        capacity: "capacity",
        capacityConfirmedAt: "2026-11-24T09:00:00.000Z",
      },
    ],
  ]),
  need(),
  NOW,
);

describe("a decision explained", () => {
  it("gives a patient its reasons in plain words", () => {
    expect(decision.candidates.map(reasonsForPatient)).toEqual([
      [
        "1.3 miles away",
        "Usual wait 9 days (Larkmouth Care, 1 November 2026)",
        "Has room (confirmed 1 hour ago)",
      ],
      ["under half a mile away", "Wait not known", "Not known if they have room"],
      ["For people aged 17 and under"],
    ]);
  });

  it("reads in a terminal as a whole", () => {
    expect(decisionText(decision)).toBe(
      `physio in larkmouth: can be asked for
Decided 2026-11-24T10:00:00.000Z by policy 1 on directory 7
For: routine, born 1992-03-14, female, practice not known, at LK1 1AA, any way, recommended first
Chosen by ranking: Harbour Community Trust (harbour-physio)

Eligible, best first
1. Harbour Community Trust [RLK], Quay Clinic, 1.3 miles: 65 points
       21  1.3 miles away
       18  Usual wait 9 days (Larkmouth Care, 1 November 2026)
       15  Has room (confirmed 1 hour ago)
        8  Not known yet how well they keep their promises
        3  Has had about as many requests as others (0 requests in 28 days)
2. Hill Street Clinic, Hill Street, under half a mile: 53 points
       28  under half a mile away
        8  Wait not known
        8  Not known if they have room
        8  Not known yet how well they keep their promises
        1  Has had about as many requests as others (0 requests in 28 days)

Not eligible
- Young Larkmouth [YLK], The Club, 0.6 miles
           fails age, 40: For people aged 17 and under`,
    );
  });

  it("reads by machine in the shape that others rely on", () => {
    const json = decideJson(decision);
    expect(json).toMatchObject({ outcome: "offered", chosen: "harbour-physio" });
    expect(json.candidates[0]).toEqual({
      offer: "harbour-physio",
      organisation: { ods: "RLK", name: "Harbour Community Trust" },
      distanceKm: expect.closeTo(2.13, 3),
      eligible: true,
      points: 65,
      wait: { days: 9, asOf: "2026-11-01", source: "Larkmouth Care" },
      reasons: [
        "1.3 miles away",
        "Usual wait 9 days (Larkmouth Care, 1 November 2026)",
        "Has room (confirmed 1 hour ago)",
      ],
    });
  });
});
