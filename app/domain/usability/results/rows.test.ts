import { expect, it } from "vitest";
import { BEGAN, BOX_STUDY, sixSessions, TakingPart } from "~tests/support/lab-session";
import { resultsOf } from "../results";
import { answerRows, eventRows, FILE_COLUMNS, pathRows, resultRows } from "./rows";

/** Rows by the names of their columns, without what is empty. */
function named([head = [], ...rows]: readonly (readonly string[])[]) {
  return rows.map((cells) =>
    Object.fromEntries(head.flatMap((name, place) => (cells[place] ? [[name, cells[place]]] : []))),
  );
}

it("what each participant did is a row a task, and a row for the end", () => {
  const rows = named(resultRows(BOX_STUDY, sixSessions(), BEGAN));
  expect(rows).toHaveLength(6 * 3);
  expect(rows[0]).toEqual({
    participant: "P1",
    variant: "brand",
    task: "ask",
    outcome: "success",
    how: "done",
    seconds: "60",
    ease: "6",
    errors: "0",
    pages_seen: "4",
    pages_different: "4",
    pages_needed: "4",
    lostness: "0",
    first_page: "/search",
    first_page_right: "true",
  });
  expect(rows[2]).toEqual({ participant: "P1", variant: "brand", outcome: "finished", sus: "100" });
  // P6 does not allow their pages to be followed.
  const last = rows.find(({ participant, task }) => participant === "P6" && task === "ask");
  expect(last).toEqual({
    participant: "P6",
    variant: "partner",
    task: "ask",
    outcome: "success",
    how: "done",
    seconds: "55",
    ease: "5",
  });
});

it("the row for the end says who goes on and who left in the middle", () => {
  const quiet = new TakingPart("Q", "brand").begin("ask").page("/");
  const outcomeAt = (now: string) => named(resultRows(BOX_STUDY, [quiet.session], now))[0]?.outcome;
  expect([BEGAN, "2026-11-25T09:59:59.999Z", "2026-11-25T10:00:00.000Z"].map(outcomeAt)).toEqual([
    "going-on",
    "going-on",
    "left",
  ]);
});

it("every answer is a row, with what was true; own words are those of who allows it", () => {
  const rows = named(answerRows(BOX_STUDY, sixSessions()));
  const of = (code: string, question: string) =>
    rows.find((row) => row.participant === code && row.question === question);
  expect(of("P1", "who")).toMatchObject({ value: "Larkmouth Care", truth: "Harbour Trust", right: "false" });
  expect(of("P2", "who")).toMatchObject({ right: "true" });
  expect(of("P1", "more")).toMatchObject({ value: "Words of P1" });
  expect(of("P6", "more")).toEqual({
    participant: "P6",
    variant: "partner",
    question: "more",
    withheld: "true",
  });
  expect(rows.filter(({ question }) => question === "sus-10")).toHaveLength(6);
});

it("events stand in the order in which they happened, with nothing that is not allowed", () => {
  const six = sixSessions();
  const rows = named(eventRows(BOX_STUDY, six));
  expect(rows.filter(({ participant }) => participant === "P6").map(({ kind }) => kind)).not.toContain(
    "page",
  );
  const first = rows.filter(({ participant }) => participant === "P1");
  expect(first.map(({ kind }) => kind).slice(0, 5)).toEqual([
    "consented",
    "task-shown",
    "task-begun",
    "page",
    "page",
  ]);
  expect(first[0]).toMatchObject({ kind: "consented", how: "study 1, words 1" });
  expect(first[3]).toMatchObject({ task: "ask", page: "/", method: "GET", status: "200" });
  const seconds = first.map((row) => Number(row.seconds));
  expect(seconds).toEqual([...seconds].sort((one, other) => one - other));
  const none = new TakingPart("S", "brand", []).does("ask", 3, ["/"]);
  expect(eventRows(BOX_STUDY, [none.session])).toEqual([FILE_COLUMNS.events]);
});

it("an answer that may not be told is marked as such, and one that is empty is not", () => {
  const wrote = (more: string) =>
    new TakingPart("P1", "brand", ["take-part"]).answers(null, { more }).session;
  const found = (more: string) => named(eventRows(BOX_STUDY, [wrote(more)])).at(-1);
  expect(found("My own words")).toMatchObject({ question: "more", withheld: "true" });
  expect(found("")).not.toHaveProperty("withheld");
});

it("a task that is judged in the middle of another takes nothing of it along", () => {
  const judged = new TakingPart("P1", "brand").does("ask", 30, ["/"]).begin("explain");
  judged.tell({ kind: "judged", task: "ask", success: true, by: "leon" }).page("/requests");
  const rows = named(eventRows(BOX_STUDY, [judged.session]));
  expect(rows.slice(-2).map(({ kind, task }) => [kind, task])).toEqual([
    ["judged", "ask"],
    ["page", "explain"],
  ]);
});

it("a way from page to page is a row", () => {
  const [head, first] = pathRows(resultsOf(BOX_STUDY, sixSessions(), BEGAN));
  expect(head).toEqual(["task", "from", "to", "people", "times"]);
  expect(first).toEqual(["ask", "/", "/search", "5", "5"]);
});
