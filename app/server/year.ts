import type { Onedoor } from "~/usecases/context";

/** Makes the demonstration's past year beside the server's own work, a little at a time. What it returns stops it, and waits until it has. */
export function makeYear(onedoor: Onedoor): () => Promise<void> {
  const stopping = new AbortController();
  const made = import("~seeds/years")
    .then(({ recordDemoYear }) => recordDemoYear(onedoor, { signal: stopping.signal }))
    .catch((error: unknown) => onedoor.log.error({ err: error }, "the past year was not made"));
  return async () => {
    stopping.abort();
    await made;
  };
}
