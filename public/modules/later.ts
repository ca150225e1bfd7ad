/**
 * Starts a page's own modules once it has been drawn: no page needs one to be read or used, and on a slow line each
 * would take its turn before what is seen. A tag of this module names one in `data-module`.
 */
function start(): void {
  for (const { dataset } of document.querySelectorAll<HTMLScriptElement>("script[data-module]"))
    void import(`/modules/${dataset.module}.js`);
}

const onceDrawn = () => requestAnimationFrame(() => setTimeout(start));

if (document.readyState === "complete") onceDrawn();
else window.addEventListener("load", onceDrawn, { once: true });

export {};
