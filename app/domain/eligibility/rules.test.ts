import { describe, expect, it } from "vitest";
import { NOW, northOf, service } from "~tests/support/directory";
import { type Case, verdictOf } from "~tests/support/verdict";
import { PHARMACY_FIRST_TERMS } from "../directory/conditions";
import type { SpecialNeeds } from "../routing/types";
import { RULES } from "./rules";

/** "pass", or the DoS code of the failing. */
type Expected = "pass" | "22" | "23" | "24" | "31" | "32" | "40" | "41" | "42" | "99";
type Kind = "met" | "not met" | "not known" | "boundary";
type Row = readonly [kind: Kind, what: string, given: Case, expected: Expected, text?: string];

const born = (bornOn: string | null, sex: "female" | "male" | null = null): Case["need"] => ({
  person: { bornOn, sex, registeredWith: null },
});
const registered = (ods: string | null): Case["need"] => ({
  person: { bornOn: null, sex: null, registeredWith: ods === null ? null : { ods, checked: true } },
});
const lives = (postcode: string, north: number): Case["need"] => ({
  place: { postcode, position: northOf(north) },
});
const wants = (...modes: readonly ("in-person" | "phone" | "video" | "home-visit")[]): Case["need"] => ({
  preferences: { modes, first: "recommended", knownTo: [] },
});
const needing = (needs: Partial<SpecialNeeds>): Case["need"] => ({
  needs: { access: [], language: null, condition: null, ...needs },
});
const priority = (each: "routine" | "urgent" | "asap"): Case["need"] => ({ priority: each });

const BABIES = { ages: { from: 0, fromMonths: 3, until: 1 } };
const PHARMACY = { conditions: PHARMACY_FIRST_TERMS };
const DISTRICTS = { catchment: { kind: "outcodes", outcodes: ["LK2"] } } as const;
const CIRCLE = { catchment: { kind: "radius", km: 5 } } as const;
/** From the harbour to about 5.5 km north of it, and as far to either side. */
const SQUARE = {
  catchment: {
    kind: "polygon",
    name: "the north shore",
    ring: [
      { lat: 51.45, lon: -2.7 },
      { lat: 51.45, lon: -2.5 },
      { lat: 51.5, lon: -2.5 },
      { lat: 51.5, lon: -2.7 },
    ],
  },
} as const;
/** NOW is Tuesday 24 November 2026, 10 in the morning; an urgent promise is due in 24 hours, an asap one in four. */
const open = (weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7, opens: string, closes: string): Case["location"] => ({
  opening: [{ weekday, opens, closes }],
  onBankHolidays: "closed",
});

const TABLE: Readonly<Record<(typeof RULES)[number]["rule"], readonly Row[]>> = {
  "offer-open": [
    ["met", "open", {}, "pass", "Open for requests"],
    ["not met", "closed", { offer: { status: "closed" } }, "99"],
    [
      "boundary",
      "a closed service",
      { contents: { services: [service("physio", { status: "closed" })] } },
      "99",
    ],
  ],
  "organisation-active": [
    ["met", "active", {}, "pass", "Harbour Trust is open"],
    ["not met", "closed", { organisation: { status: "closed" } }, "99", "Harbour Trust has closed"],
  ],
  partnership: [
    ["met", "in force", {}, "pass"],
    ["not met", "none", { contents: { partnerships: [] } }, "99"],
    ["boundary", "its first day", { partnership: { startsOn: "2026-11-24" } }, "pass"],
    ["boundary", "the day before it starts", { partnership: { startsOn: "2026-11-25" } }, "99"],
    ["boundary", "its last day", { partnership: { endsOn: "2026-11-24" } }, "pass"],
    ["boundary", "the day after its last", { partnership: { endsOn: "2026-11-23" } }, "99"],
    ["boundary", "the day it is suspended", { partnership: { suspendedFrom: "2026-11-24" } }, "99"],
    ["not met", "its lead provider has left", { partnership: { leadOrganisationId: "lead" } }, "99"],
  ],
  "pop-up-dates": [
    ["met", "no pop-up", {}, "pass", "Open all year"],
    [
      "boundary",
      "its last day",
      { location: { temporary: { from: "2026-11-01", until: "2026-11-24" } } },
      "pass",
    ],
    [
      "boundary",
      "its first day",
      { location: { temporary: { from: "2026-11-24", until: "2026-12-24" } } },
      "pass",
    ],
    ["not met", "over", { location: { temporary: { from: "2026-11-01", until: "2026-11-23" } } }, "99"],
    [
      "not met",
      "still to come",
      { location: { temporary: { from: "2026-11-25", until: "2026-12-24" } } },
      "99",
    ],
  ],
  "self-referral": [
    ["met", "people ask themselves", {}, "pass"],
    ["not met", "a practice refers", { offer: { selfReferral: false } }, "40", "Your practice refers you"],
    [
      "boundary",
      "a practice that refers is asked",
      { offer: { selfReferral: false, role: "referrer" } },
      "pass",
    ],
  ],
  "registered-list": [
    ["met", "its own people", { offer: { ownListOnly: true }, need: registered("RLK") }, "pass"],
    ["not met", "another's people", { offer: { ownListOnly: true }, need: registered("ELSE") }, "40"],
    // A list is for those who are known to be on it: nobody's word is not known to be enough.
    ["not known", "nobody's", { offer: { ownListOnly: true }, need: registered(null) }, "40"],
  ],
  age: [
    [
      "met",
      "of age",
      { offer: BABIES, need: born("2026-01-01") },
      "pass",
      "For people aged 3 months to 23 months",
    ],
    ["boundary", "three months today", { offer: BABIES, need: born("2026-08-24") }, "pass"],
    ["boundary", "three months tomorrow", { offer: BABIES, need: born("2026-08-25") }, "40"],
    ["boundary", "1 year and 11 months", { offer: BABIES, need: born("2024-11-25") }, "pass"],
    ["boundary", "two years today", { offer: BABIES, need: born("2024-11-24") }, "40"],
    [
      "boundary",
      "11 years and 11 months",
      { offer: { ages: { from: 5, until: 11 } }, need: born("2014-12-24") },
      "pass",
    ],
    ["boundary", "twelve today", { offer: { ages: { from: 5, until: 11 } }, need: born("2014-11-24") }, "40"],
    ["not met", "grown up", { offer: BABIES, need: born("1992-03-14") }, "40"],
    [
      "not known",
      "no date of birth",
      { offer: BABIES, need: born(null) },
      "pass",
      "For people aged 3 months to 23 months: we will check your date of birth",
    ],
  ],
  sex: [
    [
      "met",
      "the same",
      { offer: { sex: "female" }, need: born(null, "female") },
      "pass",
      "For women and girls",
    ],
    ["not met", "another", { offer: { sex: "male" }, need: born(null, "female") }, "40", "For men and boys"],
    [
      "not known",
      "not said",
      { offer: { sex: "male" }, need: born(null) },
      "pass",
      "For men and boys: we will check this with you",
    ],
  ],
  condition: [
    ["met", "not limited to some", { need: needing({ condition: "shingles" }) }, "pass"],
    [
      "met",
      "treated, and of age",
      { offer: PHARMACY, need: { ...born("1992-03-14"), ...needing({ condition: "shingles" }) } },
      "pass",
      "For shingles: people aged 18 and over",
    ],
    [
      "boundary",
      "18 today",
      { offer: PHARMACY, need: { ...born("2008-11-24"), ...needing({ condition: "shingles" }) } },
      "pass",
    ],
    [
      "boundary",
      "18 tomorrow",
      { offer: PHARMACY, need: { ...born("2008-11-25"), ...needing({ condition: "shingles" }) } },
      "40",
    ],
    [
      "boundary",
      "17 years and 11 months",
      { offer: PHARMACY, need: { ...born("2008-12-24"), ...needing({ condition: "earache" }) } },
      "pass",
    ],
    [
      "boundary",
      "18 today, with earache",
      { offer: PHARMACY, need: { ...born("2008-11-24"), ...needing({ condition: "earache" }) } },
      "40",
    ],
    [
      "boundary",
      "64 years and 11 months",
      {
        offer: PHARMACY,
        need: { ...born("1961-12-24", "female"), ...needing({ condition: "urine-infection" }) },
      },
      "pass",
    ],
    [
      "boundary",
      "65 today",
      {
        offer: PHARMACY,
        need: { ...born("1961-11-24", "female"), ...needing({ condition: "urine-infection" }) },
      },
      "40",
    ],
    [
      "not met",
      "of another sex",
      {
        offer: PHARMACY,
        need: { ...born("1992-03-14", "male"), ...needing({ condition: "urine-infection" }) },
      },
      "40",
      "For a simple urine infection: women aged 16 to 64",
    ],
    [
      "not met",
      "not treated there",
      { offer: { conditions: PHARMACY_FIRST_TERMS.slice(0, 2) }, need: needing({ condition: "shingles" }) },
      "23",
      "They do not treat shingles",
    ],
    [
      "not met",
      "too young for any",
      { offer: PHARMACY, need: { ...born("2026-08-24"), ...needing({}) } },
      "40",
      "Nothing they treat is for people of this age and sex",
    ],
    [
      "not known",
      "which one",
      { offer: PHARMACY, need: needing({}) },
      "pass",
      "Some conditions are for some ages only: we will check yours",
    ],
    [
      "not known",
      "the age",
      { offer: PHARMACY, need: { ...born(null), ...needing({ condition: "sinusitis" }) } },
      "pass",
      "For sinusitis: people aged 12 and over. We will check your date of birth",
    ],
    [
      "not known",
      "the sex",
      { offer: PHARMACY, need: { ...born("1992-03-14"), ...needing({ condition: "urine-infection" }) } },
      "pass",
      "For a simple urine infection: women aged 16 to 64. We will check this with you",
    ],
  ],
  catchment: [
    ["met", "from anywhere", {}, "pass", "For people from anywhere"],
    ["met", "the district", { offer: DISTRICTS, need: lives("LK2 9ZZ", 0) }, "pass"],
    ["not met", "another district", { offer: DISTRICTS, need: lives("LK20 9ZZ", 0) }, "40"],
    ["boundary", "just within the circle", { offer: CIRCLE, need: lives("LK1 1AA", 4.99) }, "pass"],
    ["boundary", "just beyond it", { offer: CIRCLE, need: lives("LK1 1AA", 5.01) }, "42"],
    [
      "met",
      "inside the shape",
      { offer: SQUARE, need: lives("LK1 1AA", 2) },
      "pass",
      "For people who live in the north shore",
    ],
    ["boundary", "on its edge", { offer: SQUARE, need: lives("LK1 1AA", 0) }, "pass"],
    ["boundary", "just outside it", { offer: SQUARE, need: lives("LK1 1AA", -0.01) }, "40"],
    ["not met", "outside it", { offer: SQUARE, need: lives("LK1 1AA", 9) }, "40"],
    [
      "not known",
      "no place",
      { offer: SQUARE, need: { place: null } },
      "pass",
      "For people who live in the north shore: we will check where you live",
    ],
    ["not known", "no place, by radius", { offer: CIRCLE, need: { place: null } }, "pass"],
    ["not known", "no place, by district", { offer: DISTRICTS, need: { place: null } }, "pass"],
  ],
  mode: [
    ["met", "any way will do", {}, "pass"],
    [
      "boundary",
      "one of the ways",
      { offer: { modes: ["phone", "video"] }, need: wants("video", "in-person") },
      "pass",
    ],
    [
      "not met",
      "none of the ways",
      { offer: { modes: ["phone"] }, need: wants("in-person") },
      "32",
      "Only given by phone",
    ],
    ["not met", "a visit at home is needed", { need: wants("home-visit") }, "41"],
    [
      "not known",
      "how it is given",
      { offer: { modes: [] }, need: wants("video") },
      "pass",
      "Ask them how they see people",
    ],
  ],
  "access-needs": [
    ["met", "nothing needed", { location: { meets: { hoist: false } } }, "pass", "No special access needed"],
    [
      "met",
      "there",
      { location: { meets: { hoist: true } }, need: needing({ access: ["hoist"] }) },
      "pass",
      "They have a hoist",
    ],
    [
      "not met",
      "known not to be there",
      { location: { meets: { hoist: false } }, need: needing({ access: ["hoist"] }) },
      "32",
      "They do not have a hoist",
    ],
    [
      "not known",
      "nobody has said",
      { need: needing({ access: ["hoist", "bsl"] }) },
      "pass",
      "We will check that they have a hoist and a British Sign Language interpreter",
    ],
    [
      "not known",
      "of one of two",
      { location: { meets: { "step-free": true } }, need: needing({ access: ["step-free", "hoist"] }) },
      "pass",
      "They have a way in without steps. We will check that they have a hoist",
    ],
    [
      "not met",
      "one of two",
      {
        location: { meets: { "step-free": true, hoist: false } },
        need: needing({ access: ["step-free", "hoist"] }),
      },
      "32",
      "They do not have a hoist",
    ],
    [
      "boundary",
      "the offer says more than its place",
      {
        location: { meets: { bsl: false } },
        offer: { meets: { bsl: true } },
        need: needing({ access: ["bsl"] }),
      },
      "pass",
      "They have a British Sign Language interpreter",
    ],
    [
      "boundary",
      "another way round the building",
      {
        offer: { modes: ["in-person", "phone"] },
        location: { meets: { "step-free": false } },
        need: needing({ access: ["step-free"] }),
      },
      "pass",
      "Their building does not have a way in without steps, but they can see you by phone",
    ],
    [
      "boundary",
      "that way is not wanted",
      {
        offer: { modes: ["in-person", "phone"] },
        location: { meets: { "step-free": false } },
        need: { ...wants("in-person"), ...needing({ access: ["step-free"] }) },
      },
      "32",
    ],
    [
      "boundary",
      "no building to go to",
      { offer: { locationId: null, modes: ["phone"] }, need: needing({ access: ["step-free"] }) },
      "pass",
      "No special access needed",
    ],
    [
      "not met",
      "no interpreter by phone either",
      {
        offer: { locationId: null, modes: ["phone"], meets: { bsl: false } },
        need: needing({ access: ["bsl"] }),
      },
      "32",
    ],
  ],
  language: [
    ["met", "English", { offer: { languages: { spoken: [], interpreter: false } } }, "pass", "In English"],
    [
      "met",
      "spoken there",
      { offer: { languages: { spoken: ["pl"], interpreter: false } }, need: needing({ language: "pl" }) },
      "pass",
      "They speak Polish",
    ],
    [
      "met",
      "with an interpreter",
      { offer: { languages: { spoken: [], interpreter: true } }, need: needing({ language: "so" }) },
      "pass",
      "They can get an interpreter for Somali",
    ],
    [
      "met",
      "a language not in the list",
      { offer: { languages: { spoken: ["pl"], interpreter: true } }, need: needing({ language: "other" }) },
      "pass",
      "They can get an interpreter for your language",
    ],
    [
      "not met",
      "not spoken, no interpreter",
      { offer: { languages: { spoken: ["pl"], interpreter: false } }, need: needing({ language: "so" }) },
      "32",
      "Only in English and Polish, with no interpreter",
    ],
    [
      "not met",
      "not in the list, no interpreter",
      { offer: { languages: { spoken: ["pl"], interpreter: false } }, need: needing({ language: "other" }) },
      "32",
    ],
    [
      "not known",
      "whether there is an interpreter",
      { offer: { languages: { spoken: ["pl"], interpreter: null } }, need: needing({ language: "so" }) },
      "pass",
      "We will check that there can be an interpreter for Somali",
    ],
    [
      "not known",
      "nothing",
      { need: needing({ language: "so" }) },
      "pass",
      "We will check that there can be an interpreter for Somali",
    ],
  ],
  "opening-hours": [
    ["met", "open now", { location: open(2, "09:00", "17:00"), need: priority("asap") }, "pass", "Open now"],
    [
      "met",
      "opens in time",
      { location: open(2, "13:30", "17:00"), need: priority("asap") },
      "pass",
      "Closed now, opens today at 1.30 pm",
    ],
    [
      "boundary",
      "opens just before the promise is due",
      { location: open(2, "13:59", "17:00"), need: priority("asap") },
      "pass",
    ],
    [
      "boundary",
      "opens when the promise is due",
      { location: open(2, "14:00", "17:00"), need: priority("asap") },
      "31",
      "Closed until today at 2 pm",
    ],
    [
      "boundary",
      "just closed",
      { location: open(2, "08:00", "10:00"), need: priority("asap") },
      "31",
      "Closed until Tuesday 1 December at 8 am",
    ],
    ["boundary", "about to close", { location: open(2, "08:00", "10:01"), need: priority("asap") }, "pass"],
    [
      "met",
      "opens tomorrow, urgent",
      { location: open(3, "09:00", "17:00"), need: priority("urgent") },
      "pass",
      "Closed now, opens tomorrow at 9 am",
    ],
    [
      "not met",
      "opens on Friday, urgent",
      { location: open(5, "09:00", "17:00"), need: priority("urgent") },
      "31",
      "Closed until Friday at 9 am",
    ],
    [
      "met",
      "opens on Friday, routine",
      { location: open(5, "09:00", "17:00"), need: priority("routine") },
      "pass",
      "Closed now, opens Friday at 9 am",
    ],
    [
      "not met",
      "an exception closes it",
      {
        location: { ...open(2, "09:00", "17:00"), exceptions: [{ date: "2026-11-24", sessions: [] }] },
        need: priority("asap"),
      },
      "31",
    ],
    ["not known", "no hours", { need: priority("asap") }, "pass", "Not known when they are open"],
    [
      "not known",
      "what a bank holiday does",
      {
        location: { opening: [{ weekday: 2, opens: "14:30", closes: "17:00" }] },
        contents: { bankHolidays: ["2026-11-24"] },
        need: priority("asap"),
      },
      "pass",
    ],
    [
      "boundary",
      "there is no need to go",
      {
        offer: { modes: ["in-person", "phone"] },
        location: open(5, "09:00", "17:00"),
        need: priority("asap"),
      },
      "pass",
    ],
    [
      "boundary",
      "no place",
      { offer: { locationId: null, modes: ["video"] }, need: priority("asap") },
      "pass",
      "No place to go to",
    ],
  ],
  "already-asked": [
    ["met", "not asked", {}, "pass", "Not asked yet"],
    ["not met", "asked", { need: { alreadyAsked: ["it"] } }, "24"],
    ["boundary", "another was asked", { need: { alreadyAsked: ["another"] } }, "pass"],
  ],
  reach: [
    ["met", "near", { need: lives("LK1 1AA", 2) }, "pass"],
    ["boundary", "just within", { need: lives("LK1 1AA", 29.99) }, "pass"],
    ["boundary", "just beyond", { need: lives("LK1 1AA", 30.01) }, "42"],
    ["not met", "far", { need: lives("LK1 1AA", 60) }, "42", "More than 19 miles away"],
    [
      "not known",
      "no place",
      { need: { place: null } },
      "pass",
      "Tell us your postcode to see how far it is",
    ],
  ],
};

describe.each(RULES.map(({ rule }) => [rule, TABLE[rule]] as const))("%s", (rule, rows) => {
  const cases = rows.map(([kind, what, given, expected, text]) => ({ kind, what, given, expected, text }));
  it.each(cases)("$kind: $what", ({ given, expected, text }) => {
    const verdict = verdictOf(rule, given);
    expect(verdict.pass ? "pass" : verdict.code).toBe(expected);
    expect(verdict.code === null).toBe(verdict.pass);
    if (text !== undefined) expect(verdict.text).toBe(text);
    expect(verdict.text).not.toBe("");
  });
});

/** What a brand always knows of itself cannot be unknown; and some rules have no edge beside yes and no. */
const NEVER_UNKNOWN = new Set([
  "offer-open",
  "organisation-active",
  "partnership",
  "pop-up-dates",
  "self-referral",
  "already-asked",
]);
const WITHOUT_AN_EDGE = new Set(["organisation-active", "registered-list", "sex", "language"]);

describe("the table", () => {
  it.each(RULES.map(({ rule }) => rule))("shows %s met, not met, not known and at its edge", (rule) => {
    const kinds = new Set(TABLE[rule].map(([kind]) => kind));
    expect(kinds.has("met") && kinds.has("not met")).toBe(true);
    expect(kinds.has("not known")).toBe(!NEVER_UNKNOWN.has(rule));
    expect(kinds.has("boundary")).toBe(!WITHOUT_AN_EDGE.has(rule));
  });

  it("is judged on a Tuesday", () => {
    expect(new Date(NOW).getUTCDay()).toBe(2);
  });
});
