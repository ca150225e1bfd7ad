import * as fc from "fast-check";
import { BOX_STYLES } from "~/domain/directory/types";
import { AGE_BANDS, type PartFact, type TurnedDown } from "~/domain/flow/fact";
import { REJECTED_REASONS, type RejectedReason } from "~/domain/routing/types";
import { type Instant, instant, milliseconds } from "~/domain/shared/time";

/** Monday 2 March 2026, 9 in the morning. */
export const ASKED: Instant = "2026-03-02T09:00:00.000Z";
export const daysAfter = (days: number, from: Instant = ASKED): Instant =>
  instant(milliseconds(from) + Math.round(days * 86_400_000));

let made = 0;
/** A part that went well: the harbour said yes the next day, and the person was seen in two weeks, three kilometres away. */
export function partFact(change: Partial<PartFact> = {}): PartFact {
  made += 1;
  const askedAt = change.askedAt ?? ASKED;
  return {
    id: `part-${made}`,
    person: `person-${made}`,
    askedAt,
    serviceId: "physiotherapy",
    priority: "routine",
    age: "18-64",
    outcode: "LM1",
    choices: 3,
    turnedDown: [],
    organisationId: "harbour",
    offerId: "physiotherapy-harbour",
    box: "both",
    acceptedAt: daysAfter(1, askedAt),
    seenAt: daysAfter(14, askedAt),
    promiseBy: daysAfter(7, askedAt),
    promiseKept: true,
    toldFirst: true,
    informed: true,
    km: 3,
    cancelled: false,
    ...change,
  };
}

/** A part that came to nobody. */
export const unmetPart = (change: Partial<PartFact> = {}): PartFact =>
  partFact({
    organisationId: null,
    offerId: null,
    box: null,
    acceptedAt: null,
    seenAt: null,
    informed: null,
    promiseKept: false,
    km: null,
    ...change,
  });

export const many = (count: number, change: Partial<PartFact> = {}): readonly PartFact[] =>
  Array.from({ length: count }, () => partFact(change));

const PARTNERS = ["harbour", "hill", "mead", "quay"];
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

/** Any fact that can be: of four partners, four services, five areas, over eight weeks. */
export const anyFact: fc.Arbitrary<PartFact> = fc
  .record({
    id: fc.uuid(),
    hours: fc.integer({ min: 0, max: 8 * 7 * 24 - 1 }),
    serviceId: fc.constantFrom("physiotherapy", "podiatry", "eye-test", "flu-jab"),
    age: fc.constantFrom(...AGE_BANDS),
    outcode: maybe(fc.constantFrom("LM1", "LM2", "LM3", "LM4", "LM5")),
    choices: fc.integer({ min: 0, max: 4 }),
    order: fc.shuffledSubarray(PARTNERS),
    has: fc.boolean(),
    accepted: maybe(fc.double({ min: 0, max: 20, noNaN: true })),
    seen: maybe(fc.double({ min: 0, max: 90, noNaN: true })),
    silent: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    code: fc.constantFrom(...(Object.keys(REJECTED_REASONS) as RejectedReason[])),
    box: fc.constantFrom(...BOX_STYLES),
    promiseKept: maybe(fc.boolean()),
    toldFirst: maybe(fc.boolean()),
    informed: maybe(fc.boolean()),
    km: maybe(fc.double({ min: 0, max: 30, noNaN: true })),
    cancelled: fc.boolean(),
  })
  .map(({ id, hours, order, has, accepted, seen, silent, code, box, km, ...rest }): PartFact => {
    const askedAt = daysAfter(hours / 24);
    const holder = has ? order[0] : undefined;
    const turnedDown = order.slice(1).map((organisationId, at): TurnedDown => {
      const when = daysAfter(at + 1, askedAt);
      return silent[at]
        ? { kind: "silent", organisationId, at: when }
        : { kind: "declined", organisationId, code, at: when };
    });
    const with_ = <T>(value: T): T | null => (holder === undefined ? null : value);
    return {
      ...rest,
      id,
      person: id,
      askedAt,
      priority: "routine",
      turnedDown,
      organisationId: holder ?? null,
      offerId: holder === undefined ? null : `${rest.serviceId}-${holder}`,
      box: with_(box),
      acceptedAt: accepted === null ? null : with_(daysAfter(accepted, askedAt)),
      seenAt: seen === null ? null : with_(daysAfter(seen, askedAt)),
      promiseBy: daysAfter(7, askedAt),
      km: with_(km),
    };
  });
