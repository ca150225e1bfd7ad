import { swap } from "./parts/swap";

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
