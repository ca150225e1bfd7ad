import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import pino, { type Logger } from "pino";

/** One JSON object a line, on standard output. Nothing a person typed, and no name, address or reference, is ever logged. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/**
 * One line an answer. It names the route, never the address: addresses hold references and searches. The id is our
 * own, so that nobody can write into the log by sending one. The world of who takes part in a study has no name there, for
 * nothing of theirs stays when everything of theirs is deleted.
 */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = process.hrtime.bigint();
    const id = randomUUID();
    response.locals.requestId = id;
    response.setHeader("X-Request-Id", id);
    response.on("finish", () => {
      const ms = Number(process.hrtime.bigint() - began) / 1e6;
      log.info(
        {
          requestId: id,
          method: request.method,
          route: response.locals.route ?? "-",
          brand: response.locals.world === "lab" ? "lab" : response.locals.brandId,
          status: response.statusCode,
          ms: Math.round(ms * 10) / 10,
        },
        "answered",
      );
    });
    next();
  };
}
