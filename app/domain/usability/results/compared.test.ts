import { expect, it } from "vitest";
import { BEGAN, BOX_STUDY, TakingPart } from "~tests/support/lab-session";
import { resultsOf } from "../results";

/** Five of a variant, of whom so many ask, so many explain, and so many know who treats them. */
const five = (
  variant: string,
  { ask, explain, know }: { readonly ask: number; readonly explain: number; readonly know: number },
) =>
  Array.from({ length: 5 }, (_, place) => {
    const one = new TakingPart(`${variant}-${place}`, variant);
    if (place < ask) one.does("ask", 30 + place, ["/"]);
    else one.givesUp("ask", 90, ["/"]);
    one.answers("ask", { who: place < know ? "Trust" : "Care" }, "Trust");
    return one
      .does("explain", 20 + place, ["/requests"])
      .tell({ kind: "judged", task: "explain", success: place < explain, by: "leon" }).session;
  });

it("each p is corrected by Holm for all comparisons, from the smallest on, in its own place", () => {
  const { compared } = resultsOf(
    BOX_STUDY,
    [...five("brand", { ask: 4, explain: 5, know: 5 }), ...five("partner", { ask: 1, explain: 0, know: 1 })],
    BEGAN,
  );
  // One of a time is none to compare. Of ways to deal out the successes: 5 of 10, 252; 6 of 10, 210.
  const exact = [
    // 4 and 1, 25 ways; 5 and 0, 1 way; and the same the other way round. The largest stays.
    { of: "completion", task: "ask", p: 52 / 252, corrected: 52 / 252 },
    // 5 and 0, 1 way; and the other way round. The smallest of three, by three.
    { of: "completion", task: "explain", p: 2 / 252, corrected: 6 / 252 },
    // 5 and 1, 5 ways; and the other way round. The next, by two.
    { of: "comprehension", task: "ask", p: 10 / 210, corrected: 20 / 210 },
  ];
  expect(compared).toMatchObject(
    exact.map(({ p, corrected, ...what }) => ({
      ...what,
      p: expect.closeTo(p, 9),
      corrected: expect.closeTo(corrected, 9),
    })),
  );
});
