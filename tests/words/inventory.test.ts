import { expect, it } from "vitest";
import { sourceFiles, textsIn } from "~tests/support/words-in-source";

/**
 * How many texts still stand in pages and not in app/content, where another language can take their place. The figures
 * may only fall: a page that is touched takes its words along, and the figure is lowered here.
 */
const MOST_LEFT = { "app/components": 272, "app/routes": 104 } as const;

/** Text between tags, or in an attribute that is read. A lone name or number in it is no sentence to translate. */
const leftIn = (folder: string) =>
  sourceFiles([folder])
    .flatMap(textsIn)
    .filter(({ inMarkup, text }) => inMarkup && /[A-Za-z]{2}/.test(text));

it.each(Object.entries(MOST_LEFT))("%s has no more texts of its own than it had", (folder, most) => {
  const left = leftIn(folder);
  const listed = left.map(({ file, line, text }) => `${file}:${line} ${text}`).join("\n");
  expect(left.length, `Move words to app/content, or lower the figure to ${left.length}:\n${listed}`).toBe(
    most,
  );
});
