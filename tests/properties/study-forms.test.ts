import { describe, expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { Study } from "~/domain/usability/study";
import { WHOSE_BOX } from "~/domain/usability/whose-box";
import {
  aboutForm,
  endForm,
  type PartForm,
  partOf,
  questionForm,
  scriptForm,
  titleOf,
} from "~/routes/lab/study-parts";
import { taskForm } from "~/routes/lab/task-form";
import { variantForm, withOneMore } from "~/routes/lab/variant-form";
import { readForm } from "~/routes/read-form";
import { larkmouth } from "~seeds/reference/larkmouth";

const TOWN = buildDirectory(larkmouth("2026-11-30"));
/** The ready study, with every kind of variant beside its own. */
const STUDY: Study = Study.parse({
  ...WHOSE_BOX,
  variants: [
    ...WHOSE_BOX.variants,
    {
      id: "all",
      name: "All at once",
      changes: [
        { change: "box-style", services: ["physiotherapy", "sleep"], style: "partner" },
        { change: "box-style", services: ["sleep"], style: "both" },
        { change: "words", service: "sleep", name: "Nights", summary: null },
        { change: "words", service: "physiotherapy", name: null, summary: "For what hurts" },
        { change: "order", points: { distance: 0, wait: 100 } },
      ],
    },
  ],
});

function sent(typed: PartForm<unknown>["typed"], change: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries({ ...typed, ...change }))
    for (const value of typeof values === "string" ? [values] : values) form.append(name, value);
  return form;
}

/** What the study is after a part's form was sent as it stood. */
function sentAsItStands<Value>({ schema, typed, apply }: PartForm<Value>): Study {
  const read = readForm(schema, sent(typed));
  if (!read.ok) throw new Error(JSON.stringify(read.sent.errors));
  return Study.parse(apply(STUDY, read.value));
}

const task = (id: string | null) => taskForm(STUDY, id, TOWN, "kit-morrow");
const variant = (id: string | null) => variantForm(STUDY, id, TOWN);

describe("a part's form that is sent as it stands", () => {
  it.each(STUDY.tasks)("leaves task $id as it was", ({ id }) => {
    expect(sentAsItStands(task(id))).toEqual(STUDY);
  });
  it.each(STUDY.variants)("leaves variant $id as it was", ({ id }) => {
    expect(sentAsItStands(variant(id))).toEqual(STUDY);
  });
  it.each(STUDY.questions)("leaves question $id as it was", ({ id }) => {
    expect(sentAsItStands(questionForm(STUDY, id))).toEqual(STUDY);
  });
  it("leaves aims, script and end as they were", () => {
    expect(sentAsItStands(aboutForm(STUDY))).toEqual(STUDY);
    expect(sentAsItStands(scriptForm(STUDY))).toEqual(STUDY);
    expect(sentAsItStands(endForm(STUDY))).toEqual(STUDY);
  });
});

it("a new question is called like no other field of the form that asks it, and like no known scale", () => {
  const made = (words: string) => {
    const { schema, typed, apply } = questionForm(STUDY, null);
    const read = readForm(schema, sent(typed, { words, kind: "text" }));
    if (!read.ok) throw new Error(JSON.stringify(read.sent.errors));
    return apply(STUDY, read.value).questions.at(-1)?.id;
  };
  expect(["Task?", "Intent", "SEQ", "SUS 3", "Who treats"].map(made)).toEqual([
    "task-2",
    "intent-2",
    "seq-2",
    "sus-3-2",
    "who-treats-2",
  ]);
});

describe("a part's form that is wrong", () => {
  const wrong = <Value>({ schema, typed }: PartForm<Value>, change: Record<string, string>) => {
    const read = readForm(schema, sent(typed, change));
    return read.ok ? [] : read.sent.errors.map(({ field }) => field);
  };

  it.each([
    [{ id: "Not a name" }, "id"],
    [{ id: "falls" }, "id"],
    [{ words: " " }, "words"],
    [{ startsAt: "requests" }, "startsAt"],
    [{ before: "ask for it" }, "before"],
    [{ by: "luck" }, "by"],
    [{ by: "event", event: "part-closed" }, "event"],
    [{ by: "address", pattern: "nowhere" }, "pattern"],
    [{ by: "address", pattern: "/", values: "service" }, "values"],
    [{ by: "address", pattern: "/service/:service" }, "pattern"],
    [{ by: "address", pattern: "/services/:service", values: "name: sleep" }, "values"],
    [{ startsAt: "/servces" }, "startsAt"],
    [{ path: "/\n/search" }, "path"],
    [{ by: "judgement", of: "" }, "of"],
    [{ path: "" }, "path"],
    [{ limit: "61" }, "limit"],
  ])("says which field of a task: %o", (change, field) => {
    expect(wrong(task("ask"), change as unknown as Record<string, string>)).toEqual([field]);
  });

  it.each([
    [{ kind: "guess" }, "kind"],
    [{ words: "" }, "words"],
    [{ kind: "scale", low: "", high: "Much" }, "low"],
    [{ kind: "scale", low: "Little", high: "Much", steps: "1" }, "steps"],
    [{ kind: "choice", options: "One" }, "options"],
    [{ kind: "comprehension", truth: "the-weather" }, "truth"],
  ])("says which field of a question: %o", (change, field) => {
    expect(wrong(questionForm(STUDY, "who-treats"), change as unknown as Record<string, string>)).toEqual([
      field,
    ]);
  });

  it.each([
    [{ name: "" }, "name"],
    [{ style: "nobody" }, "style"],
    [{ of: "alchemy", called: "Gold" }, "of"],
    [{ wait: "101" }, "wait"],
    [{ "style-2": "nobody" }, "style-2"],
    [{ "of-2": "", "called-2": "Gold" }, "of-2"],
  ])("says which field of a variant: %o", (change, field) => {
    expect(wrong(variant("as-it-is"), change as unknown as Record<string, string>)).toEqual([field]);
  });
});

it("a variant's form has room for one more of what it has several of, and says nothing of what is left empty", () => {
  const { schema, typed, apply } = variant("all");
  const more = withOneMore(withOneMore(typed, "style"), "words");
  expect(more).toEqual({ ...typed, "style-3": "", "of-3": "" });
  const read = readForm(schema, sent(more));
  expect(read.ok && apply(STUDY, read.value)).toEqual(STUDY);
  const named = readForm(schema, sent(more, { "of-3": "falls-check", "called-3": "Why did I fall?" }));
  expect(named.ok && named.value.changes[4]).toEqual({
    change: "words",
    service: "falls-check",
    name: "Why did I fall?",
    summary: null,
  });
});

it("an address names a part that the study has, and nothing else", () => {
  expect(partOf(STUDY, "task-ask")).toEqual({ of: "task", id: "ask" });
  expect(partOf(STUDY, "new-task")).toEqual({ of: "task", id: null });
  expect(partOf(STUDY, "end")).toEqual({ of: "end" });
  for (const name of [undefined, "", "task-", "task-nothing", "new-end", "__proto__", "constructor"])
    expect(partOf(STUDY, name)).toBeUndefined();
  const titles = ["about", "task-ask", "variant-as-it-is", "question-why", "new-question"].map((name) => {
    const part = partOf(STUDY, name);
    if (part === undefined) throw new Error(name);
    return titleOf(STUDY, part);
  });
  expect(titles).toEqual([
    "Aims and consent",
    "Task “ask”",
    "Variant “As it is now: each in the name that was agreed”",
    "Question “What would make it clearer who your care comes from?”",
    "Question",
  ]);
});
