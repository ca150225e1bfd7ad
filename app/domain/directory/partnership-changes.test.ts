import { describe, expect, test } from "vitest";
import {
  contents,
  HARBOUR,
  location,
  NOW,
  need,
  offer,
  organisation,
  partnership,
} from "~tests/support/directory";
import { route } from "../routing/route";
import { localDate } from "../shared/time";
import { buildDirectory } from "./directory";
import {
  changePartnership,
  directoryWith,
  type Parties,
  type PartnershipChange,
} from "./partnership-changes";
import { noLongerPartners, standings } from "./standing";

const TODAY = localDate(NOW);
const TOMORROW = "2026-11-25";

/** Each organisation has one place, one offer, and one name for all of them. */
const placeOf = (id: string) => location(id, id, HARBOUR);
const offerOf = (id: string) => offer(id, id, { locationId: id });

const town = contents({
  organisations: [
    organisation("trust"),
    organisation("alliance"),
    organisation("club"),
    organisation("shop"),
  ],
  partnerships: [
    partnership("trust"),
    partnership("alliance"),
    partnership("club", { arrangement: "subcontract", leadOrganisationId: "alliance" }),
  ],
  locations: [placeOf("trust"), placeOf("club"), placeOf("shop")],
  offers: [offerOf("trust"), offerOf("club"), offerOf("shop")],
});

function done(change: PartnershipChange, parties: Parties = town, today = TODAY) {
  const result = changePartnership(parties, change, today);
  if (result.kind === "refused") throw new Error(result.reasons.join("; "));
  return result;
}
const why = (change: PartnershipChange, parties: Parties = town) => {
  const result = changePartnership(parties, change, TODAY);
  return result.kind === "refused" ? result.reasons.join("; ") : "changed";
};
const eligible = (parties: Parties, now = NOW): readonly string[] =>
  route(directoryWith(buildDirectory(town), parties), new Map(), need(), now)
    .candidates.filter((candidate) => candidate.eligible)
    .map(({ offerId }) => offerId)
    .sort();

const joining = (change: Partial<Extract<PartnershipChange, { kind: "join" }>> = {}): PartnershipChange => ({
  kind: "join",
  organisationId: "shop",
  newcomer: null,
  on: TODAY,
  arrangement: "own-contract",
  leadOrganisationId: null,
  returnTicket: "Its list.",
  ...change,
});
const leaving = (organisationId: string, on = TODAY): PartnershipChange => ({
  kind: "leave",
  organisationId,
  on,
  openWork: "reroute",
});

describe("leaving", () => {
  test("today takes its offers out of routing today, and nobody else's", () => {
    expect(eligible(town)).toEqual(["club", "trust"]);
    const { parties, partnership: after } = done(leaving("trust"));
    expect(after).toMatchObject({ endsOn: "2026-11-23", openWork: "reroute" });
    expect(eligible(parties)).toEqual(["club"]);
  });

  test("on a day to come leaves it a partner until the day before", () => {
    const { parties } = done(leaving("trust", "2026-11-26"));
    expect(eligible(parties)).toEqual(["club", "trust"]);
    expect(eligible(parties, "2026-11-25T23:59:00.000Z")).toEqual(["club", "trust"]);
    expect(eligible(parties, "2026-11-26T00:00:00.000Z")).toEqual(["club"]);
  });

  test("of a lead provider takes those along that it answers for", () => {
    const { parties } = done(leaving("alliance"));
    expect(eligible(parties)).toEqual(["trust"]);
    expect(noLongerPartners(parties.partnerships, TODAY)).toEqual(["alliance", "club"]);
    expect(standings(parties.partnerships)("club", TODAY)).toEqual({ kind: "left", openWork: "reroute" });
  });

  test("is refused to who is no partner, has left, or would leave in the past", () => {
    expect(why(leaving("nobody"))).toMatch(/no organisation "nobody"/);
    expect(why(leaving("shop"))).toMatch(/not a partner/);
    expect(why(leaving("trust", "2026-11-23"))).toMatch(/today or on a day to come/);
    expect(why(leaving("trust"), done(leaving("trust")).parties)).toMatch(/not a partner/);
  });

  test("can be put off while the day has not come", () => {
    const soon = done(leaving("trust", TOMORROW)).parties;
    expect(done(leaving("trust", "2027-01-01"), soon).partnership.endsOn).toBe("2026-12-31");
  });
});

describe("suspension", () => {
  const suspending: PartnershipChange = { kind: "suspend", organisationId: "trust", openWork: "finish" };

  test("takes a partner out of routing until it resumes", () => {
    const { parties } = done(suspending);
    expect(eligible(parties)).toEqual(["club"]);
    expect(standings(parties.partnerships)("trust", TODAY)).toEqual({
      kind: "suspended",
      openWork: "finish",
    });
    expect(why(suspending, parties)).toMatch(/suspended since 24 November 2026/);
    const back = done({ kind: "resume", organisationId: "trust" }, parties).parties;
    expect(eligible(back)).toEqual(["club", "trust"]);
  });

  test("that is over cannot be ended again, and who is suspended can leave", () => {
    expect(why({ kind: "resume", organisationId: "trust" })).toMatch(/is not suspended/);
    const left = done(leaving("trust"), done(suspending).parties).parties;
    expect(standings(left.partnerships)("trust", TODAY)).toEqual({ kind: "left", openWork: "reroute" });
  });
});

describe("joining", () => {
  test("puts an organisation of the directory into routing from its first day", () => {
    const { parties } = done(joining({ on: TOMORROW }));
    expect(eligible(parties)).toEqual(["club", "trust"]);
    expect(standings(parties.partnerships)("shop", TODAY)).toEqual({ kind: "none" });
    expect(eligible(parties, "2026-11-25T08:00:00.000Z")).toEqual(["club", "shop", "trust"]);
  });

  test("brings an organisation that is new, with its places and offers", () => {
    const newcomer = {
      organisation: organisation("van"),
      locations: [placeOf("van")],
      offers: [offerOf("van")],
    };
    const { parties } = done(joining({ organisationId: "van", newcomer }));
    expect(eligible(parties)).toEqual(["club", "trust", "van"]);
    expect(why(joining({ organisationId: "van", newcomer }), parties)).toMatch(/in the directory already/);
    const takes = { ...newcomer, offers: [offerOf("trust")] };
    expect(why(joining({ organisationId: "van", newcomer: takes }))).toMatch(/another organisation’s/);
    const pale = {
      ...newcomer,
      organisation: organisation("van", { mark: { letters: "V", colour: "#99ccee" } }),
    };
    expect(why(joining({ organisationId: "van", newcomer: pale }))).toMatch(/contrast of 1\.7/);
  });

  test("is refused to who is a partner, unknown or closed, in the past, or under no lead provider", () => {
    expect(why(joining({ organisationId: "trust" }))).toMatch(/a partner already/);
    expect(why(joining({ organisationId: "nobody" }))).toMatch(/no organisation/);
    expect(why(joining({ on: "2026-11-23" }))).toMatch(/today or on a day to come/);
    expect(why(joining({ arrangement: "subcontract" }))).toMatch(/needs the lead provider/);
    expect(why(joining({ leadOrganisationId: "shop" }))).toMatch(/must be another partner/);
    expect(why(joining({ leadOrganisationId: "nobody" }))).toMatch(/must be another partner/);
    const closed = { ...town, organisations: [organisation("shop", { status: "closed" })] };
    expect(why(joining(), closed)).toMatch(/has closed/);
  });

  test("again after leaving is a partnership of its own, and the first stays on record", () => {
    const left = done(leaving("trust")).parties;
    const { parties } = done(joining({ organisationId: "trust", on: TOMORROW }), left);
    const own = parties.partnerships.filter(({ organisationId }) => organisationId === "trust");
    expect(own.map(({ endsOn }) => endsOn)).toEqual(["2026-11-23", null]);
    expect(standings(parties.partnerships)("trust", TODAY).kind).toBe("left");
    expect(standings(parties.partnerships)("trust", TOMORROW).kind).toBe("partner");
  });
});
