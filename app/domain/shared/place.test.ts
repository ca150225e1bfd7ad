import { expect, it } from "vitest";
import { distanceKm } from "./place";

it("measures Bristol Temple Meads to London Paddington as 167 km", () => {
  expect(distanceKm({ lat: 51.4491, lon: -2.5813 }, { lat: 51.5154, lon: -0.1755 })).toBeCloseTo(167.2, 0);
});

it("is nothing from a place to itself", () => {
  expect(distanceKm({ lat: 51.44, lon: -2.6 }, { lat: 51.44, lon: -2.6 })).toBe(0);
});
