/**
 * Keys for a worklist: each does what a link or a button of the page does. They can be switched off, for single keys
 * are in the way of who speaks to their computer (WCAG 2.1.4); what was chosen is remembered in this browser.
 */
const OFF = "onedoor-work-keys-off";
const help = document.querySelector<HTMLDetailsElement>("#work-keys");
const toggle = document.querySelector<HTMLButtonElement>("#work-keys-switch");

const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("#worklist .worklist__line")];
const here = (): number => lines().findIndex((line) => line.contains(document.activeElement));

/** A browser that keeps nothing for us has its keys on. */
function isOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function switchKeys(off: boolean) {
  try {
    if (off) localStorage.setItem(OFF, "1");
    else localStorage.removeItem(OFF);
  } catch {
    // It is then for this page only.
  }
  if (toggle && help) toggle.textContent = (off ? help.dataset.on : help.dataset.off) ?? "";
}

function go(step: 1 | -1) {
  const all = lines();
  const next = here() === -1 ? (step === 1 ? 0 : all.length - 1) : here() + step;
  const line = all[Math.max(0, Math.min(all.length - 1, next))];
  line?.querySelector<HTMLElement>(".worklist__reference a")?.focus();
  line?.scrollIntoView({ block: "nearest" });
}

const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

const DOES: Readonly<Record<string, () => void>> = {
  j: () => go(1),
  k: () => go(-1),
  x: () => lines()[here()]?.querySelector<HTMLInputElement>(".worklist__box")?.click(),
  o: () => lines()[here()]?.querySelector<HTMLAnchorElement>(".worklist__reference a")?.click(),
  a: () => press('.work-together button[value="accept"]'),
  d: () => press('.work-together button[value="decline"]'),
  "/": () => document.querySelector<HTMLInputElement>("#q, .desk-seek input")?.focus(),
  "?": () => {
    if (help === null) return;
    help.open = !help.open;
    if (help.open) help.querySelector("summary")?.focus();
  },
};

/** A letter that is typed into a field is the field's own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");

if (help) {
  help.hidden = false;
  switchKeys(isOff());
  toggle?.addEventListener("click", () => switchKeys(!isOff()));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const does = Object.hasOwn(DOES, event.key) ? DOES[event.key] : undefined;
    if (does === undefined || isOff()) return;
    event.preventDefault();
    does();
  });
}
