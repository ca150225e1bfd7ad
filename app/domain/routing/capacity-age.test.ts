import { describe, expect, it } from "vitest";
import { brand, contents, HARBOUR, location, NOW, need, offer, organisation } from "~tests/support/directory";
import { buildDirectory } from "../directory/directory";
import { type CapacityStatus, UNKNOWN_STATE } from "../directory/types";
import { instant, milliseconds } from "../shared/time";
import { reasonsForPatient } from "./explain";
import { route } from "./route";

/** The brand's limit is 72 hours. */
const LIMIT_MINUTES = brand().policy.capacityStaleHours * 60;

function told(capacity: CapacityStatus, minutesAgo: number) {
  const directory = buildDirectory(
    contents({
      organisations: [organisation("trust")],
      locations: [location("clinic", "trust", HARBOUR)],
      offers: [offer("it", "trust", { locationId: "clinic" })],
    }),
  );
  const capacityConfirmedAt = instant(milliseconds(NOW) - minutesAgo * 60_000);
  const overlay = new Map([["it", { ...UNKNOWN_STATE, capacity, capacityConfirmedAt }]]);
  const [candidate] = route(directory, overlay, need(), NOW).candidates;
  if (candidate === undefined) throw new Error("The offer was not judged");
  return { ...candidate, reasons: reasonsForPatient(candidate) };
}

describe("a capacity status with its age", () => {
  it.each([
    ["capacity", "Has room"],
    ["waitlist", "Has a waiting list"],
    ["no-capacity", "No room at the moment"],
  ] as const)(
    "of %s counts to the minute of the brand's limit, and is shown as not known after it",
    (capacity, words) => {
      const fresh = told(capacity, LIMIT_MINUTES);
      expect(fresh.facts.capacity).toBe(capacity);
      expect(fresh.reasons).toContain(`${words} (confirmed 3 days ago)`);
      const stale = told(capacity, LIMIT_MINUTES + 1);
      expect(stale.facts).toMatchObject({ capacity: null, capacityConfirmedAt: "2026-11-21T09:59:00.000Z" });
      expect(stale.reasons).toContain("Not known if they have room (last confirmed 3 days ago)");
    },
  );

  it("makes nobody ineligible, at whatever age", () => {
    for (const minutes of [0, LIMIT_MINUTES, LIMIT_MINUTES + 1, 10 * LIMIT_MINUTES]) {
      for (const capacity of ["capacity", "waitlist", "no-capacity"] as const) {
        expect(told(capacity, minutes).eligible).toBe(true);
      }
    }
  });
});
