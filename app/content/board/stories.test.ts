import { expect, test } from "vitest";
import { STORIES } from "~/domain/stage/stories";
import { STORY_WORDS } from "./stories";

const PLACES =
  /^(His phone|Her phone|The router|The clock of this stage|The front desk|The (next )?partner|The trust|The pharmacy|The pop-up): /;

test("where to look on the stage is the name of a pane, and no side: on a phone the panes stand one below the other", () => {
  const looks = STORIES.flatMap(({ id, steps }) =>
    steps.map((step) => STORY_WORDS[id].steps[step.id]?.look ?? `${id} has no words for ${step.id}`),
  );
  expect(looks.length).toBeGreaterThan(30);
  expect(looks.filter((look) => !PLACES.test(look))).toEqual([]);
  expect(looks.filter((look) => /\b(left|right|middle|top|bottom|above|below|beside)\b/i.test(look))).toEqual(
    [],
  );
});
