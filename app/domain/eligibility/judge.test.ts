import { describe, expect, it } from "vitest";
import { contents, NOW, need, northOf, offer, organisation, service } from "~tests/support/directory";
import { verdictOf as verdict } from "~tests/support/verdict";
import { buildDirectory } from "../directory/directory";
import type { Partnership } from "../directory/types";
import type { Need } from "../routing/types";
import { judge } from "./judge";

const passes = (text: string) => ({ pass: true, code: null, text });
const fails = (code: string, text: string) => ({ pass: false, code, text });
const person = (bornOn: string | null, sex: "female" | "male" | null = null) => ({
  person: { bornOn, sex, registeredWith: null },
});
const registered = (ods: string, checked: boolean) => ({
  person: { bornOn: null, sex: null, registeredWith: { ods, checked } },
});

describe("the rules of eligibility", () => {
  it("judge every rule once, in order", () => {
    const it = offer("it", "trust");
    const directory = buildDirectory(contents({ organisations: [organisation("trust")], offers: [it] }));
    expect(judge(directory, it, need(), NOW).map(({ rule, pass }) => `${rule} ${pass}`)).toEqual([
      "offer-open true",
      "organisation-active true",
      "partnership true",
      "pop-up-dates true",
      "self-referral true",
      "registered-list true",
      "age true",
      "sex true",
      "condition true",
      "catchment true",
      "mode true",
      "access-needs true",
      "language true",
      "opening-hours true",
      "already-asked true",
      "reach true",
    ]);
  });

  it("offer-open: an offer or a service that is closed takes nobody", () => {
    expect(verdict("offer-open", {})).toEqual(passes("Open for requests"));
    expect(verdict("offer-open", { offer: { status: "closed" } }).pass).toBe(false);
    expect(
      verdict("offer-open", { contents: { services: [service("physio", { status: "closed" })] } }).pass,
    ).toBe(false);
  });

  it("organisation-active", () => {
    expect(verdict("organisation-active", { organisation: { status: "closed" } })).toEqual(
      fails("99", "Harbour Trust has closed"),
    );
  });

  it("partnership: in force from its first day to the end of its last, unless suspended", () => {
    const on = (changes: Partial<Partnership>) => verdict("partnership", { partnership: changes }).pass;
    expect(on({ startsOn: "2026-11-24" })).toBe(true);
    expect(on({ startsOn: "2026-11-25" })).toBe(false);
    expect(on({ endsOn: "2026-11-24" })).toBe(true);
    expect(on({ endsOn: "2026-11-23" })).toBe(false);
    expect(on({ suspendedFrom: "2026-11-25" })).toBe(true);
    expect(on({ suspendedFrom: "2026-11-24" })).toBe(false);
    expect(verdict("partnership", { contents: { partnerships: [] } })).toEqual(
      fails("99", "Harbour Trust is not a partner of Larkmouth Care at the moment"),
    );
  });

  it("partnership: falls with its lead provider's", () => {
    const led = { partnership: { leadOrganisationId: "lead" } };
    expect(verdict("partnership", led).pass).toBe(false);
    expect(verdict("partnership", { ...led, now: "2026-11-23T10:00:00.000Z" }).pass).toBe(true);
  });

  it("pop-up-dates: both days count, by the local date", () => {
    const temporary = { from: "2026-06-01", until: "2026-06-02" };
    const on = (now: string) => verdict("pop-up-dates", { location: { temporary }, now });
    expect(on("2026-05-31T22:59:00.000Z")).toEqual(fails("99", "Opens on 1 June 2026"));
    expect(on("2026-05-31T23:00:00.000Z")).toEqual(passes("Here until 2 June 2026"));
    expect(on("2026-06-02T22:59:00.000Z").pass).toBe(true);
    expect(on("2026-06-02T23:00:00.000Z")).toEqual(fails("99", "Closed on 2 June 2026"));
  });

  it("self-referral", () => {
    expect(verdict("self-referral", { offer: { selfReferral: false } })).toEqual(
      fails("40", "Your practice refers you"),
    );
  });

  it("registered-list: the practice's ODS code must be the person's", () => {
    const own = { offer: { ownListOnly: true } };
    expect(verdict("registered-list", own)).toEqual(
      fails("40", "Only for people on the list of Harbour Trust"),
    );
    expect(verdict("registered-list", { ...own, need: registered("ELSE", true) }).pass).toBe(false);
    expect(verdict("registered-list", { ...own, need: registered("RLK", true) })).toEqual(
      passes("You are registered with Harbour Trust"),
    );
    expect(verdict("registered-list", { ...own, need: registered("RLK", false) })).toEqual(
      passes("You said you are registered with Harbour Trust: this is not checked yet"),
    );
  });

  it("age: whole years on the local date, both ends within", () => {
    const aged = (bornOn: string | null, now?: string) =>
      verdict("age", {
        offer: { ages: { from: 16, until: 64 } },
        need: person(bornOn),
        ...(now === undefined ? {} : { now }),
      });
    expect(aged("2010-11-24")).toEqual(passes("For people aged 16 to 64"));
    expect(aged("2010-11-25")).toEqual(fails("40", "For people aged 16 to 64"));
    expect(aged("1961-11-25").pass).toBe(true);
    expect(aged("1961-11-24").pass).toBe(false);
    expect(aged("2010-06-02", "2026-06-01T22:59:00.000Z").pass).toBe(false);
    expect(aged("2010-06-02", "2026-06-01T23:00:00.000Z").pass).toBe(true);
    expect(aged(null)).toEqual(passes("For people aged 16 to 64: we will check your date of birth"));
  });

  it("sex: only where the service needs it, and what is not known is checked", () => {
    const offered = { offer: { sex: "female" as const } };
    expect(verdict("sex", { ...offered, need: person(null, "male") })).toEqual(
      fails("40", "For women and girls"),
    );
    expect(verdict("sex", { ...offered, need: person(null) })).toEqual(
      passes("For women and girls: we will check this with you"),
    );
  });

  it("catchment: by the first part of the postcode, or by a radius", () => {
    const outcodes = { offer: { catchment: { kind: "outcodes" as const, outcodes: ["LK2", "LK3"] } } };
    expect(verdict("catchment", outcodes)).toEqual(fails("40", "For people who live in LK2 or LK3"));
    const lives = (postcode: string, km: number) => ({ place: { postcode, position: northOf(km) } });
    expect(verdict("catchment", { ...outcodes, need: lives("LK3 9ZZ", 0) }).pass).toBe(true);
    const radius = { offer: { catchment: { kind: "radius" as const, km: 5 } } };
    expect(verdict("catchment", { ...radius, need: lives("LK1 1AA", 4.9) }).pass).toBe(true);
    expect(verdict("catchment", { ...radius, need: lives("LK1 1AA", 5.1) })).toEqual(
      fails("42", "For people within 3.1 miles of Quay Clinic"),
    );
    expect(verdict("catchment", { ...radius, need: { place: null } })).toEqual(
      passes("For people within 3.1 miles of Quay Clinic: we will check where you live"),
    );
  });

  it("mode: one wanted way is enough, and none wanted means any", () => {
    const wants = (modes: Need["preferences"]["modes"]) => ({
      offer: { modes: ["in-person", "phone"] as const },
      need: { preferences: { modes, first: "recommended" as const, knownTo: [] } },
    });
    expect(verdict("mode", wants([])).pass).toBe(true);
    expect(verdict("mode", wants(["phone", "video"])).pass).toBe(true);
    expect(verdict("mode", wants(["video"]))).toEqual(fails("32", "Only given face to face or by phone"));
    expect(verdict("mode", wants(["home-visit"])).code).toBe("41");
  });

  it("already-asked", () => {
    expect(verdict("already-asked", { need: { alreadyAsked: ["it"] } })).toEqual(
      fails("24", "Asked already, and could not help"),
    );
  });

  it("reach: does not bind care without a place, nor the person's own practice", () => {
    const far = { place: { postcode: "LK1 1AA", position: northOf(31) } };
    expect(verdict("reach", { need: far })).toEqual(fails("42", "More than 19 miles away"));
    expect(verdict("reach", { need: far, offer: { locationId: null } })).toEqual(passes("No need to travel"));
    expect(verdict("reach", { need: { ...far, ...registered("RLK", true) } })).toEqual(
      passes("19 miles away"),
    );
  });
});
