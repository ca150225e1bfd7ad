import { expect, test } from "vitest";
import type { Directory } from "./directory";
import { popularServices } from "./popular";
import type { Offer, Service } from "./types";

const service = (id: string, need: string, change: Partial<Service> = {}) =>
  ({
    id,
    name: id,
    needs: [need],
    status: "open",
    access: "self-referral",
    redFlags: { items: [] },
    ...change,
  }) as unknown as Service;

/** A directory of services with so many offers each. */
const directory = (services: readonly Service[], offers: Readonly<Record<string, number>>) =>
  ({
    services,
    offersOf: (id: string) =>
      Array.from({ length: offers[id] ?? 0 }, () => ({ status: "open", role: "provider" }) as Offer),
  }) as unknown as Directory;

const names = (found: readonly Service[]) => found.map(({ id }) => id);

test("each need has its most given service before any has a second", () => {
  const services = [service("clubs", "company"), service("cafes", "company"), service("backs", "moving")];
  expect(names(popularServices(directory(services, { clubs: 90, cafes: 80, backs: 3 }), 2))).toEqual([
    "clubs",
    "backs",
  ]);
  expect(names(popularServices(directory(services, { clubs: 90, cafes: 80, backs: 3 }), 3))).toEqual([
    "clubs",
    "backs",
    "cafes",
  ]);
});

test("what cannot be asked for is not on the list", () => {
  const services = [
    service("closed", "a", { status: "closed" }),
    service("referred", "b", { access: "referral" }),
    service("not-approved", "c", { redFlags: null }),
    service("open", "d"),
  ];
  expect(names(popularServices(directory(services, {}), 8))).toEqual(["open"]);
});
