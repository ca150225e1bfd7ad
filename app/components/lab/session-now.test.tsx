import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CONSOLE } from "~/content/lab/console";
import { SessionNow } from "./session-now";

const TASK = {
  id: "find",
  place: 1,
  of: 2,
  words: "Find it",
  script: "",
  success: "They come to the page",
  byFacilitator: false,
  reached: true,
  inTime: true,
  judged: null,
  begun: true,
  workedMs: 61_000,
  running: true,
  limitMs: 60_000,
};
const shown = (task: Partial<typeof TASK>) =>
  renderToStaticMarkup(
    <SessionNow
      view={{
        stands: "They work at the task",
        here: "Home",
        followed: true,
        before: [],
        task: { ...TASK, ...task },
        sessionMs: 70_000,
        running: true,
      }}
      runs
      action="/lab/sessions/ABC"
    />,
  );

it("who got there after the time is not said to have got there in it, and the clock shows that it is up", () => {
  expect(shown({})).toContain(CONSOLE.seen);
  const late = shown({ inTime: false });
  expect(late).toContain(CONSOLE.seenLate);
  expect(late).not.toContain(CONSOLE.seen);
  expect(shown({ reached: false, inTime: false })).toContain(CONSOLE.notSeen);
  expect(late).toContain("console__timer--up");
  expect(late).toContain("of 1:00");
  expect(shown({ workedMs: 59_000 })).not.toContain("console__timer--up");
});
