/** Shows the button that prints the page: without scripts it would do nothing, so it is not there. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
