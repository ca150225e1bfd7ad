import { describe, expect, it } from "vitest";
import type { LabEvent } from "./log";
import { lastPageOf, momentsOf } from "./moments";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 9, 0, seconds)).toISOString();
const page = (title: string, method: "GET" | "POST" = "GET"): LabEvent => ({
  kind: "page",
  method,
  pattern: "/services",
  values: {},
  status: 200,
  title,
  errors: [],
  snapshot: null,
});

describe("the moments of a session", () => {
  it("stand in the order in which they happened, however late they were told, with the time since their task began", () => {
    const events: readonly (readonly [number, LabEvent])[] = [
      [0, { kind: "consented", version: 1, permissions: ["take-part"] }],
      [10, { kind: "task-begun", task: "find", world: "one" }],
      [11, page("Home")],
      [40, page("Services")],
      [42, { kind: "scroll", depth: 0.4 }],
      [25, { kind: "click", on: "link Services" }],
      [50, { kind: "task-over", task: "find", how: "done" }],
      [70, { kind: "task-begun", task: "read", world: "one" }],
      [71, page("Send", "POST")],
    ];
    const moments = momentsOf(
      events.map(([seconds, event], place) => ({ seq: place + 1, id: `e${place}`, at: at(seconds), event })),
    );
    expect(moments.map(({ task, afterMs, event }) => [task, afterMs, event.kind])).toEqual([
      ["find", 0, "task-begun"],
      ["find", 1_000, "page"],
      ["find", 15_000, "click"],
      ["find", 30_000, "page"],
      ["find", 40_000, "task-over"],
      ["read", 0, "task-begun"],
      ["read", 1_000, "page"],
    ]);
    expect(lastPageOf(moments)?.event.title).toBe("Services");
    expect(lastPageOf([])).toBeUndefined();
  });
});
