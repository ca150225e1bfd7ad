import { describe, expect, it } from "vitest";
import { instant, milliseconds } from "~/domain/shared/time";
import { BEGAN, BOX_STUDY, sixSessions, TakingPart } from "~tests/support/lab-session";
import { fewOf, isOfVeryFew, resultsOf } from "./results";

const results = resultsOf(BOX_STUDY, sixSessions(), BEGAN);
const [ask, explain] = results.tasks;
if (ask === undefined || explain === undefined) throw new Error("The study has two tasks");
const inVariant = (task: typeof ask, id: string) => {
  const found = task.byVariant.find(({ variant }) => variant === id);
  if (found === undefined) throw new Error(`No variant ${id}`);
  return found.figures;
};
const near = (value: number | undefined, other: number) =>
  expect(Math.abs((value ?? Number.NaN) - other)).toBeLessThan(1e-6);
/** Of a table of Student's t: 97.5 % at 1 to 5 degrees of freedom. */
const T = [12.706204736, 4.30265273, 3.182446305, 2.776445105, 2.570581836];
const Z = 1.9599639845;

describe("six people who tried two variants", () => {
  it("are counted, and so are those of each variant", () => {
    expect(results.people).toEqual({ tookPart: 6, finished: 6, stopped: 0, left: 0, goingOn: 0 });
    expect(results.variants.map(({ people }) => people)).toEqual([3, 3]);
    expect(ask.all.attempts).toBe(6);
    expect(inVariant(ask, "brand").attempts).toBe(3);
  });

  it("did the task, 5 of 6, with the adjusted-Wald interval", () => {
    const { completion } = ask.all;
    const middle = (5 + Z ** 2 / 2) / (6 + Z ** 2);
    const reach = Z * Math.sqrt((middle * (1 - middle)) / (6 + Z ** 2));
    near(completion?.share, 5 / 6);
    near(completion?.low, middle - reach);
    near(completion?.high, Math.min(1, middle + reach));
    expect(ask.all.ended).toEqual({ done: 5, "gave-up": 1, "time-up": 0, "moved-on": 0 });
  });

  it("took a geometric mean of the times of those who did it", () => {
    const logs = [60, 120, 45, 50, 55].map(Math.log);
    const mean = logs.reduce((sum, each) => sum + each) / 5;
    const error = Math.sqrt(logs.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 4 / 5);
    near(ask.all.seconds?.mean, Math.exp(mean));
    near(ask.all.seconds?.interval?.low, Math.exp(mean - (T[3] ?? 0) * error));
    near(ask.all.seconds?.interval?.high, Math.exp(mean + (T[3] ?? 0) * error));
    expect(ask.all.seconds?.of).toBe(5);
  });

  it("found it easy or not, and said at the end what SUS makes a score and a grade of", () => {
    near(ask.all.ease?.mean, (6 + 4 + 2 + 7 + 7 + 5) / 6);
    const scores = [100, 75, 50, 100, 75, 50];
    const error = Math.sqrt(scores.reduce((sum, each) => sum + (each - 75) ** 2, 0) / 5 / 6);
    near(results.end.all.sus?.score.mean, 75);
    near(results.end.all.sus?.score.interval?.low, 75 - (T[4] ?? 0) * error);
    expect(results.end.all.sus).toMatchObject({ grade: "B", grades: { low: "F", high: "A+" } });
  });

  it("are told apart by what is true in their own world", () => {
    const who = ask.all.questions.find(({ id }) => id === "who");
    expect(who).toMatchObject({
      answered: 6,
      right: { count: 4, of: 6 },
      wrong: [
        { said: "Larkmouth Care", truth: "Harbour Trust", people: 1 },
        { said: "Nobody", truth: "Harbour Trust", people: 1 },
      ],
    });
    expect(ask.all.questions.find(({ id }) => id === "sure")).toMatchObject({ counts: [1, 0, 1, 2, 2] });
    expect(results.end.all.questions.find(({ id }) => id === "again")).toMatchObject({
      counts: [
        { option: "Yes", people: 5 },
        { option: "No", people: 1 },
      ],
    });
  });

  it("have no outcome where a facilitator has to judge, and has not", () => {
    expect(explain.all).toMatchObject({ attempts: 6, notJudged: 1, completion: { count: 4, of: 5 } });
    expect(inVariant(explain, "partner").completion).toMatchObject({ count: 2, of: 2 });
    // Of P5 there is one task with an outcome, which they did.
    near(results.end.all.done?.mean, (1 + 1 + 0 + 1 + 1 + 1) / 6);
  });

  it("are followed only where they allow it, and lost by Smith's measure", () => {
    expect(ask.all.path.of).toBe(5);
    expect(ask.all.lostness.mean?.of).toBe(5);
    // P2 saw 6 pages, 5 of them different; P3 saw 4, all different, and 4 are needed.
    near(ask.all.lostness.mean?.mean, Math.hypot(5 / 6 - 1, 4 / 5 - 1) / 5);
    expect(ask.all.lostness.lost).toMatchObject({ count: 0, of: 5 });
    expect(ask.all.firstPage).toMatchObject({
      right: { count: 4, of: 5 },
      counts: [
        { pattern: "/search", people: 4 },
        { pattern: "/how-it-works", people: 1 },
      ],
    });
  });

  it("left the shortest way where they did", () => {
    const { steps, gotThere } = ask.all.path;
    expect(steps.map(({ people }) => people)).toEqual([5, 5, 4, 4]);
    expect(gotThere).toBe(4);
    expect(steps[0]).toMatchObject({
      strayed: [{ pattern: "/how-it-works", people: 1 }],
      left: 1,
      cameBack: 1,
      ended: 0,
    });
    expect(steps[1]).toMatchObject({
      strayed: [
        { pattern: "/how-it-works", people: 1 },
        { pattern: "/privacy", people: 1 },
      ],
      left: 1,
      cameBack: 0,
      ended: 1,
    });
    expect(ask.all.path.links[0]).toEqual({ from: "/", to: "/search", people: 5, times: 5 });
  });

  it("are compared in all that can be, corrected together", () => {
    expect(results.compared.map(({ of, task, from, to }) => [of, task, from, to])).toEqual([
      ["completion", "ask", "brand", "partner"],
      ["time", "ask", "brand", "partner"],
      ["completion", "explain", "brand", "partner"],
      ["time", "explain", "brand", "partner"],
      ["comprehension", "ask", "brand", "partner"],
    ]);
    const [completion, time, , , comprehension] = results.compared;
    // 2 of 3 against 3 of 3: all tables with five successes are of one kind or the other, so p is 1.
    near(completion?.p, 1);
    // 1 of 3 against 3 of 3: (1 + 3 + ...) the tables no likelier are 3 ways to deal the first, and the same the other way round.
    near(comprehension?.p, (3 + 3) / 15);
    if (time?.of !== "time") throw new Error("The second is of time");
    near(time.effect.ratio, (45 * 50 * 55) ** (1 / 3) / (60 * 120) ** (1 / 2));
    // The smallest p is that of the time of the second task, by all five; the next, 0.4, by four is more than 1.
    const smallest = results.compared[3];
    near(smallest?.corrected, 5 * (smallest?.p ?? 1));
    expect(results.compared.map(({ corrected }) => corrected < 1)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});

describe("what a participant does not allow", () => {
  it("is in no result: nothing without taking part, no words without quoting", () => {
    const silent = new TakingPart("S1", "brand", ["take-part"])
      .does("ask", 30, ["/", "/search"])
      .tell({ kind: "tagged", tag: "quote", severity: null, note: "I would never", by: "leon" })
      .answers(null, { more: "My own words" });
    const never = new TakingPart("S2", "brand", []).does("ask", 30, ["/", "/search"]);
    const found = resultsOf(BOX_STUDY, [silent.session, never.session], BEGAN);
    expect(found.people.tookPart).toBe(1);
    expect(found.quotes).toEqual([]);
    expect(found.tasks[0]?.all.path.of).toBe(0);
    expect(JSON.stringify(found)).not.toMatch(/never|own words"|S2/);
    expect(found.end.all.questions.find(({ id }) => id === "more")).toMatchObject({
      answered: 1,
      said: [],
      empty: 0,
    });
  });

  it("is told from what was left empty, which is no answer", () => {
    const wrote = (code: string, words: string, ...allows: readonly "quote"[]) =>
      new TakingPart(code, "brand", ["take-part", ...allows]).answers(null, { more: words }).session;
    const sessions = [
      wrote("S1", "My own words"),
      wrote("S2", ""),
      wrote("S3", "", "quote"),
      wrote("S4", "Those too", "quote"),
    ];
    const { questions } = resultsOf(BOX_STUDY, sessions, BEGAN).end.all;
    expect(questions.find(({ id }) => id === "more")).toMatchObject({
      answered: 2,
      said: ["Those too"],
      empty: 2,
    });
  });

  it("that they take away is taken away from what was before too", () => {
    const changed = new TakingPart("S3", "brand").does("ask", 30, ["/", "/search"]);
    changed.tell({ kind: "consented", version: 1, permissions: ["take-part"] });
    expect(resultsOf(BOX_STUDY, [changed.session], BEGAN).tasks[0]?.all.path.of).toBe(0);
  });
});

describe("a session", () => {
  it("that was stopped in a task is not an attempt at it; pauses are no time; a reset begins the way and its time again", () => {
    const stopped = new TakingPart("T1", "brand").begin("ask").page("/").wait(10);
    stopped.tell({ kind: "stopped", by: "facilitator", why: "Tired" });
    const paused = new TakingPart("T2", "brand").begin("ask").page("/").page("/privacy").wait(20);
    paused.tell({ kind: "paused" }).wait(500).tell({ kind: "resumed" });
    paused
      .tell({ kind: "world-reset", task: "ask", world: "another" })
      .page("/")
      .page("/search", ["q", "q"])
      .wait(5);
    paused.tell({ kind: "reached", task: "ask" }).tell({ kind: "task-over", task: "ask", how: "done" });
    const { people, tasks } = resultsOf(BOX_STUDY, [stopped.session, paused.session], BEGAN);
    expect(people).toEqual({ tookPart: 2, finished: 0, stopped: 1, left: 0, goingOn: 1 });
    expect(tasks[0]).toMatchObject({ unfinished: 1, all: { attempts: 1, completion: { count: 1, of: 1 } } });
    near(tasks[0]?.all.seconds?.mean, 5);
    expect(tasks[0]?.all.path.links).toEqual([{ from: "/", to: "/search", people: 1, times: 1 }]);
    expect(tasks[0]?.all.errors).toMatchObject({
      mean: { mean: 2, interval: null },
      fields: [{ pattern: "/search", field: "q", people: 1 }],
    });
  });

  it("of whom nothing was heard for a day has left in the middle, whatever they allow, and goes on once they are back", () => {
    const quiet = new TakingPart("T5", "brand", ["take-part"])
      .begin("ask")
      .page("/")
      .wait(60)
      .page("/search");
    const ended = new TakingPart("T6", "brand").begin("ask");
    ended.tell({ kind: "stopped", by: "participant", why: "" });
    const after = (seconds: number) => instant(milliseconds(BEGAN) + seconds * 1_000);
    const [day, minute] = [24 * 3_600, 60];
    const at = (seconds: number) =>
      resultsOf(BOX_STUDY, [quiet.session, ended.session], after(seconds)).people;
    // What is last recorded of them is a page that they do not allow to be looked at.
    expect(at(day + minute - 1)).toEqual({ tookPart: 2, finished: 0, stopped: 1, left: 0, goingOn: 1 });
    expect(at(day + minute)).toEqual({ tookPart: 2, finished: 0, stopped: 1, left: 1, goingOn: 0 });
    quiet.wait(2 * day).page("/");
    expect(at(2 * day + 2 * minute)).toEqual({ tookPart: 2, finished: 0, stopped: 1, left: 0, goingOn: 1 });
  });

  it("that had a break has not seen the page again where the break began and ended; what is seen again later counts", () => {
    const rested = new TakingPart("T4", "brand").begin("ask").page("/").page("/privacy");
    rested.tell({ kind: "paused" }).page("/privacy").wait(60).tell({ kind: "resumed" }).page("/privacy");
    rested.page("/search").page("/privacy").tell({ kind: "task-over", task: "ask", how: "done" });
    const { lostness } = resultsOf(BOX_STUDY, [rested.session], BEGAN).tasks[0]?.all ?? {};
    // Of 4 that were seen 3 are different, and 4 were needed.
    near(lostness?.mean?.mean, Math.hypot(3 / 4 - 1, 0));
    const wrong = new TakingPart("T5", "brand").begin("ask").page("/privacy").tell({ kind: "paused" });
    wrong.tell({ kind: "resumed" }).page("/privacy", ["answer"]);
    wrong.tell({ kind: "task-over", task: "ask", how: "done" });
    expect(resultsOf(BOX_STUDY, [wrong.session], BEGAN).tasks[0]?.all.errors.mean?.mean).toBe(1);
  });

  it("whose browser was cut off has what it told later in its place", () => {
    const late = new TakingPart("T3", "brand")
      .begin("ask")
      .page("/")
      .wait(60)
      .page("/search")
      .does("explain", 9, []);
    const { record, ...session } = late.session;
    const at = record[3]?.at ?? "";
    const click = { seq: 99, id: "late", at, event: { kind: "click", on: "link Search" } as const };
    const over = { kind: "task-over", task: "ask", how: "done" } as const;
    const told = [...record.slice(0, 5), { seq: 6, id: "over", at: record[4]?.at ?? "", event: over }, click];
    expect(resultsOf(BOX_STUDY, [{ ...session, record: told }], BEGAN).tasks[0]?.all.firstClick).toEqual([
      { on: "link Search", people: 1 },
    ]);
  });

  it("has problems in the order of severity times the share of people, with what shows them", () => {
    const tagged = (code: string, ...notes: string[]) => {
      const one = new TakingPart(code, "brand").begin("ask").page("/search").wait(3);
      for (const note of notes) one.tell({ kind: "tagged", tag: "problem", severity: 3, note, by: "leon" });
      return one.session;
    };
    const sessions = [tagged("A", "No button", "Small words"), tagged("B", "No button"), tagged("C")];
    const problems = [
      { id: "small", title: "Words are small", severity: 4, moments: [{ code: "A", event: "A-6" }] },
      {
        id: "button",
        title: "Nobody sees the button",
        severity: 3,
        moments: [
          { code: "A", event: "A-5" },
          { code: "B", event: "B-5" },
          { code: "gone", event: "gone-5" },
        ],
      },
    ];
    const found = resultsOf(BOX_STUDY, sessions, BEGAN, problems).problems;
    expect(found.map(({ id, people }) => [id, people?.count, people?.of])).toEqual([
      ["button", 2, 3],
      ["small", 1, 3],
    ]);
    expect(found[0]?.moments[0]).toMatchObject({
      code: "A",
      task: "ask",
      sinceMs: 3_000,
      note: "No button",
      page: { pattern: "/search", snapshot: "page-4" },
    });
  });

  it("of nobody has figures of nobody", () => {
    const none = resultsOf(BOX_STUDY, [], BEGAN);
    expect(none.people.tookPart).toBe(0);
    expect(none.tasks[0]?.all).toMatchObject({ attempts: 0, completion: null, seconds: null, ease: null });
    expect(none.compared).toEqual([]);
    expect(none.end.all).toMatchObject({ people: 0, sus: null, done: null });
  });
});

it("few are said to be few", () => {
  expect([0, 4, 5, 19, 20].map(fewOf)).toEqual(["very-few", "very-few", "few", "few", "enough"]);
});

it.each([
  [{ completion: { count: 2, of: 4, share: 0.5 } }, true],
  [[{ all: { ease: { of: 5, mean: 3 } } }, { end: { sus: { score: { of: 3, mean: 60 } } } }], true],
  [{ ease: { of: 5, mean: 3 }, path: { of: 0 }, sus: null, words: "of 3" }, false],
])("figures of very few people are found wherever they stand: %j", (figures, expected) => {
  expect(isOfVeryFew(figures)).toBe(expected);
});
