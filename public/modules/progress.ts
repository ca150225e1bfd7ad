/**
 * Keeps a page that says how far something is (`data-going`) up to date: it is fetched again every other second, and the
 * element is swapped for its new self. Once that is over, or has something to show beside it, the whole page is asked for.
 */
const AGAIN_MS = 2_000;

const goingIn = (page: Document): HTMLElement | null => page.querySelector<HTMLElement>("[data-going][id]");

async function look(): Promise<void> {
  const old = goingIn(document);
  if (old === null) return;
  if (!document.hidden) {
    const response = await fetch(window.location.href, { headers: { Accept: "text/html" } }).catch(
      () => null,
    );
    if (response?.ok && !response.redirected) {
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
      const next = goingIn(fresh);
      if (next === null || hasMore(fresh)) {
        window.location.reload();
        return;
      }
      const progress = old.querySelector("progress");
      const further = next.querySelector("progress");
      const focused = old.contains(document.activeElement);
      if (progress && further && focused) progress.value = further.value;
      else if (!focused) old.replaceChildren(...next.childNodes);
    }
  }
  window.setTimeout(() => void look(), AGAIN_MS);
}

/** What it comes to so far is there, and was not when this page was drawn. */
const hasMore = (fresh: Document): boolean =>
  fresh.getElementById("worse") !== null && document.getElementById("worse") === null;

window.setTimeout(() => void look(), AGAIN_MS);
