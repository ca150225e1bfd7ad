import { describe, expect, it } from "vitest";
import { SUS_ITEMS } from "~/domain/usability/log";
import { susScore } from "~/domain/usability/statistics/sus";
import { SEQ_WORDS, SUS_ENDS, SUS_WORDS } from "./questions";

/**
 * As Brooke published it: SUS: a "quick and dirty" usability scale, in Jordan, Thomas, Weerdmeester and McClelland (eds),
 * Usability Evaluation in Industry (1996) 189-194; the same ten at measuringu.com/sus.
 */
const PUBLISHED = [
  "I think that I would like to use this system frequently",
  "I found the system unnecessarily complex",
  "I thought the system was easy to use",
  "I think that I would need the support of a technical person to be able to use this system",
  "I found the various functions in this system were well integrated",
  "I thought there was too much inconsistency in this system",
  "I would imagine that most people would learn to use this system very quickly",
  "I found the system very cumbersome to use",
  "I felt very confident using the system",
  "I needed to learn a lot of things before I could get going with this system",
];
/** Which of them are said in favour of what is judged: the first, the third and so on. */
const IN_FAVOUR = [0, 2, 4, 6, 8];
const [NOT_AT_ALL, FULLY] = [1, 5];

describe("System Usability Scale", () => {
  it("is asked in its ten published lines, of a website, with awkward for cumbersome", () => {
    // Awkward: Finstad, Journal of Usability Studies 1 (2006) 185-188; Bangor, Kortum and Miller, IJHCI 24 (2008) 574-594.
    expect(SUS_WORDS).toHaveLength(SUS_ITEMS);
    expect(SUS_WORDS.map(({ words }) => words)).toEqual(
      PUBLISHED.map((words) => `${words.replace("system", "website").replace("cumbersome", "awkward")}.`),
    );
  });

  it("goes from strongly disagree, 1, to strongly agree, 5", () => {
    expect(SUS_ENDS).toEqual({ low: "Strongly disagree", high: "Strongly agree", steps: 5 });
  });

  it("is said by turns in favour and against, and each line weighs as it is said", () => {
    const middle = PUBLISHED.map(() => 3);
    for (const item of PUBLISHED.keys()) {
      const agreed = susScore(middle.with(item, FULLY)) ?? -1;
      const disagreed = susScore(middle.with(item, NOT_AT_ALL)) ?? -1;
      expect([agreed, disagreed], PUBLISHED[item]).toEqual(IN_FAVOUR.includes(item) ? [55, 45] : [45, 55]);
    }
  });
});

// Sauro, 10 things to know about the Single Ease Question, measuringu.com/seq10.
it("the Single Ease Question is asked as published, from 1 to 7", () => {
  expect(SEQ_WORDS).toEqual({
    words: "Overall, how difficult or easy was the task to complete?",
    low: "Very difficult",
    high: "Very easy",
    steps: 7,
  });
});
