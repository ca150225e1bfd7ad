import { describe, expect, it } from "vitest";
import { partnership } from "~tests/support/small-town";
import { answersFor } from "./lead";
import { BRAND_RIGHTS, ORGANISATION_RIGHTS } from "./matrix";
import { type AtWork, may, organisationsSeen, seesAs } from "./may";
import { rolesOf } from "./roles";

const TODAY = "2026-11-23";
const LED = [partnership("anchor"), partnership("club", { leadOrganisationId: "anchor" })];

const somebody = (...kept: readonly (readonly [string | null, string])[]): AtWork => {
  const roles = rolesOf(kept.map(([organisationId, role]) => ({ organisationId, role })));
  const leads = roles.memberships.map(({ organisationId }) => organisationId);
  return { ...roles, answersFor: answersFor(leads, LED, TODAY) };
};
const rightsAt = (who: AtWork, organisationId: string) =>
  ORGANISATION_RIGHTS.filter((right) => may(who, right, organisationId));
const ownRights = (who: AtWork) => BRAND_RIGHTS.filter((right) => may(who, right));

describe("at their own organisation", () => {
  it.each([
    ["reader", ["see-work", "see-figures"]],
    ["booker", ["see-work", "see-figures", "answer", "set-capacity", "keep-diary"]],
    ["manager", [...ORGANISATION_RIGHTS]],
  ])("a %s may %j, and nothing anywhere else", (role, rights) => {
    const who = somebody(["harbour", role]);
    expect(rightsAt(who, "harbour")).toEqual(rights);
    expect(rightsAt(who, "hill")).toEqual([]);
    expect(ownRights(who)).toEqual([]);
  });

  it.each(["clerk", "Manager", "desk", "", "__proto__", "toString"])(
    "a role called %j may do nothing",
    (role) => {
      const who = somebody(["harbour", role]);
      expect(rightsAt(who, "harbour")).toEqual([]);
      expect(organisationsSeen(who)).toEqual([]);
    },
  );

  it("somebody at two organisations may at each what their role there lets them", () => {
    const who = somebody(["harbour", "reader"], ["hill", "booker"]);
    expect([may(who, "answer", "harbour"), may(who, "answer", "hill")]).toEqual([false, true]);
    expect(organisationsSeen(who)).toEqual(["harbour", "hill"]);
  });
});

describe("of the brand’s own people", () => {
  it.each([
    ["desk", ["see-desk", "answer-desk"]],
    ["manager", ["see-desk", "answer-desk", "run-front-door"]],
    ["board", []],
    ["reader", []],
  ])("%s may %j, and nothing at an organisation", (role, rights) => {
    const who = somebody([null, role]);
    expect(ownRights(who)).toEqual(rights);
    expect(rightsAt(who, "harbour")).toEqual([]);
  });
});

describe("a lead provider’s people", () => {
  it.each(["reader", "booker", "manager"])(
    "as a %s see the work of those it answers for, and no more",
    (role) => {
      const who = somebody(["anchor", role]);
      expect(rightsAt(who, "club")).toEqual(["see-work", "see-figures"]);
      expect(organisationsSeen(who)).toEqual(["anchor", "club"]);
      expect([seesAs(who, "anchor"), seesAs(who, "club")]).toEqual(["anchor", "anchor"]);
    },
  );

  it("may at a partner where they work themselves what they may there", () => {
    const who = somebody(["anchor", "reader"], ["club", "booker"]);
    expect(may(who, "answer", "club")).toBe(true);
    expect(seesAs(who, "club")).toBe("club");
  });

  it("are answered for by nobody: the other way round nothing is seen", () => {
    expect(rightsAt(somebody(["club", "manager"]), "anchor")).toEqual([]);
  });

  it.each([
    ["it has not begun", { startsOn: "2026-11-24" }, false],
    ["it begins today", { startsOn: TODAY }, true],
    ["it ends today", { endsOn: TODAY }, true],
    ["it has ended", { endsOn: "2026-11-22" }, false],
    ["it is suspended", { suspendedFrom: "2026-11-01" }, true],
    ["nobody leads it", { leadOrganisationId: null }, false],
  ])("answer for a partner by its partnership: %s", (_what, change, answers) => {
    const club = partnership("club", { leadOrganisationId: "anchor", ...change });
    expect(answersFor(["anchor"], [partnership("anchor"), club], TODAY).length > 0).toBe(answers);
  });

  it("answer for nobody once the lead provider has left", () => {
    const left = partnership("anchor", { endsOn: "2026-11-22" });
    expect(
      answersFor(["anchor"], [left, partnership("club", { leadOrganisationId: "anchor" })], TODAY),
    ).toEqual([]);
  });
});
