/**
 * Takes a person off a sensitive page at once: by its link, or by pressing Esc three times. The page is hidden before
 * anything else, and the new one stands in its place in the browser's history. Coming back to it by the browser's own
 * memory leaves again.
 */
const PRESSES = 3;
/** A press that comes later than this after the one before begins again. */
const LONGEST_BETWEEN_MS = 5_000;

const link = document.querySelector<HTMLAnchorElement>("[data-leave-quickly]");
const keys = document.querySelector<HTMLElement>("[data-leave-keys]");
const pressed = document.querySelector<HTMLElement>("[data-leave-pressed]");

let left = false;
let presses = 0;
let lastPress = 0;

function leave() {
  left = true;
  document.documentElement.hidden = true;
  document.title = "";
  if (link) window.location.replace(link.href);
}

if (link) {
  if (keys) keys.textContent = keys.dataset.leaveKeys ?? "";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    presses = event.timeStamp - lastPress > LONGEST_BETWEEN_MS ? 1 : presses + 1;
    lastPress = event.timeStamp;
    if (presses >= PRESSES) leave();
    else if (pressed) pressed.textContent = pressed.dataset.leavePressed?.split("|")[presses - 1] ?? "";
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && left) leave();
  });
}
