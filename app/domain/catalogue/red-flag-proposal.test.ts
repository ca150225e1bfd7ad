import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMERGENCIES, type RedFlag, type RedFlagSet } from "../journeys/types";
import {
  flagChanges,
  flagFaults,
  flagsFrom,
  MOST_FLAGS,
  type ProposedFlags,
  proposesChange,
  publishedFlags,
} from "./red-flag-proposal";

const NUMB: RedFlag = { id: "numb", text: "I am numb", leadsTo: "999" };
const HOT: RedFlag = { id: "hot", text: "A joint is hot", leadsTo: "111" };
const IN_FORCE: RedFlagSet = {
  version: 4,
  source: "A book, 2026",
  approvedBy: ["Amina", "Tom"],
  approvedOn: "2026-10-05",
  notice: "For show",
  items: [NUMB, HOT],
};
const proposed = (change: Partial<ProposedFlags> = {}): ProposedFlags => ({
  source: "A book, 2026",
  notice: "For show",
  items: [NUMB, HOT],
  ...change,
});

describe("signs that are proposed", () => {
  it.each([
    ["none", proposed({ items: [] }), /at least one/],
    ["the same twice", proposed({ items: [NUMB, { ...NUMB, id: "other", text: "i am NUMB" }] }), /twice/],
    ["nowhere that they come from", proposed({ source: "" }), /come from/],
    [
      "more than are read",
      proposed({
        items: Array.from({ length: MOST_FLAGS + 1 }, (_, at) => ({ ...NUMB, id: `f${at}`, text: `${at}` })),
      }),
      /at most/,
    ],
  ])("are refused with %s", (_, flags, fault) => {
    expect(flagFaults(flags).join()).toMatch(fault);
  });

  it("say something else than what is in force, or nothing", () => {
    expect(proposesChange(proposed(), IN_FORCE)).toBe(false);
    // In whatever order a database keeps the fields of one.
    expect(
      proposesChange(proposed({ items: [{ leadsTo: "999", text: "I am numb", id: "numb" }, HOT] }), IN_FORCE),
    ).toBe(false);
    for (const other of [
      proposed({ items: [HOT, NUMB] }),
      proposed({ items: [NUMB] }),
      proposed({ items: [NUMB, { ...HOT, leadsTo: "999" }] }),
      proposed({ items: [{ ...NUMB, text: "I am very numb" }, HOT] }),
      proposed({ source: "Another book" }),
      proposed({ notice: "Checked" }),
    ])
      expect(proposesChange(other, IN_FORCE)).toBe(true);
    expect(proposesChange(proposed(), null)).toBe(true);
  });

  it("are shown beside what they change", () => {
    const after = [
      { ...HOT, leadsTo: "999" } as const,
      { id: "new", text: "I fell", leadsTo: "999" } as const,
    ];
    expect(flagChanges([NUMB, HOT], after).map(({ kind, flag }) => `${flag.id} ${kind}`)).toEqual([
      "hot changed",
      "new new",
      "numb gone",
    ]);
  });

  it("are in force under the next version, with the two who agreed them", () => {
    const people = {
      proposer: { id: "bea", name: "Bea Hart" },
      approver: { id: "cliff", name: "Cliff Dean" },
      on: "2026-11-28",
    };
    expect(publishedFlags(proposed({ items: [NUMB] }), IN_FORCE, people)).toEqual({
      version: 5,
      source: "A book, 2026",
      notice: "For show",
      approvedBy: ["Bea Hart", "Cliff Dean"],
      approvedOn: "2026-11-28",
      items: [NUMB],
    });
    expect(publishedFlags(proposed(), null, people).version).toBe(1);
  });
});

it("a sign that is typed keeps its id however it reads, and a new one gets one that no other has", () => {
  const typed = fc.array(
    fc.record({
      id: fc.option(fc.constantFrom("numb", "hot", "made-up")),
      text: fc.string({ minLength: 1 }),
      leadsTo: fc.constantFrom(...EMERGENCIES),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(typed, (asked) => {
      // A form has each sign that is there once.
      const once = asked.filter(
        ({ id }, at) => id === null || asked.findIndex((each) => each.id === id) === at,
      );
      const flags = flagsFrom(once, [NUMB, HOT]);
      expect(flags.map(({ text, leadsTo }) => ({ text, leadsTo }))).toEqual(
        once.map(({ text, leadsTo }) => ({ text, leadsTo })),
      );
      expect(new Set(flags.map(({ id }) => id)).size).toBe(flags.length);
      for (const [at, { id }] of once.entries())
        if (id === "numb" || id === "hot") expect(flags[at]?.id).toBe(id);
    }),
  );
});
