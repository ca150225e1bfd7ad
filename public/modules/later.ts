/**
 * Starts a page's own modules once it has been seen: no page needs one to be read or used, and on a slow line each
 * would take its turn before what is drawn. A tag of this module names one in `data-module`.
 */
function start(): void {
  for (const { dataset } of document.querySelectorAll<HTMLScriptElement>("script[data-module]"))
    void import(`/modules/${dataset.module}.js`);
}

/** A browser that cannot tell what it has drawn starts at once. */
function onceSeen(): void {
  if (!PerformanceObserver.supportedEntryTypes?.includes("paint")) {
    start();
    return;
  }
  new PerformanceObserver((paints, observer) => {
    if (paints.getEntriesByName("first-contentful-paint").length === 0) return;
    observer.disconnect();
    start();
  }).observe({ type: "paint", buffered: true });
}

if (document.readyState === "complete") onceSeen();
else window.addEventListener("load", onceSeen, { once: true });

export {};
