import { swap } from "./parts/swap";

/**
 * Keeps a page up to date. The page names its stream in `data-live-events`; the stream says only "changed"; then the
 * page is fetched again and every element marked `data-live` (with an id) is swapped for its new self. What changed
 * is said once, in the element marked `data-live-say`. Nothing happens while the tab is hidden. Another module of the page
 * that knows of a change asks for it by the event "look-again", and hears by "gone" that nothing of it is kept any more.
 */
const address = document.querySelector<HTMLElement>("[data-live-events]")?.dataset.liveEvents;
const LONGEST_PAUSE_MS = 60_000;
/** What changes within so long of the last look is seen by one more, at its end. */
const BETWEEN_LOOKS_MS = 400;

let source: EventSource | null = null;
let pauseMs = 2_000;
let retry: number | undefined;
let fetching: AbortController | null = null;
let lookedAt = Number.NEGATIVE_INFINITY;
let coming: number | undefined;
/** Something changed while a look was under way. */
let missed = false;

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
  opened.addEventListener("changed", lookSoon);
  opened.addEventListener("error", () => {
    // The browser itself tries again unless the server refused.
    if (opened.readyState !== EventSource.CLOSED) return;
    stop();
    // Whoever is refused may look at what is no longer there.
    lookSoon();
    retry = window.setTimeout(listen, pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  });
}

function stop() {
  source?.close();
  source = null;
}

/** At once, or a moment after the last look. One that is still under way is waited for: it may be older than the change. */
function lookSoon() {
  if (coming !== undefined) return;
  const pause = Math.max(0, lookedAt + BETWEEN_LOOKS_MS - performance.now());
  coming = window.setTimeout(() => {
    coming = undefined;
    if (fetching === null) void refresh();
    else missed = true;
  }, pause);
}

async function refresh(): Promise<void> {
  fetching?.abort();
  const own = new AbortController();
  fetching = own;
  missed = false;
  lookedAt = performance.now();
  await look(own.signal);
  if (fetching !== own) return;
  fetching = null;
  if (missed) lookSoon();
}

async function look(signal: AbortSignal): Promise<void> {
  const response = await fetch(window.location.href, { headers: { Accept: "text/html" }, signal }).catch(
    () => null,
  );
  if (response === null) return;
  // Sent elsewhere or refused: this page is no longer ours to show, so let the browser find out.
  if (response.redirected || [401, 403, 404, 410].includes(response.status)) {
    stop();
    if (response.status === 410) window.dispatchEvent(new Event("gone"));
    window.location.reload();
    return;
  }
  if (!response.ok) return;
  const page = await response.text().catch(() => null);
  if (page !== null) swap(new DOMParser().parseFromString(page, "text/html"));
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    stop();
    return;
  }
  listen();
  void refresh();
});
window.addEventListener("look-again", lookSoon);
window.addEventListener("pagehide", stop);
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    listen();
    void refresh();
  }
});
listen();
