import { expect, it } from "vitest";
import { larkmouth } from "~seeds/reference/larkmouth";
import { saltmarsh } from "~seeds/reference/saltmarsh";
import { buildDirectory } from "../directory/directory";
import { STORIES } from "./stories";
import { isToldHere } from "./told-here";

const TODAY = "2026-11-30";
const town = larkmouth(TODAY);
const told = (contents: typeof town) =>
  STORIES.filter((story) => isToldHere(story, buildDirectory(contents), TODAY)).map(({ id }) => id);

it("every story is told in Larkmouth, and elsewhere no story whose partners are not there", () => {
  expect(told(town)).toEqual(STORIES.map(({ id }) => id));
  expect(told(saltmarsh(TODAY))).not.toContain("whose-box");
  expect(told(saltmarsh(TODAY))).not.toContain("pop-up");
});

it("a story is not told without a partner that it names, or with its offer closed", () => {
  const offer = "physiotherapy-capstan-house";
  const owner = town.offers.find(({ id }) => id === offer)?.organisationId;
  const left = told({
    ...town,
    partnerships: town.partnerships.filter(({ organisationId }) => organisationId !== owner),
  });
  const closed = told({
    ...town,
    offers: town.offers.map((each) => (each.id === offer ? { ...each, status: "closed" as const } : each)),
  });
  expect(closed).not.toContain("whose-box");
  expect(left).not.toContain("whose-box");
  expect(closed).toContain("simple");
});
