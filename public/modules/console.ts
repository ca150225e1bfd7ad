import { createQueue } from "./parts/queue";
import { swap } from "./parts/swap";

/**
 * The console of a session: one key marks a moment, its clocks go, and its forms are sent without a reload. A mark is kept in
 * this browser until the server has it, with the moment at which it was made. The keys can be switched off (WCAG 2.1.4).
 */
interface Mark {
  readonly mark: string;
  readonly note: string;
}

const console_ = document.querySelector<HTMLElement>("[data-console]");
/** What marks are called in this browser: by who made them, the address of their session's console, and an id of their own. */
const OURS = `onedoor-marks-${console_?.dataset.console ?? ""}:`;
const ID = /-[0-9a-f]{32}$/;

const form = document.querySelector<HTMLFormElement>("[data-mark-form]");
if (console_) {
  if (form) markMoments(form);
  sendForms();
  runClocks();
}

function queueOf(address: string, settings: Pick<Parameters<typeof createQueue>[0], "on" | "once">) {
  const name = `${OURS}${address}-`;
  return createQueue<Mark>({
    name,
    others: name,
    soonMs: 0,
    most: 1,
    send: ([first]) => ({
      address,
      fields: {
        intent: "mark",
        key: first?.id ?? "",
        // A clock that was put back meanwhile makes nothing come from the future.
        ago: String(Math.max(0, Date.now() - (first?.at ?? 0))),
        mark: first?.what.mark ?? "",
        note: first?.what.note ?? "",
      },
    }),
    ...settings,
  });
}

/** What the same person marked on other consoles, and could not send: they may never open those again. */
function sendOthers(here: string) {
  const others = keysInBrowser()
    .filter((key) => key.startsWith(OURS))
    .map((key) => key.slice(OURS.length).replace(ID, ""));
  for (const address of new Set(others)) if (address !== here) queueOf(address, { once: true });
}

function keysInBrowser(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    // One that keeps nothing.
    return [];
  }
}

function markMoments(marks: HTMLFormElement) {
  const note = marks.querySelector<HTMLTextAreaElement>("#console-note");
  const marking = marks.querySelector<HTMLElement>("#console-marking");
  const unsent = document.querySelector<HTMLElement>("#console-unsent");
  const keys = document.querySelector<HTMLElement>("#console-keys");
  const keysSwitch = document.querySelector<HTMLButtonElement>("#console-keys-switch");
  let keysOff = false;
  /** The moment that a note is being written for. */
  let begun: { readonly button: HTMLButtonElement; readonly at: number } | null = null;

  const here = new URL(marks.action).pathname;
  const on = (waiting: number, status: number) => {
    if (unsent === null) return;
    const said =
      status === 401 ? unsent.dataset.signedOut : unsent.dataset.unsent?.replace("…", String(waiting));
    const failing = waiting > 0 && (status === 0 || status >= 400);
    const words = failing ? (said ?? "") : "";
    if (unsent.textContent !== words) unsent.textContent = words;
    if (waiting === 0 && status > 0) window.dispatchEvent(new Event("look-again"));
  };
  const queue = queueOf(here, { on });
  sendOthers(here);

  function say(button: HTMLButtonElement | null) {
    const name = button?.lastChild?.textContent?.trim() ?? "";
    if (marking) marking.textContent = button ? `${marking.dataset.words}: ${name}` : "";
    for (const each of marks.querySelectorAll("[data-key]"))
      each.classList.toggle("console__mark--now", each === button);
  }

  function done() {
    if (begun === null || note === null) return;
    const { button, at } = begun;
    begun = null;
    queue.put({ mark: button.value, note: note.value.trim() }, at);
    note.value = "";
    say(null);
  }

  function begin(button: HTMLButtonElement) {
    done();
    begun = { button, at: Date.now() };
    say(button);
    note?.focus();
  }

  marks.addEventListener("submit", (event) => {
    event.preventDefault();
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement)) return;
    // A button was pressed while a note is written for a moment: the note is that moment's.
    if (begun !== null) done();
    queue.put({ mark: submitter.value, note: note?.value.trim() ?? "" });
    if (note) note.value = "";
  });
  note?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && begun !== null) {
      event.preventDefault();
      done();
      note.blur();
    }
    if (event.key === "Escape") {
      begun = null;
      note.value = "";
      say(null);
      note.blur();
    }
  });
  // Whoever goes on with something else has finished the note.
  note?.addEventListener("blur", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Element && relatedTarget.matches("[data-key]"))) done();
  });
  window.addEventListener("pagehide", () => {
    done();
    queue.leave();
  });
  // They withdrew: what was written of them is nobody's any more.
  window.addEventListener("gone", () => queue.forget());

  if (keys) keys.hidden = false;
  keysSwitch?.addEventListener("click", () => {
    keysOff = !keysOff;
    keysSwitch.textContent = (keysOff ? keysSwitch.dataset.on : keysSwitch.dataset.off) ?? "";
  });
  document.addEventListener("keydown", (event) => {
    if (keysOff || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const button = [...marks.querySelectorAll<HTMLButtonElement>("[data-key]")].find(
      ({ dataset }) => dataset.key === event.key,
    );
    if (button === undefined) return;
    event.preventDefault();
    begin(button);
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");

/** What cannot be sent is said, and is to be done again: it is not for later. */
function sendForms() {
  const said = document.querySelector<HTMLElement>("#console-said");
  document.addEventListener("submit", (event) => {
    const sent = event.target;
    if (!(sent instanceof HTMLFormElement) || !("consoleForm" in sent.dataset)) return;
    event.preventDefault();
    const body = new URLSearchParams(
      [...new FormData(sent, event.submitter)].map(([name, value]) => [name, String(value)]),
    );
    void (async () => {
      const answer = await fetch(sent.action, {
        method: "POST",
        body,
        headers: { Accept: "text/html" },
      }).catch(() => null);
      if (answer?.status === 401) {
        window.location.reload();
        return;
      }
      if (said) said.textContent = answer?.ok ? "" : (said.dataset.failed ?? "");
      if (!answer?.ok) return;
      // What was typed is sent: the form that it stands in may go.
      sent.reset();
      if (document.activeElement instanceof HTMLInputElement && sent.contains(document.activeElement))
        document.activeElement.blur();
      swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
    })();
  });
}

/** Between two words of the server each clock that goes is moved on here. */
function runClocks() {
  const begun = new WeakMap<HTMLElement, number>();
  const clocks = () => document.querySelectorAll<HTMLElement>("[data-timer]");
  const move = () => {
    for (const clock of clocks()) {
      const since = begun.get(clock) ?? performance.now();
      begun.set(clock, since);
      if (!("running" in clock.dataset)) continue;
      const ms = Number(clock.dataset.timer) + performance.now() - since;
      clock.textContent = inMinutes(ms);
      clock.classList.toggle("console__timer--up", ms > Number(clock.dataset.limit ?? Infinity));
    }
  };
  move();
  window.setInterval(move, 250);
}

function inMinutes(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
