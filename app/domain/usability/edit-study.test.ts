import { describe, expect, it } from "vitest";
import { larkmouth } from "~seeds/reference/larkmouth";
import { buildDirectory } from "../directory/directory";
import { actsInLines, readActs } from "./acts-in-lines";
import { blankStudy, idFrom, moveItem, newTask, withItem, withoutItem } from "./edit-study";
import { misfits } from "./fits-town";
import { StartAct, Study } from "./study";
import { WHOSE_BOX } from "./whose-box";

const TOWN = buildDirectory(larkmouth("2026-11-30"));
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe("a study that is being made", () => {
  it("is whole from its first day", () => {
    const blank = blankStudy("Which words?", "grace-okonkwo", 7);
    expect(Study.parse(blank)).toEqual(blank);
    expect(Study.safeParse({ ...blank, tasks: [] }).error?.issues[0]?.message).toBe("A study needs a task");
  });

  it("has tasks put in, changed, moved and taken out", () => {
    const more = withItem(WHOSE_BOX, "tasks", "last", newTask("last", "kit-morrow"));
    expect(ids(more.tasks).at(-1)).toBe("last");
    const changed = withItem(more, "tasks", "last", newTask("final", "kit-morrow"));
    expect(ids(changed.tasks)).toEqual([...ids(WHOSE_BOX.tasks), "final"]);
    expect(ids(moveItem(WHOSE_BOX, "tasks", "falls", -1).tasks).slice(0, 2)).toEqual(["falls", "ask"]);
    expect(moveItem(WHOSE_BOX, "tasks", "ask", -1)).toEqual(WHOSE_BOX);
    expect(ids(withoutItem(changed, "tasks", "final").tasks)).toEqual(ids(WHOSE_BOX.tasks));
  });

  it("has no more of anything than fits an hour, and says so", () => {
    const fault = (change: object) => Study.safeParse({ ...WHOSE_BOX, ...change }).error?.issues[0]?.message;
    const [task] = WHOSE_BOX.tasks;
    const many = (of: object | undefined, howMany: number) =>
      Array.from({ length: howMany }, (_, at) => ({ ...of, id: `one-${at}` }));
    expect(fault({ tasks: many(task, 13) })).toBe("A study has 12 tasks at most");
    expect(fault({ variants: many(WHOSE_BOX.variants[0], 5) })).toBe("A study has 4 variants at most");
    expect(fault({ questions: many(WHOSE_BOX.questions[0], 49) })).toBe("A study has 48 questions at most");
  });

  it("asks a question nowhere once it is taken out", () => {
    const left = withoutItem(withoutItem(WHOSE_BOX, "questions", "who-treats"), "questions", "why");
    expect(Study.parse(left)).toEqual(left);
    expect(left.tasks.flatMap(({ questions }) => questions)).not.toContain("who-treats");
    expect(left.atEnd).toEqual([]);
  });

  it("names what is new by its words, and never like another", () => {
    expect(idFrom("Who would you ring?", new Set())).toBe("who-would-you-ring");
    expect(idFrom("Who would you ring?", new Set(["who-would-you-ring"]))).toBe("who-would-you-ring-2");
    expect(idFrom("12 !", new Set())).toBe("one");
  });
});

describe("what has happened before a task", () => {
  it.each(WHOSE_BOX.tasks)("is written in lines and read back: $id", ({ acts }) => {
    expect(readActs(actsInLines(acts), TOWN)).toEqual({ kind: "acts", acts });
  });

  it("knows every act", () => {
    const acts = [
      { act: "asked", service: "sleep", answers: { snore: "no" }, offer: "sleep-larkshore-phone-video" },
      { act: "accepted", inWorkingDays: 1, time: "09:00" },
      { act: "declined", reason: "22", note: "Full." },
      { act: "wanted-to-know", question: "Do you snore: yes or no?" },
      { act: "hours-passed", hours: 1.5 },
    ].map((each) => StartAct.parse(each));
    expect(readActs(actsInLines(acts), TOWN)).toEqual({ kind: "acts", acts });
  });

  it.each([
    "where: back",
    "accept tomorrow",
    "ask",
    "accept in 99 working days at 10:30",
    "ask sleep\nwhat is this",
  ])("says which line it cannot read: %s", (text) => {
    expect(readActs(text, TOWN)).toEqual({ kind: "not-read", line: text.split("\n").at(-1) });
  });
});

describe("whether a study fits a town", () => {
  const people = new Set(WHOSE_BOX.tasks.map(({ person }) => person));
  const [first] = WHOSE_BOX.tasks;
  if (first === undefined) throw new Error("No task");
  const withFirst = (change: object) =>
    misfits({ ...WHOSE_BOX, tasks: [{ ...first, ...change }] }, TOWN, people);

  it("the ready one fits Larkmouth", () => {
    expect(misfits(WHOSE_BOX, TOWN, people)).toEqual([]);
  });

  it("says who and what is not there", () => {
    expect(withFirst({ person: "nobody" })).toEqual(["Task “ask”: nobody here is called nobody"]);
    const asks = (change: object) => ({
      acts: [{ act: "asked", service: "sleep", answers: {}, offer: null, ...change }],
    });
    expect(withFirst(asks({ service: "alchemy" }))).toEqual(["Task “ask”: there is no service alchemy"]);
    expect(withFirst(asks({ answers: { dreams: "yes" } }))).toEqual([
      `Task “ask”: ${TOWN.service("sleep")?.name} has no question dreams`,
    ]);
    expect(withFirst(asks({ offer: "physiotherapy-capstan-house" }))).toEqual([
      `Task “ask”: ${TOWN.service("sleep")?.name} is not given as physiotherapy-capstan-house`,
    ]);
    expect(withFirst({ acts: [{ act: "accepted", inWorkingDays: 1, time: "09:00" }] })).toEqual([
      "Task “ask”: nothing was asked for yet, so nobody can answer",
    ]);
    const variants = [
      {
        id: "gold",
        name: "Gold",
        changes: [{ change: "box-style" as const, services: ["alchemy"], style: "both" as const }],
      },
    ];
    expect(misfits({ ...WHOSE_BOX, variants }, TOWN, people)).toEqual([
      "Variant “Gold”: A variant of an unknown service: alchemy",
    ]);
  });

  it("says which address nobody could ever come to, and what would be right", () => {
    const ends = (pattern: string, values: object = {}) =>
      withFirst({ success: { by: "address", pattern, values } });
    expect(ends("/services/:service", { service: "sleep" })).toEqual([]);
    expect(ends("/service/:service")).toEqual([
      "Task “ask”: “/service/:service” is no page of the front door. Did you mean “/services/:service”?",
    ]);
    expect(ends("/services/:service", { srvice: "sleep" })).toEqual([
      "Task “ask”: “/services/:service” has no place “srvice”, only “service”",
    ]);
    expect(ends("/services/:service", { service: "alchemy" })).toEqual([
      "Task “ask”: there is no service alchemy",
    ]);
    expect(withFirst({ startsAt: "/servces", optimalPath: ["/", "/search"] })).toEqual([
      "Task “ask”: “/servces” is no page of the front door. Did you mean “/services”?",
      "Task “ask”: “/search” is no page of the front door. Did you mean “/services”?",
    ]);
  });
});
