/**
 * An open page of somebody who takes part learns what the facilitator does: a break, another task, another town, the end. A
 * page of the town is never taken away: the bar says what happens, and where to go on. Questions that are asked no more go, and
 * the end shows at once, as it does when the session is somebody else's or nobody's any more. Nothing is heard while the tab is hidden, and a line that fails is tried again.
 */
interface Now {
  readonly at: string;
  readonly task: string;
  readonly paused: boolean;
  readonly world: string;
  /** Of the time that counts, below 0 once it is up; null where it has no end. */
  readonly leftMs: number | null;
}

const LONGEST_PAUSE_MS = 60_000;
/** Whoever sent a form and is still here after so long is on their way to nothing. */
const LONGEST_WAY_MS = 30_000;
const ours = document.querySelector<HTMLElement>("[data-test-now]");
if (ours) follow(ours);

/** Null when it says something else, as what stands between here and the server may. */
async function readNow(answer: Response): Promise<Now | null> {
  const now: Partial<Now> | null = await answer.json().catch(() => null);
  const { at, task, paused, world, leftMs = null } = now ?? {};
  const isWhole = at !== undefined && task !== undefined && paused !== undefined && world !== undefined;
  return isWhole ? { at, task, paused, world, leftMs } : null;
}

function follow(page: HTMLElement) {
  const { testNow = "", testEvents = "", testTake = "" } = page.dataset;
  let source: EventSource | null = null;
  let pauseMs = 2_000;
  let retry: number | undefined;
  let again: number | undefined;
  let stayed: number | undefined;
  let timeUp: number | undefined;
  /** They do something themselves, and are on their way to what comes of it. */
  let going = false;
  let looks = 0;

  /** Answers may come in another order than they were asked for: the last look is the one that is believed. */
  async function look(): Promise<void> {
    looks += 1;
    const own = looks;
    const answer = await fetch(testNow, { headers: { Accept: "application/json" } }).catch(() => null);
    const now = answer?.ok ? await readNow(answer) : null;
    if (going || own !== looks) return;
    // Everything of theirs was deleted, or the session goes on in another browser: this page leads nowhere any more.
    if (answer?.status === 403) return leave();
    if (now === null) {
      window.clearTimeout(again);
      again = window.setTimeout(() => void look(), pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      return;
    }
    if (now.at === "over") leave();
    else if (page.dataset.testWorld === undefined) between(page, now);
    else {
      inTask(page, now);
      window.clearTimeout(timeUp);
      // Nothing else happens when the time is up. A break stops it, and its end is heard of.
      if (now.leftMs !== null && now.leftMs >= 0 && !now.paused)
        timeUp = window.setTimeout(() => void look(), now.leftMs + 100);
    }
  }

  function leave() {
    stop();
    window.location.assign(testTake);
  }

  function listen() {
    if (document.hidden || source !== null) return;
    window.clearTimeout(retry);
    const opened = new EventSource(testEvents);
    source = opened;
    // What happened before it was open, or while the line was gone, is looked for.
    opened.addEventListener("open", () => {
      pauseMs = 2_000;
      void look();
    });
    opened.addEventListener("changed", () => void look());
    opened.addEventListener("error", () => {
      // The browser itself tries again unless the server refused.
      if (opened.readyState !== EventSource.CLOSED) return;
      stop();
      void look();
      retry = window.setTimeout(listen, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
  }

  function hearAgain() {
    window.clearTimeout(stayed);
    going = false;
    stop();
    listen();
  }

  function stop() {
    window.clearTimeout(retry);
    window.clearTimeout(again);
    window.clearTimeout(timeUp);
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  window.addEventListener("online", () => void look());
  document.addEventListener("submit", ({ defaultPrevented }) => {
    // Another module sends it, and the page stays.
    if (defaultPrevented) return;
    going = true;
    stop();
    window.clearTimeout(stayed);
    stayed = window.setTimeout(hearAgain, LONGEST_WAY_MS);
  });
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) hearAgain();
  });
  listen();
}

/** A page between the tasks. Questions stay as long as they are asked; what is only read is shown as it is now. */
function between({ dataset }: HTMLElement, now: Now) {
  const asks = dataset.testAt === "after-task" || dataset.testAt === "end";
  const stands = dataset.testAt === now.at && dataset.testTask === now.task;
  if (!stands || (!asks && "testPaused" in dataset !== now.paused)) window.location.reload();
}

/** A page of the town: its bar says what happens. */
function inTask(bar: HTMLElement, { paused, leftMs, ...now }: Now) {
  const { dataset } = bar;
  // The page that a break ended with is written down a moment later than it is here.
  const hasBreak = paused && !("wentOn" in dataset);
  if (!paused) delete dataset.wentOn;
  const isElsewhere = now.at !== "task" || now.task !== dataset.testTask;
  const isAnother = !isElsewhere && now.world !== dataset.testWorld;
  const words = isElsewhere
    ? dataset.sayMoved
    : isAnother
      ? dataset.sayAgain
      : hasBreak
        ? dataset.sayPaused
        : leftMs !== null && leftMs < 0
          ? dataset.sayTimeUp
          : dataset.sayOtherwise;
  const said = bar.querySelector("[data-test-said]");
  if (said && said.textContent !== (words ?? "")) said.textContent = words ?? "";
  for (const button of bar.querySelectorAll<HTMLButtonElement>("button[data-go-on]")) {
    const { form, dataset: its } = button;
    const goesOn = isElsewhere || isAnother || hasBreak;
    button.textContent = (goesOn ? its.goOn : its.asItWas) ?? "";
    button.value = hasBreak ? "resume" : (its.does ?? "");
    // Only shows what comes next: nothing is said to be finished, and no break begins.
    if (form && (isElsewhere || isAnother)) {
      form.method = "get";
      for (const field of form.querySelectorAll("input")) field.disabled = true;
      button.removeAttribute("name");
      for (const other of form.querySelectorAll<HTMLElement>("button:not([data-go-on])")) other.hidden = true;
    }
  }
}

export {};
