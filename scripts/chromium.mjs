import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The first opens no window even to itself: it turns a page in a third of the time. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/snap/bin/chromium",
];

/** Whether a path names a program that can be run. */
export const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** The browser that the tests drive: CHROMIUM_PATH, else one that is installed. Undefined when there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return isProgram(named) ? named : undefined;
  return installedChromium();
}

/** A Chromium that is installed: on the PATH, in a usual place, or Playwright's own. Undefined when there is none. */
export function installedChromium() {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...ELSEWHERE, ...ofPlaywright()].find(isProgram);
}

function ofPlaywright() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache/ms-playwright");
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith("chromium-"))
    .map((name) => join(cache, name, "chrome-linux/chrome"));
}

/** Finds a browser, or installs Debian's where that can be done unasked. Throws an error that says what is missing. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.env.CHROMIUM_PATH) throw new Error("CHROMIUM_PATH does not name a browser that can be run");
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    const options = {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    spawnSync("apt-get", ["update", "-q"], options);
    for (const name of ["chromium-headless-shell", "chromium"]) {
      spawnSync("apt-get", ["install", "-qy", "--no-install-recommends", name], options);
      const installed = findChromium();
      if (installed !== undefined) return installed;
    }
  }
  throw new Error(
    "A browser is missing: install Chromium or Google Chrome (on Debian: apt-get install chromium), or name one in CHROMIUM_PATH",
  );
}
