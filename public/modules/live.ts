/**
 * Keeps a page up to date. The page names its stream in `data-live-events`; the stream says only "changed"; then the
 * page is fetched again and every element marked `data-live` (with an id) is swapped for its new self. What changed
 * is said once, in the element marked `data-live-say`. Nothing happens while the tab is hidden.
 */
const address = document.querySelector<HTMLElement>("[data-live-events]")?.dataset.liveEvents;
const LONGEST_PAUSE_MS = 60_000;

let source: EventSource | null = null;
let pauseMs = 2_000;
let retry: number | undefined;
let fetching: AbortController | null = null;

function listen() {
  if (address === undefined || document.hidden || source !== null) return;
  window.clearTimeout(retry);
  const opened = new EventSource(address);
  let wasOpen = false;
  source = opened;
  opened.addEventListener("open", () => {
    pauseMs = 2_000;
    // After a gap, something may have been missed.
    if (wasOpen) void refresh();
    wasOpen = true;
  });
  opened.addEventListener("changed", () => void refresh());
  opened.addEventListener("error", () => {
    // The browser itself tries again unless the server refused.
    if (opened.readyState !== EventSource.CLOSED) return;
    stop();
    retry = window.setTimeout(listen, pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  });
}

function stop() {
  source?.close();
  source = null;
}

async function refresh(): Promise<void> {
  fetching?.abort();
  fetching = new AbortController();
  const response = await fetch(window.location.href, {
    headers: { Accept: "text/html" },
    signal: fetching.signal,
  }).catch(() => null);
  if (response === null) return;
  // Sent elsewhere or refused: this page is no longer ours to show, so let the browser find out.
  if (response.redirected || response.status === 401 || response.status === 403 || response.status === 404) {
    stop();
    window.location.reload();
    return;
  }
  if (!response.ok) return;
  swap(new DOMParser().parseFromString(await response.text(), "text/html"));
}

function swap(fresh: Document) {
  let changed = false;
  for (const old of document.querySelectorAll<HTMLElement>("[data-live][id]")) {
    const next = fresh.getElementById(old.id);
    if (next === null || asSeen(next) === asSeen(old) || isBeingFilledIn(old)) continue;
    const focused = old.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const opened = openedIn(old);
    old.replaceChildren(...next.childNodes);
    openAgain(old, opened);
    if (focused) document.getElementById(focused)?.focus();
    changed = true;
  }
  if (!changed) return;
  document.title = fresh.title;
  const say = document.querySelector<HTMLElement>("[data-live-say]");
  const words = fresh.querySelector<HTMLElement>("[data-live-say]")?.dataset.liveSay;
  if (say && words) say.textContent = words;
}

/** Each time a page is drawn its forms have keys of their own; nobody sees those. What is unfolded is the person's own. */
const asSeen = (element: HTMLElement): string =>
  element.innerHTML
    .replace(/(<input type="hidden" name="key" value=")[^"]*/g, "$1")
    .replace(/(<details[^>]*?) open=""/g, "$1");

/** What is folded is told apart by its words and, among alike ones, by its place. */
function foldedIn(element: HTMLElement): Map<string, HTMLDetailsElement> {
  const folded = new Map<string, HTMLDetailsElement>();
  for (const details of element.querySelectorAll("details")) {
    const words = details.querySelector("summary")?.textContent ?? "";
    const alike = [...folded.keys()].filter((name) => name.startsWith(`${words}\n`)).length;
    folded.set(`${words}\n${alike}`, details);
  }
  return folded;
}

const openedIn = (element: HTMLElement): ReadonlySet<string> =>
  new Set([...foldedIn(element)].filter(([, details]) => details.open).map(([name]) => name));

/** What the person had unfolded stays so when the page changes under it. */
function openAgain(element: HTMLElement, opened: ReadonlySet<string>) {
  for (const [name, details] of foldedIn(element)) if (opened.has(name)) details.open = true;
}

/** A form that someone is typing in, has typed in, or must put right, is never taken away. */
function isBeingFilledIn(element: HTMLElement): boolean {
  const active = document.activeElement;
  if (active !== null && element.contains(active) && active.matches("input, select, textarea")) return true;
  if (element.querySelector(".nhsuk-error-message") !== null) return true;
  return [...element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].some(
    (field) =>
      field.value !== field.defaultValue ||
      (field instanceof HTMLInputElement && field.checked !== field.defaultChecked),
  );
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    stop();
    return;
  }
  listen();
  void refresh();
});
window.addEventListener("pagehide", stop);
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    listen();
    void refresh();
  }
});
listen();
