/**
 * A form that can be looked at before it is saved: what it would come to is asked for as one types, from the address that
 * its "Show me" button asks, and takes the place of what stands there.
 */
const PAUSE_MS = 300;
const form = document.querySelector<HTMLFormElement>("form[data-preview]");
let waiting: ReturnType<typeof setTimeout> | undefined;
let asked: AbortController | undefined;

async function show(form: HTMLFormElement) {
  const id = form.dataset.preview ?? "";
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") query.append(name, value);
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(`${form.action}?${query}`, { signal: asked.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById(id);
    if (next) document.getElementById(id)?.replaceWith(next);
  } catch {
    // It is asked for again with the next letter; the button still works.
  }
}

/** Something stands in a form that the page did not come with. */
const isChanged = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement) {
      const chosen = [...field.options].findIndex((option) => option.defaultSelected);
      return field.selectedIndex !== Math.max(chosen, 0);
    }
    if (!(field instanceof HTMLInputElement)) return false;
    return field.type === "radio" || field.type === "checkbox"
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  });

// Who typed before this came sees what that would come to, too.
if (form && isChanged(form)) void show(form);

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void show(form), PAUSE_MS);
});
