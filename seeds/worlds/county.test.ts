import { expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { membersOn, peopleOf } from "~/domain/directory/members";
import { themeFaults } from "~/domain/directory/theme";
import { larkmouth } from "../reference/larkmouth";
import { countyWorlds, NobodyToFollow } from "./county";

const DAY = "2026-11-23";
const whole = (around: ReturnType<typeof larkmouth>, people: number, seed = 1) =>
  countyWorlds(around, people, seed).map((world) => ({
    brand: world.brand,
    version: 1,
    organisations: [...world.organisations()],
    partnerships: [...world.partnerships()],
    locations: [...world.locations()],
    services: world.services,
    offers: [...world.offers()].map(({ offer }) => offer),
    bankHolidays: [],
  }));

it("a county has front doors that cover its people to the last one, and one trust in all of them", () => {
  const county = whole(larkmouth(DAY), 1_300_000);
  expect(county).toHaveLength(13);
  const members = county.map((contents) => membersOn(buildDirectory(contents), DAY));
  expect(members.reduce((sum, each) => sum + peopleOf(each), 0)).toBe(1_300_000);
  for (const each of members)
    expect(each.map(({ organisation }) => organisation.odsCode)).toContain("LKM201");
  expect(new Set(county.map(({ brand }) => brand.id)).size).toBe(13);
  const codes = county.flatMap(({ organisations }) => organisations.map(({ odsCode }) => odsCode));
  const practices = codes.filter((code) => code !== null && code !== "LKM201");
  expect(new Set(practices).size).toBe(practices.length);
  for (const contents of county) {
    expect(themeFaults(contents)).toEqual([]);
    expect(contents.brand).toMatchObject({ kind: "lab" });
    expect(contents.offers.length).toBeGreaterThan(100);
  }
});

it("the same seed gives the same county, another one another", () => {
  const around = larkmouth(DAY);
  expect(whole(around, 300_000)).toEqual(whole(around, 300_000));
  expect(whole(around, 300_000)).not.toEqual(whole(around, 300_000, 2));
});

it("there must be somebody to make it after", () => {
  const { organisations, ...rest } = larkmouth(DAY);
  const around = { ...rest, organisations: organisations.filter(({ kind }) => kind !== "community-trust") };
  expect(() => countyWorlds(around, 100_000, 1)).toThrow(NobodyToFollow);
});
