/** The components' library starts nhsuk-frontend's script in a browser, which asks the page whether it may. */
if (typeof document !== "undefined") document.body.classList.add("nhsuk-frontend-supported");
