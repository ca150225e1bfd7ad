const LONGEST = 200;
const CONTROLS = "a[href], button, input, select, textarea, summary, label, [role=button], [role=option]";

/**
 * What a thing is called on the page: its role and name, or of a field its own name. Never what was typed into it, nor
 * which answer it is.
 */
export function nameOf(target: Element): string {
  const control = target.closest(CONTROLS);
  if (control === null) return `nothing: ${target.id || target.tagName.toLowerCase()}`.slice(0, LONGEST);
  const field = control instanceof HTMLLabelElement ? control.control : control;
  const named = field?.getAttribute("name");
  if (field?.matches("input, select, textarea") && named) return `field ${named}`.slice(0, LONGEST);
  return `${roleOf(control)} ${words(control)}`.trim().slice(0, LONGEST);
}

function roleOf(control: Element): string {
  const role = control.getAttribute("role");
  if (role) return role;
  const tag = control.tagName.toLowerCase();
  return tag === "a" ? "link" : tag === "summary" ? "fold" : tag;
}

function words(control: Element): string {
  const labelled = control.getAttribute("aria-label") ?? "";
  return (labelled || (control.textContent ?? "")).replace(/\s+/g, " ").trim();
}
