import { describe, expect, it, test } from "vitest";
import { offer, organisation, partnership, smallTown } from "~tests/support/small-town";
import type { Policy } from "../directory/types";
import { changesOf, ruleChanges } from "./changes";
import { FIRST_CONSTITUTION } from "./constitution";
import { Matter, type MatterOf } from "./matter";
import { whatPasses } from "./what-passes";

const TODAY = "2026-11-23";
const town = smallTown({
  organisations: [organisation("harbour"), organisation("hill"), organisation("mead")],
  partnerships: [partnership("harbour"), partnership("hill")],
  offers: [offer("physiotherapy", "harbour"), offer("physiotherapy", "hill")],
});
const newcomer: Extract<MatterOf<"admit">["who"], { newcomer: object }>["newcomer"] = {
  name: "The new partner",
  shortName: "",
  kind: "voluntary",
  odsCode: null,
  phone: null,
  website: null,
  about: "",
  letters: "NP",
  colour: "#005eb8",
};
const terms: Omit<MatterOf<"admit">, "who"> = {
  kind: "admit",
  arrangement: "own-contract",
  leadOrganisationId: null,
  boxStyles: ["both"],
  returnTicket: "It keeps its name.",
};
const service: MatterOf<"add-service">["service"] = {
  name: "Sleep help",
  summary: "Sleep better.",
  needs: ["mind"],
  whatItIs: ["A class."],
  cost: "Free",
  ifWorse: "Call 111.",
  priority: "routine",
  access: "self-referral",
};

const MATTERS = {
  admit: { ...terms, who: { organisationId: "mead" } },
  newcomer: { ...terms, who: { newcomer } },
  leave: { kind: "leave", organisationId: "hill", openWork: "reroute" },
  suspend: { kind: "suspend", organisationId: "hill", openWork: "finish" },
  resume: { kind: "resume", organisationId: "hill" },
  policy: {
    kind: "policy",
    points: { distance: 30 },
    answerWithin: { routine: { workingDays: 1 } },
    promiseWithin: {},
  },
  add: { kind: "add-service", service },
  retire: { kind: "retire-service", serviceId: "physiotherapy" },
  box: { kind: "box-rule", organisationId: "hill", styles: ["partner"] },
  rules: { kind: "constitution", rules: { ...FIRST_CONSTITUTION, quorum: 600 } },
} satisfies Record<string, Matter>;

test.each(Object.entries(MATTERS))("%s is kept and read again as it was", (_, matter) => {
  expect(Matter.parse(JSON.parse(JSON.stringify(matter)))).toEqual(matter);
});

describe("what passes", () => {
  const comesTo = (name: keyof typeof MATTERS) => whatPasses(MATTERS[name], town, TODAY);

  it("a partner that comes, goes, pauses or comes back does so that day", () => {
    expect(comesTo("admit")).toMatchObject({ change: { kind: "join", organisationId: "mead", on: TODAY } });
    expect(comesTo("newcomer")).toMatchObject({
      change: { kind: "join", organisationId: "the-new-partner", newcomer: { offers: [] } },
    });
    expect(comesTo("leave")).toMatchObject({ change: { kind: "leave", on: TODAY, openWork: "reroute" } });
    expect(comesTo("suspend")).toMatchObject({ change: { kind: "suspend", openWork: "finish" } });
    expect(comesTo("resume")).toMatchObject({ change: { kind: "resume", organisationId: "hill" } });
  });

  it("a policy changes in what is said of it, and gets its next version", () => {
    const { policy } = town.brand;
    expect(comesTo("policy")).toMatchObject({
      kind: "rows",
      put: {
        brand: {
          policy: {
            version: policy.version + 1,
            points: { ...policy.points, distance: 30 },
            answerWithin: { ...policy.answerWithin, routine: { workingDays: 1 } },
            promiseWithin: policy.promiseWithin,
          },
        },
      },
    });
  });

  it("a policy without any points, or with answers after the promise, cannot be", () => {
    const points = { distance: 0, wait: 0, continuity: 0, preference: 0, capacity: 0, kept: 0, share: 0 };
    const none: Matter = { kind: "policy", points, answerWithin: {}, promiseWithin: {} };
    expect(whatPasses(none, town, TODAY)).toMatchObject({ kind: "refused" });
    const late: Matter = { ...none, points: {}, answerWithin: { routine: { workingDays: 60 } } };
    expect(whatPasses(late, town, TODAY)).toMatchObject({ kind: "refused" });
  });

  it.each([
    // A working day is a day of the clock, or longer: what is surely later than the promise cannot be.
    ["24 hours, promised in a working day", { hours: 24 }, { workingDays: 1 }, true],
    ["25 hours, promised in a working day", { hours: 25 }, { workingDays: 1 }, false],
    ["a working day, promised in 24 hours", { workingDays: 1 }, { hours: 24 }, true],
    ["a working day, promised in 23 hours", { workingDays: 1 }, { hours: 23 }, false],
    ["two working days, promised in 24 hours", { workingDays: 2 }, { hours: 24 }, false],
    ["9 hours, promised in a working day", { hours: 9 }, { workingDays: 1 }, true],
  ] as const)("an answer in hours and a promise in days are compared: %s", (_, answer, promise, can) => {
    const matter: Matter = {
      kind: "policy",
      points: {},
      answerWithin: { urgent: answer },
      promiseWithin: { urgent: promise },
    };
    const { policy } = town.brand;
    const passed = whatPasses(matter, town, TODAY);
    expect(passed).toMatchObject(
      can
        ? {
            put: {
              brand: {
                policy: {
                  answerWithin: { ...policy.answerWithin, urgent: answer },
                  promiseWithin: { ...policy.promiseWithin, urgent: promise },
                },
              },
            },
          }
        : { kind: "refused", reasons: ["A partner must answer by the time that people are promised"] },
    );
  });

  it("an answer is held to the promise that stands, when only one of them is voted on", () => {
    const { policy } = town.brand;
    const only = (change: Partial<MatterOf<"policy">>): Matter => ({
      kind: "policy",
      points: {},
      answerWithin: {},
      promiseWithin: {},
      ...change,
    });
    const standing = (asap: Policy["promiseWithin"]["asap"]) => ({
      ...town,
      brand: { ...town.brand, policy: { ...policy, promiseWithin: { ...policy.promiseWithin, asap } } },
    });
    const slower = only({ answerWithin: { asap: { workingDays: 1 } } });
    expect(whatPasses(slower, standing({ hours: 23 }), TODAY).kind).toBe("refused");
    expect(whatPasses(slower, standing({ hours: 24 }), TODAY)).toMatchObject({
      put: {
        brand: {
          policy: { answerWithin: { asap: { workingDays: 1 } }, promiseWithin: { asap: { hours: 24 } } },
        },
      },
    });
  });

  it("a box rule moves what comes in another box to the first that is agreed", () => {
    const passed = comesTo("box");
    if (passed.kind !== "rows") throw new Error(passed.kind);
    expect(passed.put.partnerships).toMatchObject([{ organisationId: "hill", boxStyles: ["partner"] }]);
    expect(passed.put.offers?.map(({ id, box }) => [id, box.style])).toEqual(
      town.offers
        .filter(({ organisationId, box }) => organisationId === "hill" && box.style !== "partner")
        .map(({ id }) => [id, "partner"]),
    );
  });

  it("rules take the place of those that they were written for, and of no others", () => {
    expect(comesTo("rules")).toMatchObject({
      put: { brand: { constitution: { version: 2, quorum: 600 } } },
    });
    const later = { ...town, brand: { ...town.brand, constitution: { ...FIRST_CONSTITUTION, version: 5 } } };
    expect(whatPasses(MATTERS.rules, later, TODAY)).toMatchObject({ kind: "refused" });
  });

  it.each([
    [
      "a service that is closed",
      MATTERS.retire,
      { services: town.services.map((each) => ({ ...each, status: "closed" as const })) },
    ],
    ["a service that is gone", MATTERS.retire, { services: [] }],
    [
      "a partner that has left",
      MATTERS.box,
      { partnerships: [partnership("hill", { endsOn: "2026-11-01" })] },
    ],
    [
      "a newcomer that is there already",
      MATTERS.newcomer,
      { organisations: [organisation("other", { name: newcomer.name })] },
    ],
  ])("%s is refused with why", (_, matter, change) => {
    const passed = whatPasses(matter, { ...town, ...change }, TODAY);
    expect(passed).toMatchObject({ kind: "refused", reasons: [expect.any(String)] });
  });
});

describe("what would change", () => {
  it("is said thing by thing, as it was and as it is to be", () => {
    const { distance } = town.brand.policy.points;
    expect(changesOf(MATTERS.policy, town, TODAY)).toEqual([
      { what: "points", of: "distance", before: distance, after: 30 },
      {
        what: "answer-within",
        of: "routine",
        before: town.brand.policy.answerWithin.routine,
        after: { workingDays: 1 },
      },
    ]);
    expect(changesOf(MATTERS.suspend, town, TODAY)).toMatchObject([
      { before: "partner", after: "suspended" },
    ]);
    expect(changesOf(MATTERS.newcomer, town, TODAY)).toMatchObject([{ before: "none", after: "partner" }]);
    expect(changesOf(MATTERS.add, town, TODAY)).toMatchObject([{ before: "none", after: "open" }]);
    expect(changesOf(MATTERS.retire, town, TODAY)).toMatchObject([{ before: "open", after: "closed" }]);
    expect(changesOf(MATTERS.box, town, TODAY)).toMatchObject([{ after: ["partner"] }]);
    expect(changesOf(MATTERS.rules, town, TODAY)).toEqual([{ what: "quorum", before: 500, after: 600 }]);
  });

  it("of rules that say the same is nothing", () => {
    expect(ruleChanges(FIRST_CONSTITUTION, { ...FIRST_CONSTITUTION, version: 9 })).toEqual([]);
  });
});
