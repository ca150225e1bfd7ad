import { expect, it } from "vitest";
import { blankStudy } from "./edit-study";
import { notToldIn } from "./told-first";
import { WHOSE_BOX } from "./whose-box";

const BLANK = blankStudy("A study", "grace-okonkwo", 1).information;

it("a study that was just made says all that holds for everybody", () => {
  expect(notToldIn(BLANK)).toEqual([]);
  expect(notToldIn(WHOSE_BOX.information)).toEqual([]);
});

it("where lines are broken does not matter", () => {
  expect(notToldIn(BLANK.replaceAll(" ", "\n"))).toEqual([]);
});

it("words that promise something else are missed", () => {
  const kept = "If you stop, we keep what you did until then.";
  expect(notToldIn(BLANK.replace(kept, "If you stop, we delete all of it."))).toEqual([kept]);
  expect(notToldIn("It takes an hour.")).toHaveLength(4);
});
