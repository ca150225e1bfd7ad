/** The browser that the tests drive. Undefined when there is none. */
export function findChromium(): string | undefined;
/** Finds a browser, or installs Debian's where that can be done unasked; throws what is missing. */
export function ensureChromium(): string;
