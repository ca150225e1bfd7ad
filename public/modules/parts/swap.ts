/**
 * Swaps every element marked `data-live` (with an id) for its new self, from the page as it was fetched again. What
 * changed is said once, in the element marked `data-live-say`.
 */
export function swap(fresh: Document) {
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
