import { expect, it } from "vitest";
import { BEGAN, BOX_STUDY, TakingPart } from "~tests/support/lab-session";
import { pagesNeeded as reckonedNeeded } from "~tests/support/reckoned";
import { resultsOf } from "../results";
import { WHOSE_BOX } from "../whose-box";
import { resultRows } from "./rows";
import { pagesNeeded } from "./shortest-way";

const STEP = "/services/:service/request/:step";

it("a page that a way comes back to is needed once, questions that follow each other are each needed", () => {
  const ways: readonly (readonly [readonly string[], number])[] = [
    [[], 0],
    [["/", "/search"], 2],
    [["/requests", "/requests/:reference", "/search", "/requests/:reference"], 3],
    [["/", STEP, STEP, STEP, "/requests"], 5],
    [["/", STEP, STEP, "/search", STEP, "/"], 4],
    [["/", STEP, "/search", STEP, STEP], 4],
  ];
  for (const [way, needed] of ways) {
    expect(pagesNeeded(way)).toBe(needed);
    expect(reckonedNeeded(way)).toBe(needed);
  }
});

it("the ready study needs three pages for a change of time, and each of its questions", () => {
  const needed = WHOSE_BOX.tasks.map(({ optimalPath }) => optimalPath.length - pagesNeeded(optimalPath));
  expect(needed).toEqual([0, 0, 0, 0, 0, 1]);
});

it("who goes the shortest way sees as many different pages as it needs, and what they see twice counts as seen", () => {
  const way = ["/requests", "/requests/:reference", "/requests/:reference/times/:fulfilment"];
  const optimalPath = [...way, "/requests/:reference"];
  const study = { ...BOX_STUDY, tasks: BOX_STUDY.tasks.map((task) => ({ ...task, optimalPath })) };
  const goes = (...pages: readonly string[]) => new TakingPart("R1", "brand").does("ask", 30, pages).session;
  const lostnessOf = (...pages: readonly string[]) =>
    resultsOf(study, [goes(...pages)], BEGAN).tasks[0]?.all.lostness.mean?.mean;
  // S is 4, N and R are 3: only the second sight of the request is left.
  expect(lostnessOf(...optimalPath)).toBeCloseTo(1 / 4, 9);
  // S and N are 4, R is 3.
  expect(lostnessOf(...way, "/privacy")).toBeCloseTo(1 / 4, 9);
  const [head = [], row = []] = resultRows(study, [goes(...optimalPath)], BEGAN);
  const of = (column: string) => row[head.indexOf(column)];
  expect([of("pages_seen"), of("pages_different"), of("pages_needed")]).toEqual(["4", "3", "3"]);
});
