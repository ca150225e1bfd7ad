import { describe, expect, it } from "vitest";
import { BEGAN, BOX_STUDY, TakingPart } from "~tests/support/lab-session";
import { sessionOf, succeeded } from "./session";

const [ask, explain] = BOX_STUDY.tasks;
if (ask === undefined || explain === undefined) throw new Error("The study has two tasks");
const ONE_MINUTE = { ...BOX_STUDY, tasks: [{ ...ask, limitSeconds: 60 }, explain] };

/** How the first task went, in the end. */
function runOf(person: TakingPart, study = BOX_STUDY) {
  const { record } = person.session;
  const [run] = sessionOf(study, record, record.at(-1)?.at ?? BEGAN).tasks;
  if (run === undefined) throw new Error("The study has a first task");
  return run;
}
const someone = () => new TakingPart("P1", "brand").begin("ask");
const over = (how: "done" | "gave-up" | "time-up" | "moved-on") =>
  ({ kind: "task-over", task: "ask", how }) as const;
const REACHED = { kind: "reached", task: "ask" } as const;

describe("a task that is begun again in another world", () => {
  it("takes its time from there, and is judged anew", () => {
    const again = someone().wait(200).tell({ kind: "judged", task: "ask", success: false, by: "leon" });
    again.tell({ kind: "world-reset", task: "ask", world: "another" }).wait(30).tell(REACHED);
    const run = runOf(again.tell(over("done")));
    expect([run.workedMs, run.judged, succeeded(run)]).toEqual([30_000, null, true]);
  });

  it("in a break takes none until the break is over", () => {
    const again = someone().wait(200).tell({ kind: "paused" });
    again.tell({ kind: "world-reset", task: "ask", world: "another" }).wait(500).tell({ kind: "resumed" });
    expect(runOf(again.wait(7).tell(over("done"))).workedMs).toBe(7_000);
  });

  it("is not begun again once it is over", () => {
    const late = someone().wait(40).tell(REACHED).tell(over("done"));
    const run = runOf(late.tell({ kind: "world-reset", task: "ask", world: "another" }));
    expect([run.workedMs, succeeded(run)]).toEqual([40_000, true]);
  });
});

describe("a success that the system sees", () => {
  it("counts within the time of the task, breaks left out, and not after it", () => {
    const inTime = () => someone().wait(50).tell({ kind: "paused" }).wait(900).tell({ kind: "resumed" });
    const seen = inTime().wait(9).tell(REACHED).wait(40).tell(over("done"));
    expect(succeeded(runOf(seen, ONE_MINUTE))).toBe(true);
    const late = inTime().wait(11).tell(REACHED).tell(over("time-up"));
    expect([runOf(late, ONE_MINUTE).reached, succeeded(runOf(late, ONE_MINUTE))]).toEqual([true, false]);
    expect(succeeded(runOf(inTime().wait(11).tell(REACHED).tell(over("done"))))).toBe(true);
  });

  it("counts by when it happened, though it is written down once the task is over", () => {
    const { record } = someone().wait(59).tell(REACHED).wait(30).tell(over("time-up")).session;
    const [a, b, c, reached, end] = record;
    if (!a || !b || !c || !reached || !end) throw new Error("Five things happened");
    const [run] = sessionOf(ONE_MINUTE, [a, b, c, end, reached], end.at).tasks;
    expect(run && succeeded(run)).toBe(true);
  });

  it("is one when a facilitator then moves on, and none of who would rather stop", () => {
    const ended = (how: "moved-on" | "gave-up", ...seen: (typeof REACHED)[]) => {
      const person = someone().wait(20);
      for (const each of seen) person.tell(each);
      return succeeded(runOf(person.tell(over(how))));
    };
    expect([ended("moved-on", REACHED), ended("moved-on"), ended("gave-up", REACHED)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("questions that a facilitator goes on without", () => {
  const answered = () => someone().tell(over("done")).answers("ask", { seq: 5 });
  const standingOf = (person: TakingPart) => sessionOf(BOX_STUDY, person.session.record, BEGAN).standing;
  const left = (task: string | null) => ({ kind: "questions-left", task, by: "leon" }) as const;

  it("are behind the participant, and what was answered of them stays", () => {
    expect(standingOf(answered())).toEqual({ at: "after-task", task: "ask" });
    const led = answered().tell(left("ask"));
    expect(standingOf(led)).toEqual({ at: "task-shown", task: "explain" });
    expect([...runOf(led).answers.keys()]).toEqual(["seq"]);
  });

  it("are the end of the session when they are the last, and of no other", () => {
    const atEnd = () =>
      answered()
        .tell(left("ask"))
        .begin("explain")
        .tell({ ...over("done"), task: "explain" })
        .tell(left("explain"));
    expect(standingOf(atEnd())).toEqual({ at: "end" });
    expect(standingOf(atEnd().tell(left("ask")))).toEqual({ at: "end" });
    expect(standingOf(atEnd().tell(left(null)))).toEqual({ at: "over", how: "finished" });
  });
});

describe("a break", () => {
  const broken = () => someone().page("/").page("/search").wait(10).tell({ kind: "paused" }).wait(1);

  it("goes on while they stay on the page where it began", () => {
    const resting = broken().page("/search").wait(300);
    const { record } = resting.session;
    const session = sessionOf(
      BOX_STUDY,
      record,
      resting.tell({ kind: "left" }).session.record.at(-1)?.at ?? BEGAN,
    );
    expect([session.paused, session.tasks[0]?.workedMs]).toEqual([true, 10_000]);
  });

  it("is over for who goes to another page, or sends a form, without saying so", () => {
    const walked = broken().page("/search").wait(300).page("/services/:service", [], { service: "sleep" });
    expect(runOf(walked.wait(20).tell(over("done"))).workedMs).toBe(30_000);
    const sent = broken().page("/search").wait(300).page("/search", ["q"]);
    expect(runOf(sent.wait(5).tell({ kind: "resumed" }).wait(4).tell(over("done"))).workedMs).toBe(19_000);
  });

  it("is not over by a page that was asked for before it began and written down after", () => {
    const person = someone().page("/").wait(10).page("/search").wait(0.05).tell({ kind: "paused" });
    const [a, b, c, d, late, pause] = person.session.record;
    if (!a || !b || !c || !d || !late || !pause) throw new Error("Six things happened");
    const later = person.wait(60).tell({ kind: "left" }).session.record.at(-1)?.at ?? BEGAN;
    expect(sessionOf(BOX_STUDY, [a, b, c, d, pause, late], later).paused).toBe(true);
  });
});
