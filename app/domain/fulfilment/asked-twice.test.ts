import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant, milliseconds } from "../shared/time";
import { folded } from "../shared/words";
import { type AskedOnce, askedTwice, TWICE_WITHIN_DAYS, whyNotClosed } from "./asked-twice";

const MONDAY = "2026-11-23T09:00:00.000Z";
const days = (many: number) => instant(milliseconds(MONDAY) + many * 86_400_000);
const asked = (change: Partial<AskedOnce> = {}, person: Partial<AskedOnce["person"]> = {}): AskedOnce => ({
  requestId: "first",
  submittedAt: MONDAY,
  openServices: ["physiotherapy"],
  ...change,
  person: { name: "Zoë O’Brien", bornOn: "1992-03-27", ...person },
});
const again = (change: Partial<AskedOnce> = {}, person: Partial<AskedOnce["person"]> = {}) =>
  askedTwice(asked(), asked({ requestId: "second", ...change }, person));
const proved = (value: string) => ({ value, proved: true });
const typed = (value: string) => ({ value, proved: false });

describe("two requests", () => {
  it("are likely one that was asked twice: one name, however it is written, and one date of birth", () => {
    for (const name of ["Zoë O’Brien", "zoe o’brien", " ZOË  O’BRIEN ", "Zoe\u0308 O’Brien"])
      expect(again({}, { name }), name).toEqual(["physiotherapy"]);
    for (const name of ["Zoe Brien", "Zoe", "O’Brien Zoë", ""]) expect(again({}, { name }), name).toEqual([]);
    expect(again({}, { bornOn: "1992-03-28" })).toEqual([]);
  });

  it("with one NHS number are one person’s under any name; two that were proved are two people", () => {
    const with_ = (ours: AskedOnce["person"]["nhsNumber"], theirs: typeof ours, name = "Zoë O’Brien") =>
      askedTwice(
        asked({}, ours && { nhsNumber: ours }),
        asked({ requestId: "second" }, { name, ...(theirs && { nhsNumber: theirs }) }),
      );
    expect(with_(typed("9990000018"), proved("9990000018"), "Z. Smith")).toEqual(["physiotherapy"]);
    expect(with_(typed("9990000018"), undefined, "Z. Smith")).toEqual([]);
    expect(with_(proved("9990000018"), proved("9990000026"))).toEqual([]);
    // A slip in what was typed is no second person.
    expect(with_(proved("9990000018"), typed("9990000026"))).toEqual(["physiotherapy"]);
  });

  it("are not, when they are for other care, too far apart, over, or one and the same", () => {
    expect(again({ openServices: ["eye-test"] })).toEqual([]);
    expect(again({ openServices: [] })).toEqual([]);
    expect(again({ requestId: "first" })).toEqual([]);
    expect(again({ submittedAt: days(TWICE_WITHIN_DAYS) })).toEqual(["physiotherapy"]);
    expect(again({ submittedAt: days(TWICE_WITHIN_DAYS + 0.001) })).toEqual([]);
  });

  it("for several services are alike in those that both ask for", () => {
    const basket = asked({ openServices: ["eye-test", "physiotherapy", "meals"] });
    expect(askedTwice(basket, asked({ requestId: "second", openServices: ["meals", "eye-test"] }))).toEqual([
      "eye-test",
      "meals",
    ]);
  });
});

describe("whatever was asked", () => {
  const letters = fc.constantFrom(..."aAbBzZ éÉëßøŁıIİçÇñåÅ'’-şΣςσЖж山田مريم");
  const name = fc.string({ unit: letters, minLength: 1, maxLength: 12 });
  const person = fc.record(
    {
      name,
      bornOn: fc.constantFrom("1992-03-27", "1961-04-02"),
      nhsNumber: fc.record({ value: fc.constantFrom("9990000018", "9990000026"), proved: fc.boolean() }),
    },
    { requiredKeys: ["name", "bornOn"] },
  );
  const request: fc.Arbitrary<AskedOnce> = fc.record({
    requestId: fc.constantFrom("a", "b", "c"),
    submittedAt: fc.nat({ max: 60 }).map(days),
    openServices: fc.uniqueArray(fc.constantFrom("physiotherapy", "eye-test", "meals")),
    person,
  });

  it("which comes first makes no difference, and what is said is open in both, of one birthday, within four weeks", () => {
    fc.assert(
      fc.property(request, request, (one, other) => {
        const services = askedTwice(one, other);
        expect([...askedTwice(other, one)].sort()).toEqual([...services].sort());
        expect(askedTwice(one, one)).toEqual([]);
        if (services.length === 0) return;
        expect(one.requestId).not.toBe(other.requestId);
        expect(one.person.bornOn).toBe(other.person.bornOn);
        for (const service of services) {
          expect(one.openServices).toContain(service);
          expect(other.openServices).toContain(service);
        }
        const apart = Math.abs(milliseconds(one.submittedAt) - milliseconds(other.submittedAt));
        expect(apart).toBeLessThanOrEqual(TWICE_WITHIN_DAYS * 86_400_000);
        const sameNumber = one.person.nhsNumber?.value === other.person.nhsNumber?.value;
        const bothProved = Boolean(one.person.nhsNumber?.proved && other.person.nhsNumber?.proved);
        expect(sameNumber || !bothProved).toBe(true);
      }),
    );
  });

  it("the same person, asking for the same again however they write their name, is found", () => {
    const written = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize("NFD"),
      (text) => text.normalize("NFC"),
      (text) => `  ${text.replaceAll(" ", " \t ")}\u00A0`,
    );
    fc.assert(
      fc.property(request, written, fc.nat({ max: TWICE_WITHIN_DAYS }), (one, write, later) => {
        fc.pre(folded(one.person.name) !== "" && one.openServices.length > 0);
        const { nhsNumber: _, ...bare } = one.person;
        const other: AskedOnce = {
          ...one,
          requestId: `${one.requestId} again`,
          submittedAt: instant(milliseconds(one.submittedAt) + later * 86_400_000),
          person: { ...bare, name: write(one.person.name) },
        };
        expect(askedTwice(one, other)).toEqual(one.openServices);
        expect(folded(folded(one.person.name))).toBe(folded(one.person.name));
      }),
    );
  });
});

describe("what stands in the way of closing one of two", () => {
  const plain = { priority: "routine", hasRedFlag: false, hasQuestion: false, hasBegun: false } as const;

  it.each([
    ["care that has begun", { hasBegun: true }, /Care has begun/],
    ["a sign of danger", { hasRedFlag: true }, /sign of danger/],
    ["a question that nobody has answered", { hasQuestion: true }, /Answer it first/],
    ["a higher priority", { priority: "urgent" }, /more urgent/],
  ] as const)("is %s on it, and not on the other", (_, change, why) => {
    const it = { ...plain, ...change };
    expect(whyNotClosed(it, plain)).toMatch(why);
    expect(whyNotClosed(plain, it)).toBeNull();
    expect(whyNotClosed(plain, plain)).toBeNull();
  });
});
