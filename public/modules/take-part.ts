import { widthOf } from "./parts/lab-storage";
import { nameOf } from "./parts/name-of";
import { toldQueue } from "./parts/told-queue";

/**
 * Tells what is done on a page that is tested: clicks, where the focus goes, how far it is seen, how long nothing is done,
 * going back and going away. What is typed is told only where the page says that it may be. Everything is kept in this
 * browser until the server has it, so a line that fails loses nothing, and is told in the order in which it happened.
 */
const HESITATES_MS = 5_000;
/** As long as a field is that the record keeps. */
const LONGEST_TEXT = 2_000;

type Event =
  | { readonly kind: "click" | "focus"; readonly on: string }
  | { readonly kind: "scroll"; readonly depth: number }
  | { readonly kind: "hesitated"; readonly ms: number }
  | { readonly kind: "back" | "left" | "returned" }
  | { readonly kind: "window"; readonly width: number }
  | { readonly kind: "typed"; readonly on: string; readonly text: string };

const bar = document.querySelector<HTMLElement>("[data-lab]");
const address = bar?.dataset.lab ?? "";
const who = bar?.dataset.labWho ?? "";
if (bar && address !== "" && who !== "") tell(bar, "labTyping" in bar.dataset);

function tell(ours: HTMLElement, typing: boolean) {
  const queue = toldQueue<Event>(address, who);
  const isOurs = (target: EventTarget | null) => target instanceof Node && ours.contains(target);

  tellWidth(widthOf(who), (width) => queue.put({ kind: "window", width }));

  let lastInput = Date.now();
  function input() {
    const ms = Date.now() - lastInput;
    lastInput = Date.now();
    if (ms >= HESITATES_MS) queue.put({ kind: "hesitated", ms: Math.min(ms, 3_600_000) });
  }
  for (const kind of ["pointerdown", "keydown", "scroll", "input"])
    document.addEventListener(kind, input, { capture: true, passive: true });

  document.addEventListener(
    "click",
    ({ target }) => {
      if (target instanceof Element && !isOurs(target)) queue.put({ kind: "click", on: nameOf(target) });
    },
    { capture: true },
  );
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element && !isOurs(target) && target.matches("input, select, textarea"))
      queue.put({ kind: "focus", on: nameOf(target) });
  });
  if (typing)
    document.addEventListener("change", ({ target }) => {
      const isText =
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement && !/^(checkbox|radio|file|hidden|password)$/.test(target.type));
      if (isText && !isOurs(target))
        queue.put({ kind: "typed", on: nameOf(target), text: target.value.slice(0, LONGEST_TEXT) });
    });

  let seen = 0;
  let told = 0;
  const look = () => {
    const { scrollHeight } = document.documentElement;
    seen = Math.max(seen, Math.min(1, (window.scrollY + window.innerHeight) / Math.max(1, scrollHeight)));
  };
  const tellSeen = () => {
    look();
    if (seen > told) queue.put({ kind: "scroll", depth: Math.round(seen * 100) / 100 });
    told = seen;
  };
  document.addEventListener("scroll", look, { passive: true });

  // A page that is left for another one is hidden too, right after it has said that it goes.
  let going = false;
  document.addEventListener("visibilitychange", () => {
    if (going) return;
    if (document.hidden) tellSeen();
    queue.put({ kind: document.hidden ? "left" : "returned" });
    lastInput = Date.now();
    if (document.hidden) queue.leave();
  });
  window.addEventListener("pagehide", () => {
    going = true;
    tellSeen();
    queue.leave();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    going = false;
    lastInput = Date.now();
    queue.put({ kind: "back" });
  });
  const [navigation] = performance.getEntriesByType("navigation");
  // By its type: an older browser has no name for what it is.
  if (navigation && "type" in navigation && navigation.type === "back_forward") queue.put({ kind: "back" });
}

/** Tells how wide pages are shown, once in a tab and again when it is another. A picture of a page is drawn as wide. */
function tellWidth(name: string, tell: (width: number) => void) {
  const width = Math.round(window.innerWidth);
  if (width < 100 || width > 10_000) return;
  try {
    if (sessionStorage.getItem(name) === String(width)) return;
    sessionStorage.setItem(name, String(width));
  } catch {
    // A browser that keeps nothing tells it with each page.
  }
  tell(width);
}
