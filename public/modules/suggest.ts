import { dangerAtOnce, SUGGESTIONS, type SuggestionsSent } from "~/content/suggestions";
import { dangerIn } from "~/domain/journeys/danger";
import type { Emergency } from "~/domain/journeys/types";

/**
 * Suggestions under a search box, as one types: a combobox with a listbox. A form names where they come from in
 * `data-suggest`. Words of danger are looked for here, so that help waits for no network and no pause in typing.
 * Enter without a chosen suggestion sends the form, as it does without this.
 */
const PAUSE_MS = 150;

function suggestIn(form: HTMLFormElement, address: string): void {
  const input = form.querySelector<HTMLInputElement>("input[name=q]");
  const row = input?.parentElement;
  if (!input || !row) return;
  // Read out at once when something is put in; empty, it is no alert among those of the page.
  const help = element("div", { className: "suggest__help", ariaLive: "assertive", ariaAtomic: "true" });
  const list = element("ul", { className: "suggest__list", id: `${input.id}-suggestions`, hidden: true });
  const count = element("p", { className: "nhsuk-u-visually-hidden", ariaLive: "polite" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", SUGGESTIONS.label);
  const box = element("div", { className: "suggest" });
  box.append(help, list, count);
  row.append(box);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let pause: number | undefined;
  let asking: AbortController | null = null;
  let active = -1;
  let helping: Emergency | null = null;

  const options = () => [...list.children].filter((each) => each instanceof HTMLElement);
  const isOpen = () => !list.hidden;

  function open(): void {
    if (options().length === 0) return;
    list.hidden = false;
    input?.setAttribute("aria-expanded", "true");
  }

  function close(): void {
    list.hidden = true;
    input?.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(at: number): void {
    active = at;
    for (const [index, option] of options().entries()) {
      option.setAttribute("aria-selected", String(index === at));
      if (index === at) option.scrollIntoView({ block: "nearest" });
    }
    const id = options()[at]?.id;
    if (id === undefined) input?.removeAttribute("aria-activedescendant");
    else input?.setAttribute("aria-activedescendant", id);
  }

  function go(option: HTMLElement | undefined): void {
    if (option?.dataset.href === undefined) return;
    const to = new URL(option.dataset.href, window.location.href);
    const postcode = new FormData(form).get("postcode");
    if (typeof postcode === "string" && postcode !== "") to.searchParams.set("postcode", postcode);
    window.location.assign(to);
  }

  function showHelp(leadsTo: Emergency | null): void {
    if (leadsTo === helping) return;
    helping = leadsTo;
    help.replaceChildren();
    if (leadsTo === null) return;
    const words = dangerAtOnce(leadsTo);
    const call = element("a", { className: "suggest__call", href: words.href, textContent: words.call });
    help.append(
      element("strong", { textContent: words.title }),
      element("p", { textContent: words.lead }),
      call,
    );
    // On a small screen what to do may lie below the edge.
    help.scrollIntoView({ block: "nearest" });
  }

  async function ask(typed: string): Promise<void> {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const answer = await fetch(`${address}?${new URLSearchParams({ q: typed })}`, {
      headers: { Accept: "application/json" },
      signal,
    }).catch(() => null);
    if (!answer?.ok) return;
    const sent: SuggestionsSent = await answer.json();
    if (signal.aborted) return;
    if (sent.danger !== null) showHelp(sent.danger);
    list.replaceChildren(
      ...sent.services.map(({ name, summary, href }, at) => {
        const option = element("li", { className: "suggest__option", id: `${list.id}-${at}` });
        option.setAttribute("role", "option");
        option.dataset.href = href;
        option.append(element("strong", { textContent: name }), element("span", { textContent: summary }));
        return option;
      }),
    );
    choose(-1);
    count.textContent = SUGGESTIONS.count(sent.services.length);
    if (sent.services.length > 0 && document.activeElement === input) open();
    else close();
  }

  input.addEventListener("input", () => {
    window.clearTimeout(pause);
    const typed = input.value;
    showHelp(dangerIn(typed)?.leadsTo ?? null);
    if (typed.trim() === "") {
      asking?.abort();
      list.replaceChildren();
      count.textContent = "";
      close();
      return;
    }
    pause = window.setTimeout(() => void ask(typed), PAUSE_MS);
  });

  input.addEventListener("keydown", (event) => {
    const last = options().length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (last < 0) return;
      event.preventDefault();
      open();
      if (event.key === "ArrowDown") choose(active >= last ? 0 : active + 1);
      else choose(active <= 0 ? last : active - 1);
    } else if (event.key === "Escape" && isOpen()) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && isOpen() && active >= 0) {
      event.preventDefault();
      go(options()[active]);
    }
  });
  input.addEventListener("blur", close);
  // The press must not take the focus from the box before the suggestion is gone to.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLElement>("[role=option]") : null;
    go(option ?? undefined);
  });
  // What was typed before this came counts as well.
  if (document.activeElement === input && input.value !== input.defaultValue)
    input.dispatchEvent(new Event("input"));
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-suggest]")) {
  if (form.dataset.suggest !== undefined) suggestIn(form, form.dataset.suggest);
}
