import type { Server } from "node:http";
import type { Log } from "~/usecases/context";

const LONGEST_WAIT_MS = 10_000;

export interface Stoppable {
  readonly server: Server;
  /** Run at once: what keeps requests open is let go, and new ones are sent elsewhere. */
  readonly first: () => void;
  /** Run one after another when no request is open any more: the clock, then the database. */
  readonly afterwards: readonly (() => void | Promise<void>)[];
  readonly log: Log;
}

/**
 * Stops in good order, once: no new requests, those under way are answered, then the rest is closed. What is still
 * open after ten seconds (a live page) is cut off: its browser asks again elsewhere.
 */
export function createShutdown({ server, first, afterwards, log }: Stoppable): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= (async () => {
      log.info({}, "stopping");
      first();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      const cutOff = setTimeout(() => server.closeAllConnections(), LONGEST_WAIT_MS);
      await closed;
      clearTimeout(cutOff);
      for (const step of afterwards) await step();
      log.info({}, "stopped");
    })();
    return stopping;
  };
}
