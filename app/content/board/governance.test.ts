import { expect, it } from "vitest";
import { FIRST_CONSTITUTION } from "~/domain/governance/constitution";
import { type Choice, tally, turnout } from "~/domain/governance/tally";
import { resultWords, SUM, standingWords } from "./governance";

const OPENS = "2026-11-23T09:00:00.000Z";

/** A vote that closed, on a box rule, that needs so many thousandths. */
function counted(threshold: number, choices: readonly Choice[], about: string | null = null) {
  const thresholds = { ...FIRST_CONSTITUTION.thresholds, "box-rule": threshold, suspend: threshold };
  return tally(
    { ...FIRST_CONSTITUTION, thresholds },
    {
      kind: about === null ? "box-rule" : "suspend",
      about,
      members: choices.map((_, number) => ({ organisationId: `m${number}`, patients: null })),
      cast: choices.map((choice, number) => ({ organisationId: `m${number}`, nth: 1, choice, at: OPENS })),
      opensAt: OPENS,
      closesAt: "2026-11-26T17:00:00.000Z",
    },
  );
}
const sumOf = ({ threshold, needed, ...sums }: ReturnType<typeof counted>) =>
  SUM.needed(threshold, sums.for + sums.against, needed ?? 0);

it("the sum says what anyone can work out: half of four votes is no three, but more than half is", () => {
  const half = counted(500, ["for", "for", "against", "against"]);
  expect(half).toMatchObject({ needed: 3, why: "tie" });
  expect(sumOf(half)).toBe("More than half of 4 is 3 votes.");
  expect(sumOf(counted(750, ["for", "for", "for", "for", "against"]))).toBe(
    "75% of 5 is 4 votes, rounded up to a whole one.",
  );
  expect(resultWords(half)).toBe("It does not pass: as many are for it as are against.");
});

it("how many have voted is of those who have a vote, and of votes that count", () => {
  const suspending = counted(750, ["for", "for", "against"], "m2");
  expect(turnout(suspending)).toEqual({ voted: 2, of: 2 });
  const { lines } = suspending;
  expect(turnout({ lines: lines.map((line) => ({ ...line, choice: null })) })).toEqual({ voted: 0, of: 2 });
});

it("what passed and was given up says so, and what was taken back is something else", () => {
  const moments = { opens: "", closes: "", applies: "", over: "noon" };
  expect(standingWords("withdrawn", moments, true)).toBe(
    "It passed, could not be done, and was given up at noon.",
  );
  expect(standingWords("withdrawn", moments, false)).toBe("It was taken back at noon.");
});
