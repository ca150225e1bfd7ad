import { describe, expect, it } from "vitest";
import type { LabEvent, Recorded } from "./log";
import { sessionOf } from "./session";
import type { Study } from "./study";
import { attemptsOf, type PageInWorld, reachedBy } from "./success";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 9, 0, seconds)).toISOString();
const recorded = (...events: (readonly [number, LabEvent])[]): Recorded[] =>
  events.map(([seconds, event], place) => ({ seq: place + 1, at: at(seconds), event }));

const task = (id: string, success: Study["tasks"][number]["success"]): Study["tasks"][number] => ({
  id,
  words: "Find out who will see you.",
  person: "grace-okonkwo",
  signedIn: true,
  startsAt: "/",
  acts: [],
  success,
  optimalPath: ["/"],
  limitSeconds: null,
  questions: [],
  script: "",
});
const study = {
  tasks: [
    task("find", { by: "address", pattern: "/services/:service", values: { service: "physiotherapy" } }),
    task("ask", { by: "event", event: "request-submitted", service: "physiotherapy" }),
    task("say", { by: "judgement", of: "They name the trust." }),
  ],
  questions: [],
  seq: false,
  sus: false,
  atEnd: [],
} as unknown as Study;

const BEGUN: LabEvent = { kind: "task-begun", task: "find", world: "one" };
const OVER: LabEvent = { kind: "task-over", task: "find", how: "done" };
const page = (seconds: number, change: Partial<PageInWorld> = {}): PageInWorld => ({
  at: at(seconds),
  method: "GET",
  pattern: "/services/:service",
  values: { service: "physiotherapy" },
  status: 200,
  ...change,
});
const foundIn = (record: readonly Recorded[], saw: readonly PageInWorld[]) =>
  attemptsOf(study, record).flatMap((attempt) => reachedBy(attempt, { did: [], saw }) ?? []);

describe("a success that the system sees", () => {
  it("is the page that the task leads to, in its own values, answered well, and while the task is worked at", () => {
    const record = recorded([10, BEGUN]);
    expect(foundIn(record, [page(12)])).toEqual([
      { id: "reached find one", at: at(12), event: { kind: "reached", task: "find" } },
    ]);
    for (const other of [
      page(9),
      page(12, { values: { service: "hearing" } }),
      page(12, { pattern: "/services" }),
      page(12, { status: 404 }),
      page(12, { method: "POST" }),
    ])
      expect(foundIn(record, [other])).toEqual([]);
  });

  it("is what the participant did to a request of the service, and nothing else", () => {
    const [attempt] = attemptsOf(study, recorded([10, { kind: "task-begun", task: "ask", world: "one" }]));
    if (attempt === undefined) throw new Error("It was begun");
    const did = (type: "request-submitted" | "question-asked", service: string) =>
      reachedBy(attempt, { did: [{ at: at(20), type, service }], saw: [] })?.at;
    expect(did("request-submitted", "physiotherapy")).toBe(at(20));
    expect(did("request-submitted", "hearing")).toBeUndefined();
    expect(did("question-asked", "physiotherapy")).toBeUndefined();
  });

  it("is looked for once, never where a facilitator judges, and again once the world was thrown away", () => {
    const judged = recorded([10, { kind: "task-begun", task: "say", world: "one" }]);
    expect(attemptsOf(study, judged)).toEqual([]);
    const reached: LabEvent = { kind: "reached", task: "find" };
    expect(attemptsOf(study, recorded([10, BEGUN], [12, reached]))).toEqual([]);
    const anew = recorded(
      [10, BEGUN],
      [12, reached],
      [20, { kind: "world-reset", task: "find", world: "two" }],
    );
    expect(foundIn(anew, [page(12)])).toEqual([]);
    expect(foundIn(anew, [page(21)]).map(({ id }) => id)).toEqual(["reached find two"]);
  });

  it("that was written down after the task was over counts when it happened before", () => {
    const record = recorded([10, BEGUN], [30, OVER]);
    expect(foundIn(record, [page(31)])).toEqual([]);
    const [late] = foundIn(record, [page(29)]);
    if (late === undefined) throw new Error("It was reached");
    const session = sessionOf(study, [...record, { seq: 3, ...late }], at(60));
    expect(session.tasks[0]?.reached).toBe(true);
    expect(sessionOf(study, [...record, { seq: 3, ...late, at: at(31) }], at(60)).tasks[0]?.reached).toBe(
      false,
    );
  });
});
