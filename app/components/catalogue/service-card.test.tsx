// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Emergency } from "~/domain/journeys/types";
import { DangerHelp } from "./danger-help";
import { ServiceCard, type ServiceOnCard } from "./service-card";

afterEach(cleanup);

const NOW = "2026-11-22T09:00:00.000Z";

const partner = (shortName: string) => ({
  id: shortName,
  shortName,
  mark: { letters: "AB", colour: "#1d4f91" },
});
const item = (change: Partial<ServiceOnCard> = {}): ServiceOnCard => ({
  service: {
    id: "physiotherapy",
    name: "Physiotherapy",
    summary: "Help with a bad back.",
    access: "self-referral",
  },
  partners: [partner("Harbour Trust")],
  glance: {
    offers: 1,
    nearestKm: 2.1,
    nextFreeAt: null,
    wait: { days: 9, asOf: "2026-10-01", source: "Partner" },
  },
  ...change,
});
const draw = (each: ServiceOnCard) =>
  render(
    <ul>
      <ServiceCard item={each} href="/services/physiotherapy" now={NOW} />
    </ul>,
  );

test("a result says what it is, how soon, how near, and who gives it", () => {
  draw(item());
  expect(screen.getByRole("link", { name: "Physiotherapy" }).getAttribute("href")).toBe(
    "/services/physiotherapy",
  );
  expect(screen.getByText("Usual wait: 9 days (October 2026)")).toBeTruthy();
  expect(screen.getByText("Nearest: 1.3 miles away")).toBeTruthy();
  expect(screen.getByText("Harbour Trust")).toBeTruthy();
});

test("a free time counts before a usual wait", () => {
  const { glance } = item();
  draw(item({ glance: { ...glance, nextFreeAt: "2026-11-23T15:00:00.000Z" } }));
  expect(screen.getByText("Next free time: 3 pm tomorrow")).toBeTruthy();
  expect(screen.queryByText(/Usual wait/)).toBeNull();
});

test("what is not known is left out, and is never said as none", () => {
  draw(item({ glance: { offers: 1, nearestKm: null, nextFreeAt: null, wait: null } }));
  expect(screen.getAllByRole("listitem").map((each) => each.textContent)).toContain("Ask for this yourself");
  expect(screen.queryByText(/wait|Nearest/i)).toBeNull();
});

test("many partners are counted after the first five", () => {
  draw(item({ partners: ["A1", "B2", "C3", "D4", "E5", "F6", "G7"].map(partner) }));
  expect(screen.getByText("and 2 more")).toBeTruthy();
});

test.each([
  ["999", "Call 999", "tel:999"],
  ["111", "Call 111", "tel:111"],
  ["crisis", "Call 111, then choose 2", "tel:111"],
] satisfies [Emergency, string, string][])("words of danger bring help: %s", (leadsTo, name, href) => {
  render(<DangerHelp leadsTo={leadsTo} />);
  expect(screen.getByRole("link", { name }).getAttribute("href")).toBe(href);
});

test("a crisis brings people to talk to, and 999 for who has come to harm", () => {
  render(<DangerHelp leadsTo="crisis" />);
  expect(screen.getByRole("link", { name: "116 123" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "SHOUT to 85258" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "999" })).toBeTruthy();
});
