import { expect, test } from "vitest";
import { policy, setting } from "~tests/support/fulfilment";
import { deadlinesText } from "./deadline-table";
import { answerBy, deadlineTable, deskBy, promiseOf } from "./deadlines";

test("a board reads one line a priority, each under its headings", () => {
  const lines = deadlinesText("Larkmouth Care", deadlineTable(policy)).split("\n");
  expect(lines[2]).toMatch(/^Priority {2,}An answer with a time {2}A partner answers/);
  expect(lines[3]).toMatch(
    /^Routine {2,}5 working days {2,}2 working days {2,}1 working day {2,}1 working day/,
  );
  expect(lines[4]).toMatch(/^Urgent {2,}24 hours {2,}4 hours {2,}2 hours/);
  expect(lines[5]).toMatch(/^Very urgent {2,}2 hours {2,}1 hour/);
});

test("the table says what deadlines are made of", () => {
  const [routine, urgent] = deadlineTable(policy);
  const at = setting("2026-11-23T09:00:00.000Z");
  expect(routine?.promise).toBe("5 working days");
  expect(promiseOf("routine", at).by).toBe("2026-11-30T17:00:00.000Z");
  expect(urgent?.partnerAnswers).toBe("4 hours");
  expect(answerBy("urgent", promiseOf("urgent", at), at)).toBe("2026-11-23T13:00:00.000Z");
  expect(urgent?.deskActs).toBe("2 hours");
  expect(deskBy("urgent", at)).toBe("2026-11-23T11:00:00.000Z");
});
