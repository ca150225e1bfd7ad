import { describe, expect, it } from "vitest";
import { LONGEST_AGO_MS, MOST_TOLD, Told } from "./told";

const ID = "0123456789abcdef0123456789abcdef";
const BACK = { kind: "back" };
const one = (change: object) => [{ id: ID, ago: 0, event: BACK, ...change }];

describe("what a browser tells", () => {
  it.each([
    ["nothing at all", []],
    ["no list", { id: ID, ago: 0, event: BACK }],
    ["more than may be told at once", Array.from({ length: MOST_TOLD + 1 }, () => one({})[0])],
    ["of the future", one({ ago: -1 })],
    ["of just now, from the future", one({ ago: -Number.MIN_VALUE })],
    ["of no time", one({ ago: null })],
    ["of a time in words", one({ ago: "5" })],
    ["of a time that is none", one({ ago: Number.NaN })],
    ["of ever", one({ ago: Number.POSITIVE_INFINITY })],
    ["under no id", one({ id: "" })],
    ["under a short id", one({ id: ID.slice(1) })],
    ["under a long id", one({ id: `${ID}0` })],
    ["under an id as the server's own are", one({ id: "01234567-89ab-cdef-0123-456789abcdef" })],
    ["under an id in capitals", one({ id: ID.toUpperCase() })],
    ["of nothing", one({ event: null })],
    ["of what only the server sees", one({ event: { kind: "reached", task: "find" } })],
    [
      "of what only a facilitator says",
      one({ event: { kind: "tagged", tag: "quote", severity: null, note: "", by: "me" } }),
    ],
    [
      "that they agreed to more",
      one({ event: { kind: "consented", version: 1, permissions: ["keep-typing"] } }),
    ],
    ["of a page farther down than its end", one({ event: { kind: "scroll", depth: 1.01 } })],
    ["of a rest of more than an hour", one({ event: { kind: "hesitated", ms: 3_600_001 } })],
    ["of a rest of less than nothing", one({ event: { kind: "hesitated", ms: -1 } })],
    ["of a thing with a name without end", one({ event: { kind: "click", on: "x".repeat(201) } })],
    ["more typing than a field holds", one({ event: { kind: "typed", on: "q", text: "x".repeat(2_001) } })],
  ])("is not taken when it is told %s", (_, told) => {
    expect(Told.safeParse(told).success).toBe(false);
  });

  it("is taken as what it is, however long ago, and says of nobody whose it is", () => {
    const more = { participant: "somebody-else", at: "2031-01-01T00:00:00.000Z", seq: 1 };
    const told = one({ ago: 1e308, ...more, event: { ...BACK, by: "somebody-else" } });
    expect(Told.parse(told)).toEqual([{ id: ID, ago: LONGEST_AGO_MS, event: BACK }]);
    expect(Told.parse(one({ ago: 0.4 }))).toEqual([{ id: ID, ago: 0.4, event: BACK }]);
  });
});
