import { describe, expect, it } from "vitest";
import { TakingPart } from "~tests/support/lab-session";
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

  it("tell of the end of a break that ends by a page", () => {
    const rested = new TakingPart("M1", "brand").begin("ask").page("/").wait(10).tell({ kind: "paused" });
    rested.page("/").wait(300).page("/search").wait(5).page("/basket");
    const told = momentsOf(rested.session.record);
    expect(told.map(({ event }) => (event.kind === "page" ? event.pattern : event.kind))).toEqual([
      "task-begun",
      "/",
      "paused",
      "/",
      "resumed",
      "/search",
      "/basket",
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    expect([told[4]?.afterMs, told[5]?.afterMs]).toEqual([310_000, 310_000]);
  });

  it("tell once of a break that ends by going on, and by no page that is seen again where it began", () => {
    const rested = new TakingPart("M2", "brand").begin("ask").page("/").tell({ kind: "paused" }).wait(60);
    rested.page("/").wait(2).tell({ kind: "resumed" }).page("/search");
    const kinds = momentsOf(rested.session.record).map(({ event }) => event.kind);
    expect(kinds).toEqual(["task-begun", "page", "paused", "page", "resumed", "page"]);
  });
});
