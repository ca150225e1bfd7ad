import { swap } from "./parts/swap";

/**
 * The stage, without a reload between steps: what its forms send is fetched, what is marked `data-live` is swapped, and
 * the panes go to their pages. While somebody does something in a pane, a stream says "changed"
 * and the middle one follows. One key each goes on, back and to the beginning, from inside the panes too; the keys can be
 * switched off (WCAG 2.1.4).
 */
const KEYS: Readonly<Record<string, string>> = {
  n: "#stage-next",
  ArrowRight: "#stage-next",
  b: "#stage-back",
  ArrowLeft: "#stage-back",
  r: "#stage-reset",
};
const room = document.querySelector<HTMLElement>("[data-stage]");
const keys = document.querySelector<HTMLElement>("[data-stage-keys]");
const keysSwitch = document.querySelector<HTMLButtonElement>("#stage-keys-switch");
let keysOff = false;
let busy = false;
/** What was pressed last while a step was under way: it is next. */
let pressed: string | null = null;
let stream: EventSource | null = null;
let streamed = "";
const onTheirWay = new Map<HTMLIFrameElement, Promise<void>>();

const panes = (within: ParentNode): HTMLIFrameElement[] => [
  ...within.querySelectorAll<HTMLIFrameElement>("iframe[data-stage-pane]"),
];

/** Shows what came back. The panes go along after a step; while somebody works in one they stay where they are. */
async function show(response: Response, panesToo: boolean): Promise<void> {
  // Sent elsewhere, as when the session is over: the browser itself goes there.
  if (response.redirected && new URL(response.url).pathname !== window.location.pathname) {
    window.location.assign(response.url);
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  if (fresh.querySelector("[data-stage]") === null) {
    window.location.reload();
    return;
  }
  swap(fresh);
  for (const pane of panes(document))
    if (panesToo || pane.hidden !== paneIn(fresh, pane)?.hidden) follow(pane, fresh);
  listen(fresh.querySelector<HTMLElement>("[data-stage-events]")?.dataset.stageEvents ?? "");
}

const paneIn = (fresh: Document, { id }: HTMLIFrameElement) =>
  fresh.querySelector<HTMLIFrameElement>(`iframe#${id}`);

/** Remembers that a pane's next page has still to come. */
function onTheWay(pane: HTMLIFrameElement) {
  onTheirWay.set(pane, new Promise((done) => pane.addEventListener("load", () => done(), { once: true })));
}

/** Takes a pane to its page, without a new entry in the browser's history. */
function follow(pane: HTMLIFrameElement, fresh: Document) {
  const next = paneIn(fresh, pane);
  const title = document.getElementById(`${pane.id}-title`);
  const location = pane.contentWindow?.location;
  if (next === null || title === null || location === undefined) return;
  pane.dataset.stagePane = next.dataset.stagePane;
  pane.title = next.title;
  title.textContent = next.title;
  // Nobody is there to see a page: what the pane had stays behind, unseen and hushed.
  pane.hidden = next.hidden;
  if (next.hidden) return;
  onTheWay(pane);
  location.replace(new URL(next.getAttribute("src") ?? "", window.location.href).href);
}

/** What a page of a pane has to show first is at the top of the pane; its header is above, for who scrolls. */
function scrollToFirst(pane: HTMLIFrameElement) {
  const page = pane.contentDocument;
  const selectors = pane.dataset.stagePane?.split(", ") ?? [];
  const first = selectors.map((selector) => page?.querySelector(selector)).find((found) => found != null);
  if (first == null) return;
  const top = first.getBoundingClientRect().top + (pane.contentWindow?.scrollY ?? 0);
  // What is the page's whole has room of its own above it.
  pane.contentWindow?.scrollTo(0, Math.max(0, top - (first.matches("main") ? 0 : 12)));
}

/** A stream that never says anything. */
class Quiet extends EventTarget {
  close() {}
}

/**
 * The step may make another partner sign in, or leave this world: a page in a pane, which is about to go, asks for nothing
 * more, whether its own modules have begun or not.
 */
function hush(pane: Window | null) {
  if (pane === null) return;
  pane.dispatchEvent(new Event("pagehide"));
  Object.assign(pane, { EventSource: Quiet, fetch: () => new Promise(() => {}) });
}

async function send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  busy = true;
  // A page that is still on its way would come after it was hushed.
  await Promise.all(onTheirWay.values());
  for (const pane of panes(document)) hush(pane.contentWindow);
  room?.setAttribute("aria-busy", "true");
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  if (button instanceof HTMLButtonElement) body.append(button.name, button.value);
  try {
    await show(await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } }), true);
  } catch {
    // The network, or the server, is gone: the browser says so better than we can.
    window.location.reload();
  } finally {
    busy = false;
    room?.removeAttribute("aria-busy");
  }
  const next = pressed;
  pressed = null;
  if (next !== null) document.querySelector<HTMLButtonElement>(next)?.click();
}

async function refresh(): Promise<void> {
  if (busy) return;
  const response = await fetch(window.location.pathname, { headers: { Accept: "text/html" } }).catch(
    () => null,
  );
  if (response?.ok) await show(response, false);
}

/** Of each world and request there is another stream; the page says which. */
function listen(address: string) {
  const stable = address.replace(/([?&])since=\d+/, "$1");
  if (stable === streamed) return;
  stream?.close();
  streamed = stable;
  stream = address === "" ? null : new EventSource(address);
  stream?.addEventListener("changed", () => void refresh());
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Object &&
  "matches" in target &&
  (target as Element).matches("input:not([type=checkbox]):not([type=radio]), textarea, select");

function press(event: KeyboardEvent) {
  if (keysOff || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const selector = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (selector === undefined) return;
  event.preventDefault();
  // Held down, it is pressed once.
  if (event.repeat) return;
  if (busy) pressed = selector;
  else document.querySelector<HTMLButtonElement>(selector)?.click();
}

if (room) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !("stageForm" in form.dataset)) return;
    event.preventDefault();
    if (!busy) void send(form, event.submitter);
    else if (event.submitter) pressed = `#${event.submitter.id}`;
  });
  document.addEventListener("keydown", press);
  for (const pane of panes(document)) {
    const loaded = () => {
      pane.contentDocument?.addEventListener("keydown", press);
      scrollToFirst(pane);
    };
    pane.addEventListener("load", loaded);
    const there = pane.contentWindow?.location.href !== "about:blank";
    if (!pane.hidden && (!there || pane.contentDocument?.readyState !== "complete")) onTheWay(pane);
    loaded();
  }
  if (keys) keys.hidden = false;
  keysSwitch?.addEventListener("click", () => {
    keysOff = !keysOff;
    keysSwitch.textContent = (keysOff ? keysSwitch.dataset.on : keysSwitch.dataset.off) ?? "";
  });
  listen(room.querySelector<HTMLElement>("[data-stage-events]")?.dataset.stageEvents ?? "");
  window.addEventListener("pagehide", () => stream?.close());
}
