import { describe, expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { ageInYears, localDate, localTime, weekdayOf } from "~/domain/shared/time";
import { larkmouth } from "~seeds/reference/larkmouth";
import { LARKMOUTH_BEHAVIOUR } from "~seeds/reference/larkmouth/behaviour";
import { LARKMOUTH_DEMAND } from "~seeds/reference/larkmouth/demand";
import { LARKMOUTH_POSTCODES } from "~seeds/reference/postcodes";
import { Behaviour } from "./behaviour";
import { Demand } from "./demand";
import { weeklyPlaces } from "./weekly-places";
import { type DemandOf, requestsOf } from "./year";

const directory = buildDirectory(larkmouth("2026-11-29"));
const small: DemandOf = {
  demand: { ...LARKMOUTH_DEMAND, asksHere: 0.05 },
  directory,
  homes: LARKMOUTH_POSTCODES,
  period: { from: "2025-11-30", until: "2026-11-28" },
  seed: 7,
};
const all = (changes: Partial<DemandOf> = {}) => [...requestsOf({ ...small, ...changes })].flat();

describe("a year of requests", () => {
  const requests = all();

  it("is the same for the same seed, and another for another", () => {
    expect(all()).toEqual(requests);
    expect(all({ seed: 8 })).not.toEqual(requests);
  });

  it("has each part once, within the period, of a service and a practice of the directory", () => {
    expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length);
    for (const { at, need } of requests) {
      expect(localDate(at) >= "2025-11-30" && localDate(at) <= "2026-11-28").toBe(true);
      expect(directory.service(need.serviceId)?.parts).toBeUndefined();
      expect(need.priority).toBe(directory.service(need.serviceId)?.priority);
      const ods = need.person.registeredWith?.ods;
      if (ods !== undefined) expect(directory.organisationByOds(ods)?.kind).toBe("practice");
    }
  });

  it("asks as often as the rates say, and more where more people are on a list", () => {
    const people = 36_870;
    const expected = LARKMOUTH_DEMAND.ages.reduce(
      (sum, { share }, group) => sum + people * share * 0.05 * ((RATE[group] ?? 0) / 1_000),
      0,
    );
    const appointments = requests.filter(({ need }) => need.serviceId === "practice-appointment");
    // Each practice and age group is rounded up or down by luck: 42 of them, so 42 at the most.
    expect(Math.abs(appointments.length - expected)).toBeLessThan(42);
    const of = (ods: string) => requests.filter(({ need }) => need.person.registeredWith?.ods === ods).length;
    expect(of("LKM102")).toBeGreaterThan(of("LKM105") * 2);
  });

  it("has ages of its age group, its season, quiet weekends and quieter nights", () => {
    for (const { at, need, id } of requests) {
      const group = LARKMOUTH_DEMAND.ages[Number(id.split("-").at(-2))];
      const age = ageInYears(need.person.bornOn ?? "", localDate(at));
      expect(age).toBeGreaterThanOrEqual(group?.from ?? 0);
      // A part that waits for another is asked for four weeks on, and a birthday may lie between.
      expect(age).toBeLessThanOrEqual((group?.until ?? 0) + 1);
    }
    const jabs = requests.filter(({ need }) => need.serviceId === "flu-jab").map(({ at }) => at.slice(5, 7));
    expect(jabs.filter((month) => month === "10").length).toBeGreaterThan(jabs.length / 4);
    expect(jabs.filter((month) => month === "06").length).toBe(0);
    const on = (weekday: number) => requests.filter(({ at }) => weekdayOf(localDate(at)) === weekday).length;
    expect(on(1)).toBeGreaterThan(on(7) * 2);
    const at = (hour: string) => requests.filter(({ at }) => localTime(at).startsWith(hour)).length;
    expect(at("08")).toBeGreaterThan(at("03") * 5);
  });

  it("asks for a composite as its parts, of one person, those that wait later", () => {
    const checks = requests.filter(({ id }) => id.includes("diabetes-check"));
    const services = new Set(checks.map(({ need }) => need.serviceId));
    expect(services).toEqual(new Set(["blood-test", "eye-test", "foot-care", "medicines-review"]));
    const parts = checks.filter(({ id }) => id.startsWith(checks[0]?.id.split(".")[0] ?? "-"));
    expect(new Set(parts.map(({ need }) => need.person.bornOn)).size).toBe(1);
  });

  it("is made from parameters that hold together", () => {
    expect(Demand.parse(LARKMOUTH_DEMAND)).toEqual(LARKMOUTH_DEMAND);
    expect(Behaviour.parse(LARKMOUTH_BEHAVIOUR)).toEqual(LARKMOUTH_BEHAVIOUR);
    for (const id of Object.keys(LARKMOUTH_DEMAND.services)) expect(directory.service(id)?.id).toBe(id);
    for (const { id, status, parts } of directory.services) {
      if (status === "open" && parts === undefined)
        expect(Object.keys(LARKMOUTH_DEMAND.services)).toContain(id);
    }
    for (const id of Object.keys(LARKMOUTH_BEHAVIOUR.byOrganisation))
      expect(directory.organisation(id)?.id).toBe(id);
    const { services, ...without } = LARKMOUTH_DEMAND;
    const wrong = { ...without, services: { "flu-jab": { aYear: [1], women: 0.5, season: "never" } } };
    expect(Demand.safeParse(wrong).error?.issues.map(({ message }) => message)).toEqual([
      "needs a rate an age group",
      "has no season never",
    ]);
    expect(services["flu-jab"]?.season).toBe("autumn jabs");
  });

  it("has room for a little more than what is asked for, and less where a partner is to be full", () => {
    const places = weeklyPlaces(LARKMOUTH_DEMAND, LARKMOUTH_BEHAVIOUR, directory);
    expect(places["mole-check-customs-house"]).toBeLessThan(places["mole-check-general-hospital"] ?? 0);
    const own = directory.offersOf("practice-appointment").map(({ id }) => places[id] ?? 0);
    expect(Math.max(...own)).toBeGreaterThan(2 * Math.min(...own));
  });
});

const RATE = LARKMOUTH_DEMAND.services["practice-appointment"]?.aYear ?? [];
