import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Log } from "~/usecases/context";

/** New requests are still answered this long, so that whoever sends them here has seen that this process is stopping. */
const DRAIN_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

export interface Stoppable {
  readonly server: Server;
  /** Run at once: what keeps requests open is let go, and this process says that it is not ready. */
  readonly first: () => void;
  /** Run one after another when no request is open any more: the clock, then the database. */
  readonly afterwards: readonly (() => void | Promise<void>)[];
  readonly log: Log;
}

/**
 * Stops in good order, once: each answer now asks its client to connect anew, elsewhere; after a short drain no new
 * connection is taken, those that carry no request are closed, and those under way are answered. What is still open
 * after ten seconds is cut off.
 */
export function createShutdown({ server, first, afterwards, log }: Stoppable): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const connections = watchConnections(server);
  return () => {
    stopping ??= (async () => {
      log.info({}, "stopping");
      first();
      connections.keepNone();
      await new Promise((done) => setTimeout(done, DRAIN_MS));
      const closed = new Promise<void>((done) => server.close(() => done()));
      connections.closeIdle();
      const cutOff = setTimeout(() => server.closeAllConnections(), LONGEST_WAIT_MS);
      await closed;
      clearTimeout(cutOff);
      for (const step of afterwards) await step();
      log.info({}, "stopped");
    })();
    return stopping;
  };
}

/**
 * Knows which connections carry a request. Node's own list of idle ones lacks those that were opened ahead and never
 * used, as browsers do: each would keep the server open until it is cut off.
 */
function watchConnections(server: Server) {
  const underWay = new Map<Socket, number>();
  let keeping = true;
  let closing = false;

  server.on("connection", (socket: Socket) => {
    underWay.set(socket, 0);
    socket.once("close", () => underWay.delete(socket));
  });
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (!keeping) response.setHeader("Connection", "close");
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    response.once("close", () => {
      if (socket.destroyed) return;
      const left = (underWay.get(socket) ?? 1) - 1;
      underWay.set(socket, left);
      if (closing && left === 0) socket.end();
    });
  });

  return {
    /** From now on each answer says that its connection is not kept. */
    keepNone() {
      keeping = false;
    },
    closeIdle() {
      closing = true;
      for (const [socket, requests] of underWay) if (requests === 0) socket.destroy();
    },
  };
}
