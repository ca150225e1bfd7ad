import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A digest of the names, sizes and times of everything under the given files and folders. */
export function fingerprint(paths) {
  const digest = createHash("sha256");
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else digest.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const path of paths) visit(path);
  return digest.digest("hex");
}

export function isFresh(stampFile, stamp) {
  try {
    return readFileSync(stampFile, "utf8") === stamp;
  } catch {
    return false;
  }
}

export const markFresh = (stampFile, stamp) => writeFileSync(stampFile, stamp);

const LONGEST_HELD_MS = 180_000;

/** Runs the work while no other process does the same; a lock left behind by one that was killed lapses. */
export async function alone(lock, work) {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const held = statSync(lock, { throwIfNoEntry: false });
      if (held !== undefined && Date.now() - held.mtimeMs > LONGEST_HELD_MS) removeQuietly(lock);
      else await new Promise((done) => setTimeout(done, 100));
    }
  }
  try {
    return await work();
  } finally {
    removeQuietly(lock);
  }
}

function removeQuietly(lock) {
  try {
    rmdirSync(lock);
  } catch {
    // Another process has removed it.
  }
}
