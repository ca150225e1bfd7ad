import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterNews,
  CLAIM_MS,
  claimLapses,
  DELIVERY_STEPS,
  type DeliveryNews,
  deliveryNamed,
  MOST_ATTEMPTS,
  referenceOf,
} from "./delivery";
import { CHANNELS } from "./types";

const NOW = "2026-11-23T09:00:00.000Z";
const later = (attempts: number) =>
  afterNews({ kind: "later", why: "500" }, { channel: "text", attempts }, NOW);

describe("what was put off", () => {
  it("is tried again after pauses that grow, and is given up in the end", () => {
    const pauses = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => {
      const { status, nextAttemptAt } = later(index + 1);
      expect(status).toBe("waiting");
      return Date.parse(nextAttemptAt ?? "") - Date.parse(NOW);
    });
    expect(pauses).toEqual([...new Set(pauses)].sort((a, b) => a - b));
    expect(later(MOST_ATTEMPTS)).toEqual({ status: "failed", nextAttemptAt: null });
  });

  it("is held by a process no longer than its claim", () => {
    expect(Date.parse(claimLapses(NOW)) - Date.parse(NOW)).toBe(CLAIM_MS);
  });
});

it("what was refused is not tried again, what arrived is over, and for what was taken a receipt is waited for", () => {
  for (const channel of CHANNELS) {
    const after = (news: DeliveryNews) => afterNews(news, { channel, attempts: 1 }, NOW);
    expect(after({ kind: "refused", why: "400" })).toEqual({ status: "failed", nextAttemptAt: null });
    expect(after({ kind: "arrived", providerId: "n1" })).toEqual({
      status: "delivered",
      nextAttemptAt: null,
    });
    const taken = after({ kind: "accepted", providerId: "n1" });
    expect(taken.status).toBe("sent");
    const days = (Date.parse(taken.nextAttemptAt ?? NOW) - Date.parse(NOW)) / 86_400_000;
    // Of a letter nobody ever says that it came.
    expect(days).toBe(channel === "letter" ? 0 : 4);
  }
});

it("every status comes to an end, and an end stays one", () => {
  expect(DELIVERY_STEPS.delivered).toEqual([]);
  expect(DELIVERY_STEPS.failed).toEqual([]);
  for (const steps of [DELIVERY_STEPS.sending, DELIVERY_STEPS.waiting, DELIVERY_STEPS.sent])
    expect(steps).toEqual(expect.arrayContaining(["delivered", "failed"]));
});

it("a reference names its delivery again, and no other text does", () => {
  const id = fc.stringMatching(/^[\w-]{1,80}$/);
  const brand = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/);
  fc.assert(
    fc.property(brand, id, fc.constantFrom(...CHANNELS), (brandId, messageId, channel) => {
      const name = { brandId, messageId, channel };
      expect(deliveryNamed(referenceOf(name))).toEqual(name);
    }),
  );
  for (const other of ["", "larkmouth", "larkmouth.m1.pigeon", "Lark.m1.text", "larkmouth.m1.text "])
    expect(deliveryNamed(other)).toBeUndefined();
});
