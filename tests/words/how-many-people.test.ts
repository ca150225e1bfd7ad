import { expect, it } from "vitest";
import { resultsOf } from "~/domain/usability/results";
import { resultsView } from "~/routes/lab/results-view";
import { BEGAN, BOX_STUDY, sixSessions, TakingPart } from "~tests/support/lab-session";

const viewOf = (sessions: ReturnType<typeof sixSessions>) =>
  resultsView({ study: BOX_STUDY, results: resultsOf(BOX_STUDY, sessions, BEGAN) });

it("the score of SUS says of how many people it is, in short and in the line of its part", () => {
  const { summary, gists } = viewOf(sixSessions());
  expect(summary.find(({ value }) => value === "75.0")?.small).toBe(
    "of 100, which is grade B, from 6 people",
  );
  expect(gists.overall).toMatch(/75\.0 of 100, which is grade B, from 6 people$/);
});

it("what was clicked on first says of how many: of those alone who had scripts on", () => {
  const person = (code: string, ...clicks: string[]) => {
    const one = new TakingPart(code, "brand").begin("ask").page("/");
    for (const on of clicks) one.tell({ kind: "click", on });
    return one.tell({ kind: "task-over", task: "ask", how: "done" }).session;
  };
  const { tasks } = viewOf([person("A", "link Search", "link Help"), person("B"), person("C", "link Help")]);
  const words = "What was clicked on first, from 2 people";
  const table = tasks[0]?.tables.find(({ caption }) => caption === words);
  // The caption is heard alone.
  expect(table?.columns[0]?.name).toBe(words);
});
