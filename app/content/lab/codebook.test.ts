import { expect, it } from "vitest";
import { toJson } from "~/domain/shared/json";
import { LabEvent } from "~/domain/usability/log";
import { resultsOf } from "~/domain/usability/results";
import { WHOSE_BOX } from "~/domain/usability/whose-box";
import { peopleOf } from "~tests/support/lab-people";
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

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;

it("every key of results.json is in the part of the codebook that is its own, and no other", () => {
  const { parts } = codebook(ABOUT);
  const seen = new Set<string>();
  const keysOf = (part: string) => {
    const found = parts.find((each) => each.part === part);
    if (found === undefined) throw new Error(`The codebook has no part “${part}”`);
    seen.add(part);
    return found.keys;
  };
  const look = (value: Json, part: string) => {
    const kind = part === "a question" ? keysOf(`a question: ${String(value.kind)}`) : [];
    const keys = [...keysOf(part), ...kind];
    expect([part, Object.keys(value).sort()]).toEqual([part, keys.map(({ key }) => key).sort()]);
    for (const { key, part: within } of keys)
      for (const each of [value[key]].flat())
        if (isJson(each)) {
          if (within === null) throw new Error(`${part}: ${key} holds keys, and no part says which`);
          look(each, within);
        }
  };
  const sessions = peopleOf(WHOSE_BOX, 7, 12);
  const tagged = sessions.flatMap(({ code, record }) =>
    record.filter(({ event }) => event.kind === "tagged").map(({ id }) => ({ code, event: id })),
  );
  const problem = { id: "p", title: "Nobody reads it", severity: 3, moments: tagged };
  const { compared: _, ...results }: Json = JSON.parse(
    toJson(resultsOf(WHOSE_BOX, sessions, BEGAN, [problem])),
  );
  look(results, "results");
  const others = ["a problem in problems.json", "evidence in problems.json"];
  expect([...seen, ...others].sort()).toEqual(parts.map(({ part }) => part).sort());
});

it("every kind of thing that is recorded is in the codebook, and no other", () => {
  const recorded = LabEvent.options.map(({ shape }) => shape.kind.value);
  expect(
    codebook(ABOUT)
      .kinds.map(({ kind }) => kind)
      .sort(),
  ).toEqual([...recorded].sort());
});

it("what is in the codebook as data is there to read as well", () => {
  const text = codebookToRead(ABOUT);
  const { files, kinds, parts, compared } = codebook(ABOUT);
  for (const { kind, meaning } of kinds) expect(text).toContain(`| ${kind} | ${meaning} |`);
  for (const { keys } of parts)
    for (const { key, meaning } of keys) expect(text).toContain(`| ${key} | ${meaning}`);
  for (const { file, columns } of files) {
    expect(text).toContain(`## ${file}`);
    for (const { name, meaning } of columns) expect(text).toContain(`| ${name} | ${meaning} |`);
  }
  for (const { keys } of compared)
    for (const { key, meaning } of keys) expect(text).toContain(`| ${key} | ${meaning} |`);
});
