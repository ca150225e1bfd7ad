import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Method } from "./report-parts";

it("a report says that all took the tasks in one order, and that who stopped in a task is in no figure of it", () => {
  const page = renderToStaticMarkup(<Method />);
  expect(page).toContain("Everybody took the tasks in the same order.");
  expect(page).toContain(
    "Who stopped in the middle of a task, or is still in it, is in no figure of that task.",
  );
});
