/**
 * Warns a person two minutes before their session ends, lets them stay signed in without leaving the page, and says
 * when it has ended. The page names the seconds that are left in `data-session-seconds`.
 */
const WARNED_BEFORE_MS = 2 * 60_000;
/** Timers of browsers hold no more. */
const LONGEST_TIMER_MS = 2_147_483_647;

const dialog = document.querySelector<HTMLDialogElement>("dialog[data-session-seconds]");
if (dialog && typeof dialog.showModal === "function") watch(dialog);

function watch(warning: HTMLDialogElement) {
  const secondsMore = Number(warning.dataset.sessionSeconds);
  const soon = warning.querySelector<HTMLElement>("[data-session-soon]");
  const over = warning.querySelector<HTMLElement>("[data-session-over]");
  const form = warning.querySelector<HTMLFormElement>("[data-session-stay]");
  let endsAt = Date.now() + secondsMore * 1_000;
  let warned = false;
  let timer: number | undefined;

  function look() {
    window.clearTimeout(timer);
    const left = endsAt - Date.now();
    if (left <= 0) return sayItIsOver();
    if (left <= WARNED_BEFORE_MS && !warned) {
      warned = true;
      open();
    }
    const next = left > WARNED_BEFORE_MS ? left - WARNED_BEFORE_MS : left;
    timer = window.setTimeout(look, Math.min(next, LONGEST_TIMER_MS));
  }

  function open() {
    if (!warning.open) warning.showModal();
  }

  function sayItIsOver() {
    if (soon) soon.hidden = true;
    if (over) over.hidden = false;
    warning.setAttribute("aria-labelledby", "session-over-title");
    // Opened anew, so that it is read out, and the focus is on what there is to do.
    warning.close();
    open();
  }

  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    void stay(form);
  });

  async function stay(sent: HTMLFormElement) {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(sent)) if (typeof value === "string") fields.set(name, value);
    const answer = await fetch(sent.action, { method: "POST", body: fields }).catch(() => null);
    if (answer === null) return;
    if (!answer.ok) {
      sayItIsOver();
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const seconds = fresh.querySelector<HTMLElement>("[data-session-seconds]")?.dataset.sessionSeconds;
    endsAt = Date.now() + Number(seconds ?? 0) * 1_000;
    warned = false;
    warning.close();
    look();
  }

  // A device that slept has missed its timer.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) look();
  });
  look();
}
