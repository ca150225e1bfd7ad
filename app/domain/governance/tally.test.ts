import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { runs } from "~tests/support/counts";
import { type Constitution, FIRST_CONSTITUTION, type VoteRule } from "./constitution";
import { type Ballot, CHOICES, hasPassed, tally, type VoteCast } from "./tally";
import { type Member, withVotes } from "./votes";

const OPENS = "2026-11-23T09:00:00.000Z";
const CLOSES = "2026-11-26T17:00:00.000Z";
const IN_TIME = "2026-11-24T12:00:00.000Z";

const rules = (change: Partial<Constitution> = {}): Constitution => ({ ...FIRST_CONSTITUTION, ...change });
const byList: VoteRule = { kind: "by-list", withoutList: 500 };
const member = (organisationId: string, patients: number | null = null): Member => ({
  organisationId,
  patients,
});
const cast = (organisationId: string, choice: VoteCast["choice"], change: Partial<VoteCast> = {}) => ({
  organisationId,
  nth: 1,
  choice,
  at: IN_TIME,
  ...change,
});
const ballot = (change: Partial<Ballot>): Ballot => ({
  kind: "policy",
  about: null,
  members: [],
  cast: [],
  opensAt: OPENS,
  closesAt: CLOSES,
  ...change,
});

/** So many members that each vote alike, by name: "yes-1", "no-2". */
const many = (counts: Readonly<Partial<Record<VoteCast["choice"] | "silent", number>>>) => {
  const names = Object.entries(counts).flatMap(([choice, count]) =>
    Array.from({ length: count }, (_, index) => ({ choice, id: `${choice}-${index}` })),
  );
  return ballot({
    members: names.map(({ id }) => member(id)),
    cast: names.flatMap(({ choice, id }) =>
      choice === "silent" ? [] : [cast(id, choice as VoteCast["choice"])],
    ),
  });
};

describe("the threshold", () => {
  test.each([
    [{ for: 3, against: 1 }, "passed", "75 in a hundred"],
    [{ for: 749, against: 251 }, "too-few-for", "74.9 in a hundred"],
    [{ for: 750, against: 250 }, "passed", "75 in a hundred"],
    [{ for: 2, against: 1 }, "too-few-for", "two thirds"],
    [{ for: 3, against: 1, abstain: 4 }, "passed", "abstentions, which are on neither side"],
    [{ for: 3, against: 2, abstain: 4 }, "too-few-for", "abstentions do not help it either"],
    [{ for: 2, against: 2 }, "tie", "as many for as against"],
    [{ for: 3, against: 0, silent: 4 }, "no-quorum", "fewer than half"],
    [{ for: 3, against: 0, silent: 3 }, "passed", "just half"],
    [{ for: 2, abstain: 2, silent: 4 }, "passed", "abstentions count as taking part"],
    [{ abstain: 4 }, "no-votes", "nobody on either side"],
    [{ silent: 4 }, "no-quorum", "nobody"],
  ] as const)("by member: %j is %s: %s", (counts, why, _what) => {
    expect(tally(rules(), many(counts)).why).toBe(why);
  });

  test.each([
    [7_490, 2_510, "too-few-for"],
    [7_499, 2_501, "too-few-for"],
    [7_500, 2_500, "passed"],
    [22_499_999, 7_500_001, "too-few-for"],
    [22_500_000, 7_500_000, "passed"],
    [5_000, 5_000, "tie"],
  ])("by list size: %i people for and %i against is %s", (yes, no, why) => {
    const result = tally(
      rules({ votes: byList }),
      ballot({
        members: [member("lighthouse", yes), member("ropewalk", no)],
        cast: [cast("lighthouse", "for"), cast("ropewalk", "against")],
      }),
    );
    expect(result).toMatchObject({ for: yes, against: no, all: yes + no, why });
  });

  it("says how many would do, and how many must take part", () => {
    expect(tally(rules(), many({ for: 6, against: 4, silent: 5 }))).toMatchObject({
      needed: 8,
      neededToCount: 8,
    });
    const half = rules({ thresholds: { ...FIRST_CONSTITUTION.thresholds, policy: 500 } });
    expect(tally(half, many({ for: 2, against: 2 }))).toMatchObject({ needed: 3, why: "tie" });
    expect(tally(half, many({ for: 3, against: 2 })).why).toBe("passed");
  });
});

describe("the votes of members", () => {
  const three = [member("harbour", 3_000), member("hill", 1_000), member("trust")];
  const votes = (rule: VoteRule) => withVotes(rule, three).map((voter) => voter.votes);

  it("are one each, or by the people on their list, with a number for who has none", () => {
    expect(votes({ kind: "one-each" })).toEqual([1, 1, 1]);
    expect(votes(byList)).toEqual([3_000, 1_000, 500]);
  });

  it("in a mix are a share alike and a share by people, on one denominator", () => {
    // Half alike: 4,500 people each. Half by people: its own, times the three members.
    expect(votes({ kind: "mix", withoutList: 500, byMember: 50 })).toEqual([
      4_500 + 9_000,
      4_500 + 3_000,
      4_500 + 1_500,
    ]);
    expect(votes({ kind: "mix", withoutList: 500, byMember: 25 })).toEqual([
      4_500 + 27_000,
      4_500 + 9_000,
      4_500 + 4_500,
    ]);
  });

  it("are refused where a sum would not be exact", () => {
    expect(() => withVotes(byList, [member("a", Number.MAX_SAFE_INTEGER), member("b", 1)])).toThrow(
      "more votes than can be counted",
    );
  });
});

describe("what is not counted is said, with why", () => {
  const two = [member("harbour"), member("hill")];

  test("a vote that came as voting closed, or later", () => {
    const late = cast("hill", "against", { at: CLOSES });
    const result = tally(rules(), ballot({ members: two, cast: [cast("harbour", "for"), late] }));
    expect(result).toMatchObject({ for: 1, against: 0, silent: 1, why: "passed" });
    expect(result.notCounted).toEqual([{ ...late, why: "late" }]);
  });

  test("a vote that the same member changed; one that was changed too late still counts", () => {
    const result = tally(
      rules(),
      ballot({
        members: two,
        cast: [
          cast("hill", "for", { nth: 2 }),
          cast("hill", "abstain", { nth: 3, at: CLOSES }),
          cast("hill", "against"),
        ],
      }),
    );
    expect(result).toMatchObject({ for: 1, against: 0, abstain: 0 });
    expect(result.notCounted.map(({ nth, why }) => [nth, why])).toEqual([
      [1, "changed"],
      [3, "late"],
    ]);
  });

  test("a vote of who is no member when voting closes, and of the member that it is about", () => {
    const result = tally(
      rules(),
      ballot({
        kind: "suspend",
        about: "hill",
        members: two,
        cast: [cast("gone", "for"), cast("hill", "against"), cast("harbour", "for")],
      }),
    );
    expect(result.notCounted.map(({ organisationId, why }) => [organisationId, why])).toEqual([
      ["gone", "not-a-member"],
      ["hill", "own-matter"],
    ]);
    expect(result).toMatchObject({ all: 1, for: 1, why: "passed" });
  });

  test("a vote from before it opened", () => {
    const result = tally(
      rules(),
      ballot({ members: two, cast: [cast("hill", "for", { at: "2026-11-23T08:59:59.999Z" })] }),
    );
    expect(result.notCounted.map(({ why }) => why)).toEqual(["early"]);
  });
});

describe("for any members, rule and votes", () => {
  const NAMES = ["a", "b", "c", "d", "e", "f", "g"];
  const anyRule: fc.Arbitrary<VoteRule> = fc.oneof(
    fc.constant<VoteRule>({ kind: "one-each" }),
    fc.record({ kind: fc.constant("by-list" as const), withoutList: fc.integer({ min: 1, max: 9_000 }) }),
    fc.record({
      kind: fc.constant("mix" as const),
      withoutList: fc.integer({ min: 1, max: 9_000 }),
      byMember: fc.integer({ min: 1, max: 99 }),
    }),
  );
  const anyMembers = fc
    .array(fc.option(fc.integer({ min: 0, max: 60_000 })), { minLength: 1, maxLength: NAMES.length })
    .map((lists) => lists.map((patients, index) => member(NAMES[index] ?? "", patients)));
  const anyRules = fc
    .record({
      votes: anyRule,
      threshold: fc.integer({ min: 500, max: 1_000 }),
      quorum: fc.integer({ min: 0, max: 1_000 }),
    })
    .map(({ votes, threshold, quorum }) =>
      rules({ votes, quorum, thresholds: { ...FIRST_CONSTITUTION.thresholds, policy: threshold } }),
    );
  const anyCast = fc
    .array(
      fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...CHOICES), fc.integer({ min: -2, max: 2 })),
      {
        maxLength: 20,
      },
    )
    .map((said) => {
      const nth = new Map<string, number>();
      return said.map(([name, choice, day]): VoteCast => {
        nth.set(name, (nth.get(name) ?? 0) + 1);
        const at = day === 2 ? CLOSES : day === -2 ? "2026-11-01T09:00:00.000Z" : IN_TIME;
        return cast(name, choice, { nth: nth.get(name) ?? 1, at });
      });
    });
  const check = <Args extends [unknown, ...unknown[]]>(property: fc.IProperty<Args>) =>
    fc.assert(property, { numRuns: runs(300, 20_000) });

  it("the order of votes is of no matter", () => {
    check(
      fc.property(
        anyRules,
        anyMembers,
        anyCast,
        fc.infiniteStream(fc.nat()),
        (by, members, said, shuffle) => {
          const mixed = said
            .map((vote) => ({ vote, key: shuffle.next().value ?? 0 }))
            .sort((x, y) => x.key - y.key)
            .map(({ vote }) => vote);
          const result = tally(by, ballot({ members, cast: said }));
          expect(tally(by, ballot({ members, cast: mixed }))).toEqual(result);
        },
      ),
    );
  });

  it("every vote is on one side and once in the sum, and every line is whole", () => {
    check(
      fc.property(anyRules, anyMembers, anyCast, (by, members, said) => {
        const result = tally(by, ballot({ members, cast: said }));
        expect(result.for + result.against + result.abstain + result.silent).toBe(result.all);
        expect(result.lines.reduce((sum, { votes }) => sum + votes, 0)).toBe(result.all);
        expect(result.lines.every(({ votes }) => Number.isSafeInteger(votes) && votes >= 0)).toBe(true);
        const counted = result.lines.filter(({ choice }) => choice !== null).length;
        expect(counted + result.notCounted.length).toBe(said.length);
      }),
    );
  });

  it("more for it never turns what passed into what did not", () => {
    check(
      fc.property(anyRules, anyMembers, anyCast, fc.nat(), (by, members, said, which) => {
        const before = tally(by, ballot({ members, cast: said }));
        const name = members[which % members.length]?.organisationId ?? "";
        const nth = said.filter(({ organisationId }) => organisationId === name).length + 1;
        const after = tally(by, ballot({ members, cast: [...said, cast(name, "for", { nth })] }));
        if (hasPassed(before)) expect(after.why).toBe("passed");
      }),
    );
  });

  it("it passes just when those for it are as many as are needed, and enough took part", () => {
    check(
      fc.property(anyRules, anyMembers, anyCast, (by, members, said) => {
        const result = tally(by, ballot({ members, cast: said }));
        const cast = result.for + result.against + result.abstain;
        const does = result.needed !== null && result.for >= result.needed && cast >= result.neededToCount;
        expect(hasPassed(result)).toBe(does);
      }),
    );
  });

  it("in a mix, the part that is shared alike and the part by people are what the rule says", () => {
    check(
      fc.property(anyMembers, fc.integer({ min: 1, max: 99 }), (members, byMember) => {
        const mixed = withVotes({ kind: "mix", withoutList: 500, byMember }, members);
        const people = mixed.reduce((sum, { countsAs }) => sum + countsAs, 0);
        const all = mixed.reduce((sum, { votes }) => sum + votes, 0);
        for (const { votes, countsAs } of mixed) {
          // votes / all = byMember / 100 / members + (100 - byMember) / 100 × its people / all people
          const share =
            BigInt(byMember) * BigInt(people) + BigInt(100 - byMember) * BigInt(countsAs * mixed.length);
          expect(BigInt(votes) * 100n * BigInt(people * mixed.length)).toBe(share * BigInt(all));
        }
      }),
    );
  });
});
