/** The browser that the tests drive. Undefined when there is none. */
export function findChromium(): string | undefined;
/** A Chromium that is installed: on the PATH, in a usual place, or Playwright's own. Undefined when there is none. */
export function installedChromium(): string | undefined;
/** Whether a path names a program that can be run. */
export function isProgram(path: string): boolean;
/** Finds a browser, or installs Debian's where that can be done unasked; throws what is missing. */
export function ensureChromium(): string;
