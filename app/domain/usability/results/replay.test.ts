import { expect, it } from "vitest";
import { BOX_STUDY, TakingPart } from "~tests/support/lab-session";
import { permittedSession } from "./permitted";
import { replayOf } from "./replay";

const replayed = (person: TakingPart) => replayOf(permittedSession(BOX_STUDY, person.session));

it("a session is its tasks, each with its pages, and what happened on each until the next", () => {
  const person = new TakingPart("R1", "brand").wait(10).begin("ask").page("/").wait(4);
  person.tell({ kind: "click", on: "link Search" }).wait(2).page("/search").wait(30);
  person.tell({ kind: "tagged", tag: "confused", severity: null, note: "Frowns", by: "leon" });
  person.wait(4).tell({ kind: "task-over", task: "ask", how: "gave-up" });
  person.answers("ask", { seq: 2 }).wait(5).sus(3).tell({ kind: "finished" });
  const { lastsMs, parts } = replayed(person);
  expect(lastsMs).toBe(55_000);
  expect(parts.map(({ task, isEnd, sinceMs, untilMs }) => [task, isEnd, sinceMs, untilMs])).toEqual([
    [null, false, 0, 10_000],
    ["ask", false, 10_000, 55_000],
    [null, true, 55_000, 55_000],
  ]);
  const [home, search] = parts[1]?.pages ?? [];
  expect(home).toMatchObject({ page: { pattern: "/" }, sinceMs: 10_000, stayedMs: 6_000 });
  expect(home?.happened.map(({ event }) => event.kind)).toEqual(["click"]);
  expect(search).toMatchObject({ page: { pattern: "/search" }, stayedMs: 39_000 });
  expect(search?.happened.map(({ event }) => event.kind)).toEqual(["tagged", "task-over", "answered"]);
  expect(parts[2]?.pages[0]?.happened).toHaveLength(11);
});

it("of who does not allow it has no page, and of who allows nothing has nothing", () => {
  const silent = new TakingPart("R2", "brand", ["take-part"]).does("ask", 5, ["/", "/search"]);
  const pages = replayed(silent).parts.flatMap((part) => part.pages.map(({ page }) => page));
  expect(pages).toEqual([null, null]);
  const never = new TakingPart("R3", "brand", []).does("ask", 5, ["/"]);
  expect(replayed(never)).toMatchObject({ lastsMs: 0, parts: [{ pages: [] }] });
});

it("in which a break ended by a page tells that they go on, on the page where they had it", () => {
  const rested = new TakingPart("R4", "brand").begin("ask").page("/").wait(10).tell({ kind: "paused" });
  const [home, search] = replayed(rested.wait(60).page("/search").wait(2)).parts[1]?.pages ?? [];
  expect(home?.happened.map(({ event, sinceMs }) => [event.kind, sinceMs])).toEqual([
    ["paused", 10_000],
    ["resumed", 70_000],
  ]);
  expect(search?.happened).toEqual([]);
});
