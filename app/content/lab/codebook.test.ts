import { expect, it } from "vitest";
import { toJson } from "~/domain/shared/json";
import { resultsOf } from "~/domain/usability/results";
import { BEGAN, BOX_STUDY, sixSessions } from "~tests/support/lab-session";
import { codebook, codebookToRead } from "./codebook";

const ABOUT = { id: "box", name: "Whose box, in short", version: 1 };

/** The keys of a value, a dot before one that is within another. */
const keysIn = (value: object, within = ""): readonly string[] =>
  Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    typeof each === "object" && each !== null ? keysIn(each, `${within}${key}.`) : [`${within}${key}`],
  );

it("every key of a comparison in results.json is in the codebook, and no other", () => {
  const found: { compared: { of: string }[] } = JSON.parse(
    toJson(resultsOf(BOX_STUDY, sixSessions(), BEGAN)),
  );
  expect(new Set(found.compared.map(({ of }) => of))).toEqual(
    new Set(["completion", "comprehension", "time"]),
  );
  const { compared } = codebook(ABOUT);
  for (const comparison of found.compared) {
    const told = compared.find(({ of }) => of.some((each) => each === comparison.of))?.keys ?? [];
    expect(told.map(({ key }) => key).sort()).toEqual([...keysIn(comparison)].sort());
  }
});

it("what is in the codebook as data is there to read as well", () => {
  const text = codebookToRead(ABOUT);
  const { files, compared } = codebook(ABOUT);
  for (const { file, columns } of files) {
    expect(text).toContain(`## ${file}`);
    for (const { name, meaning } of columns) expect(text).toContain(`| ${name} | ${meaning} |`);
  }
  for (const { keys } of compared)
    for (const { key, meaning } of keys) expect(text).toContain(`| ${key} | ${meaning} |`);
});
